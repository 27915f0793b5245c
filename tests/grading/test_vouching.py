from __future__ import annotations

from pathlib import Path
from string import Formatter

import pytest

from grader.course.catalog import load_course
from grader.grading.vouching import authors_words, is_known_type, read_back, tells_no_value
from grader.words import (
    LANGUAGES,
    Language,
    Sentence,
    Text,
    patterns,
    sentence,
    slips,
    translate,
)

CODE: dict[str, object] = {
    "name": "np.log1p",
    "names": "`x1`, `rate`",
    "one": "x1",
    "other": "W_out",
    "axis": "-1",
    "type": "ValueError",
    "index": 2,
    "subject": sentence("patterns.result"),
    "what": sentence("patterns.doubled", subject=sentence("patterns.argument", name="grad")),
    "condition": sentence("patterns.if_1d", name="x"),
}
TEXTS = {f"slips.{key}": text for key, text in slips.TEXTS.items()} | {
    f"patterns.{key}": text for key, text in patterns.TEXTS.items()
}
FIELDS = {
    name: {field for _, field, _, _ in Formatter().parse(text.en) if field}
    for name, text in TEXTS.items()
}
OF_CODE = [name for name in TEXTS if FIELDS[name] <= set(CODE)]
OF_NUMBERS = [name for name in TEXTS if FIELDS[name] & {"amount", "factor", "least", "digits"}]


@pytest.mark.parametrize("name", OF_CODE)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_mentions_only_code_tells_no_value(name: str, language: Language) -> None:
    assert tells_no_value(translate(Sentence(name, CODE), language), language)


@pytest.mark.parametrize("name", OF_NUMBERS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("number", ["5", "4815.162342", "nan"])
def test_what_mentions_a_number_is_not_vouched_for(
    name: str, language: Language, number: str
) -> None:
    said = Sentence(name, CODE | dict.fromkeys(FIELDS[name] - set(CODE), number))
    assert not tells_no_value(translate(said, language), language)


def test_there_are_sentences_of_both_kinds() -> None:
    assert len(OF_CODE) > 50
    assert OF_NUMBERS


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_type_that_a_student_made_up_is_not_vouched_for(language: Language) -> None:
    said = [sentence("patterns.stops", type=name) for name in ("ValueError", "E4815")]
    wrapped = [sentence("patterns.so_if", **CODE | {"what": one}) for one in said]
    for known, made_up in (said, wrapped):
        assert tells_no_value(translate(known, language), language)
        assert not tells_no_value(translate(made_up, language), language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_line_is_told_if_it_was_found_by_reading(language: Language) -> None:
    values = {**CODE, "line": 4815, "call": "np.random.rand", "count": 3}
    read = ("patterns.shared_state", "verdict.loop_changes_nothing", "verdict.loop_without_way_out")
    for name in read:
        assert tells_no_value(translate(Sentence(name, values), language), language)
    ran = ("patterns.refuses_valid", "verdict.input_called")
    for name in ran:
        assert not tells_no_value(translate(Sentence(name, values), language), language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "values",
    [
        {"name": "4815"},
        {"name": "x 4815"},
        {"name": "x` with `y"},
        {"name": "the number eight"},
        {"name": ""},
    ],
)
def test_a_name_that_is_none_is_not_vouched_for(
    language: Language, values: dict[str, object]
) -> None:
    said = sentence("slips.other_name", **values)
    assert not tells_no_value(translate(said, language), language)


@pytest.mark.parametrize("axis", ["12", "0.5", "4815", "(0, 1, 23)", "x"])
def test_an_axis_that_is_none_is_not_vouched_for(axis: str) -> None:
    assert not tells_no_value(translate(sentence("slips.other_axis", axis=axis), "en"), "en")


@pytest.mark.parametrize(
    "message",
    [
        "",
        "The result is 3 times too large.",
        "Your code stopped with ValueError: 4815",
        translate(sentence("slips.doubled"), "en") + "\n4815",
        translate(sentence("slips.doubled"), "en") + " 4815",
        translate(sentence("compare.number", place="The result", got=1, expected=2), "en"),
    ],
)
def test_everything_else_is_not_vouched_for(message: str) -> None:
    assert not tells_no_value(message, "en")


def test_sentences_are_only_known_in_their_language() -> None:
    said = translate(sentence("slips.doubled"), "ja")
    assert tells_no_value(said, "ja")
    assert not tells_no_value(said, "en")


def test_values_are_read_back() -> None:
    text = Text(en="{one} and {other}, {one}.", ja="{one}と{other}。")
    assert read_back("a and b, a.", text, "en") == {"one": "a", "other": "b"}
    assert read_back("a and b, c.", text, "en") is None
    assert read_back("aとb。", text, "ja") == {"one": "a", "other": "b"}


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("ValueError", True),
        ("list", True),
        ("LinAlgError", True),
        ("ndarray", True),
        ("print", False),
        ("E4815", False),
        ("", False),
        ("__doc__", False),
    ],
)
def test_known_types_are_those_of_python_and_numpy(name: str, known: bool) -> None:
    assert is_known_type(name) is known


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_authors_words_are_those_of_the_mistakes(
    course_folder: Path, language: Language
) -> None:
    words = authors_words(load_course(course_folder).exercises, language)
    said = "This is the square.\nWhat is twice three?"
    assert words == {said if language == "en" else "これは 2 乗です。\n3 の 2 倍はいくつですか。"}
