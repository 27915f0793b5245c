"""Numbers and code in the quiz on SCDV, computed anew."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from tests.quizzes.keys import Keys

KEYS = Keys("practice/section6_scdv")

DOCUMENTS = [["rare", "rare", "other"], ["other"], ["third"]]


def test_idf_counts_documents() -> None:
    documents = sum("rare" in document for document in DOCUMENTS)
    occurrences = sum(document.count("rare") for document in DOCUMENTS)
    ratio = len(DOCUMENTS) / documents
    assert KEYS.accepts("idf-value", float(np.log(ratio)))
    assert KEYS.explains("idf-value", float(np.log(len(DOCUMENTS) / occurrences)))
    assert KEYS.explains("idf-value", float(np.log10(ratio)))
    assert KEYS.explains("idf-value", float(np.log(1 / ratio)))
    assert KEYS.explains("idf-value", ratio)


def test_the_length_of_a_document_vector() -> None:
    copies = [np.zeros(200) for _ in range(60)]
    assert KEYS.accepts("scdv-length", np.concatenate(copies).size)
    assert KEYS.explains("scdv-length", 200 + 60)


def test_a_word_topic_vector() -> None:
    word, topics, idf = np.array([2.0, 2.0]), np.array([0.25, 0.75]), 2.0
    vector = np.outer(topics, word).ravel() * idf
    assert KEYS.accepts("word-topic", float(vector[2]))
    assert KEYS.explains("word-topic", float(vector[0]))
    assert KEYS.explains("word-topic", float(vector[2] / idf))
    assert KEYS.explains("word-topic", float(word[0] * idf))


def names() -> dict[str, object]:
    return {"vector": np.array([-3.0, 0.1, 0.3, -0.05, 2.0]), "threshold": 0.2}


def keeps_large_elements(found: Mapping[str, object]) -> bool:
    return np.array_equal(np.asarray(found["sparse"]), [-3.0, 0.0, 0.3, 0.0, 2.0])


def test_the_threshold_is_on_the_size() -> None:
    assert KEYS.code_is_sound("sparsify", names, keeps_large_elements)
