"""Whatever Python a student hands in, alignment answers, and answers in time."""

import ast
import io
import time
import tokenize
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.course.blanks import align, is_current, substitute

TEMPLATE = '''def f(x, y):
    """説明。"""
    if x < ___1:
        ___2
    z = g(x, 'a') + ___3
    return z - ___4
'''
FILLED = (
    TEMPLATE.replace("___1", "h(y)")
    .replace("___2", "for i in x:\n            y -= i\n        x = 1")
    .replace("___3", "[v for v in 'b']")
    .replace("___4", "(y, lambda: 3)")
)
SECONDS = 15

EXPRESSION, BODY = "def f(x):\n    return ___\n", "def f(x):\n    ___\n"
SUM, BLOCKS = "def f(x):\n    return ___1 + ___2 + 'a'\n", "def f(x):\n    ___1\n    a\n    ___2\n"
LARGE = {
    "long sum": (EXPRESSION, "def f(x):\n    return " + "1+" * 2_000 + "1\n"),
    "too many tokens": (EXPRESSION, "def f(x):\n    return [" + "1,\n" * 80_000 + "1]\n"),
    "many readings": (SUM, "def f(x):\n    return " + "a+" * 1_900 + "'a'\n"),
    "many readings in brackets": (SUM, "def f(x):\n    return (" + "a+" * 1_900 + '"a")\n'),
    "readings that do not parse": (
        "def f(x):\n    return ___1 - ___2\n", "def f(x):\n    return a" + " -" * 1_000 + " a\n",
    ),
    "many statements": (BLOCKS, "def f(x):\n" + "    a\n" * 6_000),
    "many statements on the tree": (BLOCKS, "def f(x):\n" + "    (a)\n" * 4_000),
    "long lines": (EXPRESSION, ("x = [" + "'日'," * 1_200 + "]\n") * 50),
    "one long line": (EXPRESSION, "x = [" + "'日'," * 50_000 + "]\n"),
    "many lines outside": (EXPRESSION, "x = 1\n" * 40_000),
    "long string": (EXPRESSION, "def f(x):\n    return '''" + "\n" * 240_000 + "'''\n"),
    "many functions": (EXPRESSION, "def f(x): pass\n" * 15_000),
    "deep parentheses": (EXPRESSION, "def f(x):\n    return (" + "(" * 150 + ")" * 150 + ",)\n"),
    "deep tree": (
        "def f(x):\n    return 'a' + (___)\n",
        'def f(x):\n    return "a" + (' + "-" * 900 + "1)\n",
    ),
    "deep attributes": (EXPRESSION, "def f(x):\n    return (x" + ".a" * 2_400 + ")\n"),
    "deep blocks": (
        BODY, "def f(x):\n" + "".join(" " * i + "if x:\n" for i in range(1, 95)) + " " * 95 + "x\n",
    ),
    "too large": (EXPRESSION, EXPRESSION.replace("___", "x") + "x = 1\n" * 200_000),
    "comments": (EXPRESSION, "def f(x):\n    return x\n" + "# ___\n" * 40_000),
}  # fmt: skip


@pytest.mark.parametrize(("template", "student"), LARGE.values(), ids=LARGE)
def test_large_files_are_answered_in_time(template: str, student: str) -> None:
    start = time.perf_counter()
    alignment = align(template, student)
    assert time.perf_counter() - start < SECONDS
    if alignment.aligned:
        assert substitute(student, alignment, {}) == student


@pytest.mark.parametrize("name", ["too many tokens", "too large", "one long line", "many readings"])
def test_hopeless_files_are_not_aligned(name: str) -> None:
    assert not align(*LARGE[name]).aligned


@pytest.mark.parametrize("name", ["long sum", "long string", "deep attributes", "deep blocks"])
def test_large_fills_are_fills(name: str) -> None:
    assert align(*LARGE[name]).aligned


def _words(source: str) -> Iterator[str]:
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        yield token.string


WORDS = sorted(
    {*_words(FILLED), "\n", "\n    ", "\n        ", " ", "___1", "___2", "___", "(", ")", ";", ":",
     ",", "lambda", "f'{x}'", '"""', "#", "\\\n", "\t", "=", "\x0c", "else", "*", "class", "@"}
)  # fmt: skip
PIECES = st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join)


@settings(max_examples=300, deadline=None)
@given(data=st.data())
def test_any_change_of_an_answer_is_answered(data: st.DataObject) -> None:
    student = FILLED
    for _ in range(data.draw(st.integers(1, 3))):
        cut = data.draw(st.integers(0, len(student)))
        end = data.draw(st.integers(cut, min(len(student), cut + 12)))
        student = student[:cut] + data.draw(PIECES) + student[end:]
    check(student)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=40) | PIECES, st.sampled_from([TEMPLATE, FILLED, ""]))
def test_any_text_is_answered(text: str, before: str) -> None:
    check(before + text)


def check(student: str) -> None:
    alignment = align(TEMPLATE, student)
    if not alignment.aligned:
        return
    assert [fill.label for fill in alignment.fills] == ["1", "2", "3", "4"]
    restored = substitute(student, alignment, {"1": "h(y)", "2": "x = 1", "3": "2", "4": "(y,)"})
    again = align(TEMPLATE, restored)
    assert [fill.text for fill in again.fills] == ["h(y)", "x = 1", "2", "(y,)"]
    is_current(TEMPLATE, student)
    ast.parse(restored)
