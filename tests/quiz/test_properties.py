"""Whatever is typed gets a mark: quickly, without an exception, and the same one each time."""

from __future__ import annotations

import string
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from grader.quiz.answer import Answer, Asked, Unreadable
from grader.quiz.folding import fold_code, fold_formula, fold_text
from grader.quiz.formula import Vocabulary, parse_formula, spoken
from grader.quiz.formula.nodes import Undefined, value_at
from grader.quiz.parse.file import read_draft
from tests.quiz.vectors import answer_from

KEYS: dict[str, Answer] = {
    "choice": answer_from("choice", "B", asked=Asked(options=4)),
    "multi": answer_from("multi", "A, C", asked=Asked(options=4)),
    "numeric": answer_from("numeric", "0.25 ± 0.01", settings={"unit": "px|画素"}),
    "percent": answer_from("numeric", "10%"),
    "shape": answer_from("shape", "7x7"),
    "letters": answer_from("shape", "(N, 10)"),
    "expr": answer_from("expr", "2(x+y)", settings={"vars": "x,y"}),
    "text": answer_from("text", "ドロップアウト | dropout"),
    "code": answer_from("code", "1: x", "2: y", asked=Asked(blanks=("1", "2"))),
    "order": answer_from("order", "2 > 1", asked=Asked(options=2)),
    "match": answer_from("match", "1: B", "2: A", asked=Asked(options=2, choices=2)),
    "essay": answer_from("essay", "x", rubric=(1.0, 2.0)),
}
MATHS = st.text(alphabet="xyzt0123456789.+-*/^()[]{}|=√²½π% eEsincoslgW_,", max_size=60)
ANYTHING = st.one_of(
    st.text(max_size=80),
    MATHS,
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
        lambda inner: (
            st.lists(inner, max_size=4)
            | st.dictionaries(st.sampled_from(["1", "2", "text", "met"]), inner, max_size=3)
        ),
        max_leaves=8,
    ),
)


@pytest.mark.parametrize("name", KEYS)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(response=ANYTHING)
def test_every_response_gets_one_mark(name: str, response: object) -> None:
    graded = KEYS[name].grade(response)
    assert graded == KEYS[name].grade(response)
    assert 0 <= graded.credit <= 1
    assert (graded.outcome == "unreadable") <= (graded.message is not None)


@settings(max_examples=300, deadline=None)
@given(text=MATHS)
def test_a_formula_said_back_is_the_same_formula(text: str) -> None:
    vocabulary = Vocabulary(("x", "y"))
    try:
        node = parse_formula(fold_formula(text), vocabulary)
    except Unreadable:
        return
    again = parse_formula(spoken(node).replace("·", "*"), vocabulary)
    for point in ({"x": 0.7, "y": 1.3}, {"x": -1.1, "y": 0.4}):
        assert _value(node, point) == pytest.approx(_value(again, point), nan_ok=True)


def _value(node: object, point: dict[str, float]) -> float:
    try:
        return value_at(node, point)  # type: ignore[arg-type]
    except Undefined:
        return float("nan")


@settings(max_examples=200, deadline=None)
@given(x=st.integers(-9, 9), y=st.integers(-9, 9), z=st.integers(1, 9))
def test_formulas_have_the_values_that_python_gives(x: int, y: int, z: int) -> None:
    source = f"({x})*({y}) - ({x})/({z}) + ({y})^2 - -({z})"
    node = parse_formula(source, Vocabulary(()))
    assert value_at(node, {}) == pytest.approx(x * y - x / z + y**2 + z)


@settings(max_examples=200, deadline=None)
@given(value=st.floats(-1e12, 1e12, allow_nan=False), data=st.data())
def test_a_number_may_be_written_in_full_width(value: float, data: st.DataObject) -> None:
    key = answer_from("numeric", repr(value))
    wide = str.maketrans("0123456789.e-", "０１２３４５６７８９．ｅ−")
    spellings = [repr(value), repr(value).translate(wide), f" {value!r}。"]
    assert key.grade(data.draw(st.sampled_from(spellings))).correct


