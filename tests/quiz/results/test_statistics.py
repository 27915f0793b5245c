"""Statistics of results: difficulty, discrimination, and what went wrong most."""

from __future__ import annotations

import json
from typing import Any
from xml.etree import ElementTree

import numpy as np
import pytest

from grader.errors import UsageError
from grader.quiz.results.figure import draw_svg
from grader.quiz.results.statistics import QuizStatistics, WrongAnswer, analyse, read_results

SVG = "{http://www.w3.org/2000/svg}"


def question(name: str, right: bool, response: object, **more: object) -> dict[str, Any]:
    return {
        "id": name,
        "number": 1,
        "title": f"Title of {name}",
        "kind": "choice",
        "points": 2,
        "score": 2 * right,
        "outcome": "right" if right else "wrong",
        "read_as": None,
        "parts": {},
        "response": response,
        **more,
    }


def result(*questions: dict[str, Any], **more: object) -> dict[str, Any]:
    return {
        "schema": "quiz-result/1",
        "quiz": "day1/section1",
        "digest": "abc",
        "title": "Sums",
        "language": "en",
        "questions": list(questions),
        **more,
    }


def analysed(*documents: dict[str, Any]) -> QuizStatistics:
    (made,) = analyse(read_results(json.dumps(documents).encode(), "class.json"), "en")
    return made


def test_difficulty_and_discrimination_of_a_class() -> None:
    rights = [(1, 1, 1), (1, 1, 0), (1, 0, 1), (0, 1, 0), (0, 0, 0)]
    made = analysed(
        *(
            result(
                *(question(name, bool(right), 0) for name, right in zip("abc", row, strict=True))
            )
            for row in rights
        )
    )
    scores = 2 * np.array(rights, dtype=float)
    assert made.results == 5
    for column, found in enumerate(made.questions):
        rest = scores.sum(axis=1) - scores[:, column]
        expected = np.corrcoef(scores[:, column], rest)[0, 1]
        assert found.answers == 5
        assert found.difficulty == pytest.approx(scores[:, column].mean() / 2)
        assert found.discrimination == pytest.approx(expected, abs=1e-6)


def test_what_is_undefined_is_not_made_up() -> None:
    alone = analysed(result(question("a", True, 0)), result(question("a", False, 1)))
    assert alone.questions[0].discrimination is None
    everybody = analysed(
        result(question("a", True, 0), question("b", True, 0)),
        result(question("a", True, 0), question("b", False, 0)),
    )
    assert [one.discrimination for one in everybody.questions] == [None, None]
    one = analysed(result(question("a", True, 0), question("b", False, 0)))
    assert [found.discrimination for found in one.questions] == [None, None]


def test_what_was_left_out_or_waits_for_a_person_is_not_held_against_a_question() -> None:
    missing = question("a", False, None, outcome="unreadable")
    essay = question("e", False, "Because", outcome="open", kind="essay")
    made = analysed(result(missing, essay), result(question("a", True, 0), essay))
    first, second = made.questions
    assert (first.answers, first.difficulty, first.wrong) == (1, 1.0, None)
    assert (second.answers, second.difficulty, second.wrong) == (2, None, None)


WRONG: list[tuple[list[dict[str, Any]], tuple[str, int]]] = [
    ([{"response": 1}, {"response": "b"}, {"response": "Ｃ"}], ("B", 2)),
    ([{"response": 2}, {"response": 1}], ("B", 1)),
    (
        [
            {"kind": "multi", "response": [0, 2], "parts": {"A": True, "B": False, "C": False}},
            {"kind": "multi", "response": ["C"], "parts": {"A": False, "B": True, "C": False}},
        ],
        ("C", 2),
    ),
    (
        [
            {"kind": "match", "response": [1, 0], "parts": {"1": True, "2": False}},
            {"kind": "match", "response": {"1": "C", "2": "A"}, "parts": {"1": False, "2": False}},
        ],
        ("2: A", 2),
    ),
    (
        [{"kind": "shape", "response": text, "read_as": "7×7"} for text in ("7x7", "(7, 7)")],
        ("7×7", 2),
    ),
    ([{"kind": "text", "response": text} for text in ("soft  max", "ｓoft max")], ("soft max", 2)),
    (
        [
            {"kind": "code", "response": {"a": "x"}, "parts": {"a": False}},
            {"kind": "code", "response": "x", "parts": {"a": False}},
        ],
        ("x", 2),
    ),
]


@pytest.mark.parametrize(("given", "expected"), WRONG)
def test_the_wrong_answer_given_most(
    given: list[dict[str, Any]], expected: tuple[str, int]
) -> None:
    made = analysed(*(result(question("a", False, **{"response": 0, **one})) for one in given))
    assert made.questions[0].wrong == WrongAnswer(*expected)


def test_versions_of_a_test_are_kept_apart_and_titles_are_in_the_readers_language() -> None:
    documents = [
        result(question("a", True, 0)),
        result(question("a", False, 1, title="題"), language="ja", title="和"),
        result(question("a", False, 1), digest="other"),
    ]
    made = analyse(read_results(json.dumps(documents).encode(), "class.json"), "ja")
    assert [(quiz.digest, quiz.title, quiz.results) for quiz in made] == [
        ("abc", "和", 2),
        ("other", "Sums", 1),
    ]
    assert made[0].questions[0].title == "題"


GOOD = question("a", True, 0)
DEEP: Any = []
for _ in range(20):
    DEEP = [DEEP]


@pytest.mark.parametrize(
    "document",
    [
        [],
        {},
        3,
        None,
        {"quiz": "day1/section1", "answers": {}},
        result(),
        result(GOOD, schema="quiz-result/2"),
        result(GOOD, digest=None),
        result(GOOD, GOOD),
        result({}),
        result({**GOOD, "score": 3}),
        result({**GOOD, "score": -1}),
        result({**GOOD, "score": True}),
        result({**GOOD, "points": 1e300}),
        result({**GOOD, "outcome": ["right"]}),
        result({**GOOD, "parts": []}),
        result({**GOOD, "read_as": 7}),
        result({**GOOD, "number": "1"}),
        result({**GOOD, "response": DEEP}),
        [result(GOOD), {}],
    ],
)
def test_foreign_documents_are_refused_by_name(document: object) -> None:
    with pytest.raises(UsageError) as refused:
        read_results(json.dumps(document).encode(), "class.json")
    assert refused.value.sentence.name == "quiz_stats.no_results"
    assert refused.value.sentence.values["file"] == "class.json"


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"{", b"NaN", b"1e999", b"[" * 200_000])
def test_damaged_documents_are_refused(content: bytes) -> None:
    with pytest.raises(UsageError):
        read_results(content, "class.json")


def test_the_figure_says_in_words_what_it_draws() -> None:
    harm = "<b>&\x1b[2J\x00"
    made = analysed(
        result(question("a", True, 0, title=harm), question("b", False, 1, number=2)),
        result(question("a", False, 1, title=harm), question("b", False, 1, number=2)),
    )
    drawn = draw_svg([made], "en")
    root = ElementTree.fromstring(drawn)
    assert root.get("role") == "img"
    assert root.get("fill") == "currentColor"
    description = root.findtext(f"{SVG}desc") or ""
    assert "1. <b>&?[2J?: 50% right, discrimination –" in description
    assert "2. Title of b: 0% right" in description
    widths = [float(bar.get("width", "")) for bar in root.iter(f"{SVG}rect")]
    assert widths == [240, 120, 240, 0]
