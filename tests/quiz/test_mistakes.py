"""Wrong answers that carry the id of a known mistake: how it is written, and where it cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.quiz.model import MistakeId
from grader.quiz.parse.markdown import plain
from grader.words import LANGUAGES, translate
from tests.quiz.writing import folded, names, question, read, read_one

SQUARES, SUM = "<!-- mistake: a/b/c/squares -->", "<!-- mistake: a/b/c/sum-of-all -->"
CHOICE = f"Which?\n\n- [x] one\n- [ ] two\n  {SQUARES}\n  > No.\n- [ ] three\n  > Nor this."
PLAIN = CHOICE.replace(f"  {SQUARES}\n", "")
KEY = "```answer numeric\n4\n```"
TYPED = f"{KEY}\n- `2` | `3`\n  {SQUARES}\n  > No.\n- `8`\n  > Nor this.\n\nSo it is."
BLANK = "```python\n___1___\n```"


def test_a_wrong_option_carries_a_mistake(tmp_path: Path) -> None:
    found = read_one(tmp_path, question(CHOICE))
    assert [one.mistake for one in found.options] == [None, MistakeId("a/b/c", "squares"), None]
    assert found.mistakes == (("a/b/c", "squares"),)
    assert str(found.mistakes[0]) == "a/b/c/squares"
    assert found.exercise == "a/b/c"
    assert [plain(one.text.en.blocks) for one in found.options] == ["one", "two", "three"]
    feedback = found.options[1].feedback
    assert feedback is not None
    assert plain(feedback.en.blocks) == "No."


def test_a_known_wrong_answer_carries_a_mistake(tmp_path: Path) -> None:
    found = read_one(tmp_path, question("How many?", TYPED))
    assert [one.mistake for one in found.distractors] == [("a/b/c", "squares"), None]
    assert [one.written for one in found.distractors] == [("2", "3"), ("8",)]
    assert found.exercise == "a/b/c"
    assert plain(found.explanation.en.blocks) == "So it is."


@pytest.mark.parametrize(
    "item",
    [
        f"- [ ]\n  ```python\n  y\n  ```\n  {SQUARES}\n  > No.",
        f"- [ ] two:\n\n  ```python\n  y\n  ```\n\n  {SQUARES}\n\n  > No.",
        "- [ ] two\n  <!--mistake:a/b/c/squares-->\n  > No.",
        "- [ ] two\n  <!-- mistake:\n  a/b/c/squares -->\n  > No.",
        f"- [ ] ![a curve](a.svg)\n  {SQUARES}\n  > No.\n  >\n  > At all.",
    ],
)
def test_an_option_with_a_mistake_may_be_written_in_other_ways(item: str, tmp_path: Path) -> None:
    found = read_one(tmp_path, question(f"Which?\n\n- [x] one\n{item}"))
    assert found.mistakes == (("a/b/c", "squares"),)
    text, said = found.options[1].text.en.blocks, found.options[1].feedback
    assert said is not None
    assert not {"html_block", "html_inline"} & {token.type for token in (*text, *said.en.blocks)}


def test_a_question_without_mistakes_is_about_the_exercise_it_runs(tmp_path: Path) -> None:
    assert read_one(tmp_path, question(PLAIN)).exercise is None
    inside = "```answer code\n1: x\n```\n- `y`\n  > No.\n\nx"
    found = read_one(tmp_path, question(BLANK, inside, "id=q check=d/e/f"))
    assert (found.exercise, found.mistakes) == ("d/e/f", ())


def test_a_mistake_changes_nothing_about_what_is_asked(tmp_path: Path) -> None:
    with_mistake, without = question(CHOICE), question(PLAIN)
    assert read_one(tmp_path, with_mistake).digest == read_one(tmp_path, without).digest


@pytest.mark.parametrize(
    ("english", "carrier"),
    [
        (question(CHOICE), lambda found: found.options[1]),
        (question("How many?", TYPED), lambda found: found.distractors[0]),
    ],
)
def test_a_translation_may_leave_it_out_or_repeat_it(
    english: str, carrier: object, tmp_path: Path
) -> None:
    assert callable(carrier)
    for japanese in (english, english.replace(f"  {SQUARES}\n", "")):
        found = read_one(tmp_path, english, japanese)
        assert carrier(found).mistake == ("a/b/c", "squares")
    assert names(read(tmp_path, english, english.replace(SQUARES, SUM)).findings) == [
        "mistake_differs"
    ]
    without = english.replace(f"  {SQUARES}\n", "")
    assert names(read(tmp_path, without, english).findings) == ["mistake_differs"]


def test_a_mistake_on_another_option_of_the_translation_is_another_one(tmp_path: Path) -> None:
    moved = PLAIN.replace("three\n", f"three\n  {SQUARES}\n")
    reading = read(tmp_path, question(CHOICE), question(moved))
    assert names(reading.findings) == ["mistake_differs"]
    assert reading.findings[0].place == (str(tmp_path / "quiz.ja.md"), 12, None)


ITEM = "- [x] one\n- [ ] two\n  {comment}\n  > No."
MALFORMED = {
    "no path": ("mistake_unclear", question(ITEM.format(comment="<!-- mistake: squares -->"))),
    "no colon": ("mistake_unclear", question(ITEM.format(comment="<!-- mistake a/b/c/d -->"))),
    "two ids": ("mistake_unclear", question(ITEM.format(comment="<!-- mistake: a/b/c d/e -->"))),
    "no id": ("mistake_unclear", question(ITEM.format(comment="<!-- mistake: a/b/c/ -->"))),
    "nothing": ("mistake_unclear", question(ITEM.format(comment="<!-- mistake: -->"))),
    "text behind": ("mistake_unclear", question(ITEM.format(comment=f"{SQUARES} two"))),
    "typed": ("mistake_unclear", question("?", f"{KEY}\n- `2`\n  <!-- mistakes: -->\n  > No.\n")),
    "twice": ("mistake_misplaced", question(ITEM.format(comment=f"{SQUARES}\n  {SUM}"))),
    "typed twice": (
        "mistake_misplaced",
        question("?", f"{KEY}\n- `2`\n  {SQUARES}\n  {SUM}\n  > No.\n\nx"),
    ),
    "on the line": ("mistake_misplaced", question(f"- [x] one\n- [ ] two {SQUARES}\n  > No.")),
    "below": ("mistake_misplaced", question(f"- [x] one\n- [ ] two\n  > No.\n\n  {SQUARES}")),
    "no quotation": ("mistake_misplaced", question(f"- [x] one\n- [ ] two\n  {SQUARES}")),
    "in the quotation": ("mistake_misplaced", question(f"- [x] a\n- [ ] b\n  > {SQUARES}\n  > x")),
    "at the margin": ("mistake_misplaced", question(f"- [x] one\n- [ ] two\n{SQUARES}")),
    "typed at the margin": ("mistake_misplaced", question("?", f"{KEY}\n- `2`\n{SQUARES}\n\nx")),
    "in the text": ("mistake_misplaced", question(f"Which? {SQUARES}\n\n{PLAIN}")),
    "in front": ("mistake_misplaced", f"{SQUARES}\n\n{question(PLAIN)}"),
    "in the explanation": ("mistake_misplaced", question(PLAIN, f"- x\n  {SQUARES}\n  > y")),
    "in a hint": (
        "mistake_misplaced",
        f"## Q\n<!-- q: id=q -->\n{PLAIN}\n\n"
        + folded(f"- [ ] x\n  {SQUARES}\n  > y", "Hint")
        + f"\n{folded('x')}",
    ),
    "in a rubric": (
        "mistake_misplaced",
        question("Why?", f"```answer essay\nx\n```\n- [ ] (1) a\n  {SQUARES}\n  > y\n\nx"),
    ),
    "of an item": (
        "mistake_misplaced",
        question(f"1. a\n   {SQUARES}\n   > y\n2. b", "```answer order\n2 > 1\n```\nx"),
    ),
    "of a letter": (
        "mistake_misplaced",
        question(
            f"1. a\n2. b\n\n- A. x\n  {SQUARES}\n  > y\n- B. z",
            "```answer match\n1: A\n2: B\n```",
        ),
    ),
    "other HTML": ("html", question(ITEM.format(comment="<!-- a note -->"))),
    "right": (
        "mistake_of_right",
        question(f"- [x] one\n  {SQUARES}\n  > Yes.\n- [ ] two\n  > No."),
    ),
    "right in a block": (
        "mistake_of_right",
        question(f"- [ ] a\n  {SQUARES}\n  > x\n- [ ] b\n- [ ] c", "```answer multi\nA, B\n```\nx"),
    ),
    "two exercises": (
        "mistake_elsewhere",
        question(CHOICE.replace("three\n", "three\n  <!-- mistake: a/b/d/sum -->\n")),
    ),
    "no path beside another": (
        "mistake_short",
        question(CHOICE.replace("three\n", "three\n  <!-- mistake: c/sum-of-all -->\n")),
    ),
    "not the exercise that is run": (
        "mistake_elsewhere",
        question(
            BLANK,
            f"```answer code\n1: x\n```\n- `y`\n  {SQUARES}\n  > n\n\nx",
            "id=q check=d/e/f",
        ),
    ),
}


@pytest.mark.parametrize("name", MALFORMED)
def test_a_mistake_in_a_wrong_place_or_form_is_said_with_its_line(
    name: str, tmp_path: Path
) -> None:
    expected, source = MALFORMED[name]
    findings = read(tmp_path, source).findings
    assert set(names(findings)) == {expected}
    for finding in findings:
        assert finding.said.name == f"quiz_format.{expected}"
        lines = Path(finding.place.file).read_text(encoding="utf-8").splitlines()
        # The line of the comment, or of the item or block of text that it stands in.
        near = "\n".join(lines[finding.place.line - 1 : finding.place.line + 4])
        assert "mistake" in near or name == "other HTML"
        for language in LANGUAGES:
            assert translate(finding.sentence, language).startswith(f"{finding.place}: ")


@pytest.mark.parametrize("name", ["two exercises", "right", "twice", "no path"])
def test_it_is_the_right_line(name: str, tmp_path: Path) -> None:
    _, source = MALFORMED[name]
    finding = read(tmp_path, source).findings[0]
    line = Path(finding.place.file).read_text(encoding="utf-8").splitlines()[finding.place.line - 1]
    wanted = {
        "two exercises": "- [ ] three",
        "right": "- [x] one",
        "twice": f"  {SQUARES}",
        "no path": "  <!-- mistake: squares -->",
    }
    assert line == wanted[name]