@settings(max_examples=200, deadline=None)
@given(text=st.text(alphabet="aBc アァあｱﾞーＡ１2 -‐・。「」", max_size=60))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold_text(fold_text(text)) == fold_text(text)
    assert fold_code(fold_code(text)) == fold_code(text)


HOSTILE = [
    "9" * 10**7,
    "(" * 10**6,
    "9^" * 99 + "9",
    "2^" * 38 + "2",
    "-" * 199 + "x",
    "|" * 199,
    "x" * 200,
    " " * 10**6,
    "1 " * 50,
    "1,234," * 16,
    "\u202e" * 10**6,
    "ﷺ" * 200,
    "[" * 300,
    "lambda:" * 40 + "0",
    "-" * 290 + "x",
    "f(" * 99 + ")" * 99,
    "'" * 300,
    "a.b" * 99,
    "x\x00y",
    "\ud800",
]


@pytest.mark.parametrize("name", KEYS)
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_takes_no_time(name: str, text: str) -> None:
    response: object = {"1": text, "2": text} if name == "code" else text
    start = time.process_time()
    KEYS[name].grade(response)
    KEYS[name].grade([text] * 3)
    assert time.process_time() - start < 0.5


LINES = st.sampled_from(
    [
        "## Q",
        "<!-- q: id=a -->",
        "<!-- q: id=b points=2 -->",
        "- [x] a",
        "- [ ] b",
        "- [ ]",
        "  > no",
        "  <!-- mistake: a/b/c/d -->",
        "<!-- mistake: a -->",
        "1. one",
        "- A. x",
        "```python",
        "```answer code",
        "```answer numeric",
        "```",
        "1: x",
        "4",
        "<details><summary>Answer</summary>",
        "<details><summary>Hint</summary>",
        "</details>",
        "",
        "",
        "$x$",
        "$$",
        "___1___",
        "- `3`",
        "---",
        "title: t",
        "<b>",
        "| a | b |",
    ]
)


@settings(max_examples=300, deadline=None)
@given(lines=st.lists(LINES, max_size=30))
def test_any_file_is_read_or_has_findings(lines: list[str]) -> None:
    draft = read_draft("\n".join(["---", "title: t", "---", *lines]), "quiz.md")
    assert draft.questions or draft.findings
    for finding in draft.findings:
        assert 1 <= finding.place.line <= len(lines) + 4


NAME = st.from_regex(r"[a-z0-9_-]{1,12}", fullmatch=True)
ID = st.builds("/".join, st.lists(NAME, min_size=2, max_size=5))


@settings(max_examples=200, deadline=None)
@given(
    ids=st.lists(st.none() | ID, min_size=1, max_size=6),
    space=st.sampled_from(["", " ", "  "]),
    typed=st.booleans(),
)
def test_every_wrong_answer_has_the_mistake_that_it_names(
    ids: list[str | None], space: str, typed: bool
) -> None:
    box = "" if typed else "[ ] "
    items = [
        f"- {box}`{number}`{'' if one is None else _comment(one, space)}\n  > no\n"
        for number, one in enumerate(ids)
    ]
    key = "```answer numeric\n99\n```\n\n" if typed else "- [x] `99`\n"
    asked = f"<details><summary>Answer</summary>\n\n{key}" if typed else key
    source = f"---\ntitle: t\n---\n## Q\n<!-- q: id=q -->\n{asked}{''.join(items)}"
    draft = read_draft(f"{source}\n</details>" if typed else source, "quiz.md")
    assert draft.findings == ()
    (only,) = draft.questions
    carriers = only.distractors if typed else only.options[1:]
    found = [one.mistake and str(one.mistake) for one in carriers]
    assert found == ids


def _comment(one: str, space: str) -> str:
    return f"\n  <!--{space}mistake:{space}{one}{space}-->"


@settings(max_examples=200, deadline=None)
@given(text=st.text(alphabet=string.printable + "日本語　×", max_size=300))
def test_any_text_is_read_or_has_findings(text: str) -> None:
    draft = read_draft(text, "quiz.md")
    assert draft.questions or draft.findings
