"""The page's script gives every response the mark that Python gives it."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from grader.quiz.answer import Answer, Graded
from grader.quiz.load import find_quizzes, load_quiz
from grader.quiz.page.assemble import GRADING, HERE
from tests.quiz.vectors import load_vectors

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]
ROOT = Path(__file__).resolve().parents[3]
ALPHABET = "0123456789.,xX*()[]{}+-−ー/^=%eE 　aAnN²½'\":_|√πσ約個→>、ｘ（）ドどﾄﾞé\u200b#\\\n"
MARK = """
cases => cases.map(([key, response]) => {
  const { outcome, credit, readAs, parts, message } = grade(key, response);
  return { outcome, credit, readAs, parts, message: message && [message.name, message.values] };
})
"""
# Statements that Python knows and that no blank asks for.
MORE_THAN_THE_PAGE_READS = "code_unsupported"


def marks_in_browser(browser: Browser, cases: Sequence[tuple[Answer, object]]) -> list[Any]:
    source = "\n".join((HERE / "script" / f"{name}.js").read_text("utf-8") for name in GRADING)
    page = browser.new_page()
    given = json.dumps([[answer.data(), response] for answer, response in cases])
    marks: list[Any] = page.evaluate(f"(() => {{ {source}; return ({MARK})({given}); }})()")
    page.close()
    return marks


def as_data(graded: Graded) -> dict[str, Any]:
    said = graded.message
    return {
        "outcome": graded.outcome,
        "credit": pytest.approx(graded.credit),
        "readAs": graded.read_as,
        "parts": dict(graded.parts),
        "message": said and [said.name.partition(".")[2], dict(said.values)],
    }


def assert_same(browser: Browser, cases: Sequence[tuple[Answer, object]]) -> None:
    marks = marks_in_browser(browser, cases)
    for (answer, response), mark in zip(cases, marks, strict=True):
        expected = as_data(answer.grade(response))
        if mark["message"] and mark["message"][0] == MORE_THAN_THE_PAGE_READS:
            assert expected["outcome"] in ("unreadable", "wrong"), response
        else:
            assert mark == expected, (answer.kind, response)


def holds_fraction(response: object) -> bool:
    """JSON has one kind of number, so that the script cannot tell 1.0 from 1."""
    if isinstance(response, dict):
        return any(map(holds_fraction, response.values()))
    if isinstance(response, list):
        return any(map(holds_fraction, response))
    return isinstance(response, float)


def test_all_vectors(browser: Browser) -> None:
    cases = [(vector.answer, vector.response) for vector in load_vectors()]
    assert_same(browser, [case for case in cases if not holds_fraction(case[1])])


def mistyped(text: str, rng: random.Random) -> str:
    signs = list(text)
    for _ in range(rng.randint(1, 3)):
        place = rng.randint(0, len(signs))
        if rng.random() < 0.5:
            signs.insert(place, rng.choice(ALPHABET))
        else:
            del signs[place : place + 1]
    return "".join(signs)


def test_what_is_mistyped(browser: Browser) -> None:
    rng = random.Random(20)
    typed = [
        (vector.answer, vector.response)
        for vector in load_vectors()
        if isinstance(vector.response, str) and vector.answer.kind not in ("choice", "multi")
    ]
    chosen = rng.choices(typed, k=4000)
    assert_same(browser, [(answer, mistyped(text, rng)) for answer, text in chosen])


def test_all_answers_of_the_course(browser: Browser) -> None:
    """Keys are right in the page, and known mistakes are recognised as what they are."""
    quizzes = [load_quiz(files) for files in find_quizzes(ROOT)]
    answers = [
        answer
        for quiz in quizzes
        for question in quiz.questions
        for answer in (question.answer, *(one.answer for one in question.distractors))
    ]
    cases = [(answer, right) for answer in answers for right in answer.right_responses()]
    assert len(cases) > 100
    assert {mark["outcome"] for mark in marks_in_browser(browser, cases)} == {"right"}


SAME_CODE = [
    ("y[:, :2]", "y[ : , :2 ]"),
    ("f(a, *b, c=1, **d)", "f(a,*b,c=1,**d)"),
    ("[x for x in y if x > 0]", "[x for x in y if(x>0)]"),
    ("lambda x, y=1: x + y", "lambda x,y = 1 : (x+y)"),
    ("a if b else c", "(a) if (b) else (c)"),
    ("{'a': 1, **b}", '{"a":1,**b}'),
    ("x = y = 1e-7", "x=y=0.0000001"),
    ("grad += 0x10", "grad+=16"),
    ("a not in b", "a  not  in  b"),
    ("-x ** 2", "-(x**2)"),
    ("f'{x}' 'b'", "f'{x}b'"),
    ("return x", "return(x)"),
]
DIFFERENT_CODE = [
    ("a + b + c", "a + (b + c)"),
    ("1", "1.0"),
    ("(-x) ** 2", "-x ** 2"),
    ("not a in b", "a not in b"),
    ("a and b and c", "(a and b) and c"),
    ("f(a, b)", "f(b, a)"),
    ("x[1, 2]", "x[1][2]"),
    ("(x,)", "x"),
    ("a < b < c", "(a < b) < c"),
    ("x = 1", "x == 1"),
    ("f(**a, b=1)", "f(b=1, **a)"),
    ("'a'", "b'a'"),
]


@pytest.mark.parametrize(("pairs", "outcome"), [(SAME_CODE, "right"), (DIFFERENT_CODE, "wrong")])
def test_code_is_compared_as_python_reads_it(
    pairs: Sequence[tuple[str, str]], outcome: str, browser: Browser
) -> None:
    from grader.quiz.kinds.code import Code

    cases = [(Code({"1": (key,)}), response) for key, response in pairs]
    assert_same(browser, cases)
    assert [mark["outcome"] for mark in marks_in_browser(browser, cases)] == [outcome] * len(cases)
