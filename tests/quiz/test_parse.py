"""Reading a file: what other quiz tools get wrong, and every way to write one wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.quiz.kinds.code import Code
from grader.quiz.parse.markdown import plain
from grader.words import LANGUAGES, translate
from tests.quiz.writing import folded, question, read, read_one

CHOICE = "Which?\n\n- [x] one\n- [ ] two\n  > No."


def texts(options: object) -> list[str]:
    assert isinstance(options, tuple)
    return [plain(option.text.en.blocks) for option in options]


def test_a_question_has_all_its_parts(tmp_path: Path) -> None:
    source = (
        "## The *title*\n<!-- q: id=parts points=2.5 level=3 tags=a,b -->\n"
        f"First $x$ .\n\nSecond.\n\n- [ ] one\n  > No.\n- [x] two\n\n"
        f"{folded('Think.', 'Hint')}\n{folded('Again.', 'Hint')}\n{folded('Because.')}"
    )
    found = read_one(tmp_path, source)
    assert (found.id, found.number, found.points, found.level) == ("parts", 1, 2.5, 3)
    assert found.tags == ("a", "b")
    assert plain(found.title.en.blocks) == "The title"
    assert plain(found.body.en.blocks).split() == ["First", "x", ".", "Second."]
    assert [plain(hint.en.blocks) for hint in found.hints] == ["Think.", "Again."]
    assert plain(found.explanation.en.blocks) == "Because."
    assert texts(found.options) == ["one", "two"]
    assert [option.letter for option in found.options] == ["A", "B"]
    no, nothing = (option.feedback for option in found.options)
    assert no is not None
    assert plain(no.en.blocks) == "No."
    assert nothing is None
    assert found.answer.describe("en") == "B"


def test_double_brackets_are_code_like_any_other(tmp_path: Path) -> None:
    body = "```python\nx = np.array([[1, 2, 3]])\n```\n\n- [x] `[[1, 2]]`\n- [ ] `(1, 3)`\n  > No."
    found = read_one(tmp_path, question(body))
    assert found.kind == "choice"
    assert texts(found.options) == ["[[1, 2]]", "(1, 3)"]
    assert "[[1, 2, 3]]" in plain(found.body.en.blocks)


def test_a_fence_may_show_a_task_list(tmp_path: Path) -> None:
    body = "```markdown\n- [x] done\n- [ ] open\n```\n\n- [ ] one\n  > No.\n- [x] two"
    found = read_one(tmp_path, question(body))
    assert texts(found.options) == ["one", "two"]
    assert found.answer.right_responses() == (1,)


def test_code_below_an_option_does_not_end_the_list(tmp_path: Path) -> None:
    body = (
        "- [ ] first\n  > No.\n- [x] second:\n\n  ```python\n  - [x] done\n\n  y = 1\n  ```\n"
        "- [ ] 日本語\n  > いいえ"
    )
    found = read_one(tmp_path, question(body))
    assert [text.split()[0] for text in texts(found.options)] == ["first", "second:", "日本語"]
    fences = [token for token in found.options[1].text.en.blocks if token.type == "fence"]
    assert [fence.content for fence in fences] == ["- [x] done\n\ny = 1\n"]


def test_an_option_may_be_nothing_but_code_or_an_image(tmp_path: Path) -> None:
    body = "- [x]\n  ```python\n  x\n  ```\n- [ ] ![a curve](a.svg)\n  > No."
    found = read_one(tmp_path, question(body))
    first, second = found.options
    assert [token.type for token in first.text.en.blocks] == ["fence"]
    assert plain(second.text.en.blocks) == "a curve"


def test_headings_details_and_answers_inside_fences_are_text(tmp_path: Path) -> None:
    inside = "````\n## No question\n</details>\n```answer choice\nA\n```\n````"
    found = read_one(tmp_path, question(CHOICE, inside))
    assert "## No question" in plain(found.explanation.en.blocks)


def test_several_ticks_ask_for_several_and_one_may(tmp_path: Path) -> None:
    several = question("- [x] a\n- [x] b\n- [ ] c\n  > No.", attributes="id=several")
    one = question("- [x] a\n- [ ] b\n  > No.", attributes="id=one type=multi")
    reading = read(tmp_path, f"{several}\n{one}")
    assert reading.quiz is not None
    kinds = {found.id: found.answer.right_responses() for found in reading.quiz.questions}
    assert kinds == {"several": ([0, 1],), "one": ([0],)}


def test_the_key_may_be_kept_from_readers_of_the_file(tmp_path: Path) -> None:
    body = "- [ ] a\n  > No.\n- [ ] b"
    found = read_one(tmp_path, question(body, "```answer choice\nB\n```\nBecause."))
    assert found.answer.right_responses() == (1,)
    assert plain(found.explanation.en.blocks) == "Because."


def test_blanks_in_code_have_names(tmp_path: Path) -> None:
    body = "```python\nx = ___1___ + ___ア___\n__name__ = '___'\n```"
    found = read_one(tmp_path, question(body, "```answer code\n1: a | b\nア: c\n1: d\n```\nx"))
    assert isinstance(found.answer, Code)
    assert found.answer.fills == {"1": ("a | b", "d"), "ア": ("c",)}


def test_wrong_answers_that_are_known_have_feedback(tmp_path: Path) -> None:
    wrong = "- `2` | `3`\n  > Too few.\n- `8`\n  > Too many."
    inside = f"```answer numeric\n4\n```\n{wrong}\n\nSo:\n\n- `4` is it"
    found = read_one(tmp_path, question("How many?", inside))
    assert [distractor.written for distractor in found.distractors] == [("2", "3"), ("8",)]


def test_lists_of_an_order_and_a_match_leave_the_body(tmp_path: Path) -> None:
    order = question("Sort:\n\n1. b\n2. a", "```answer order\n2 > 1\n```\nx", "id=order")
    match = question(
        "Pair:\n\n1. one\n2. two\n\n- A. zwei\n- B. eins\n- C. drei",
        "```answer match\n1: B\n2: A\n```\nx",
        "id=match",
    )
    listing = question("1. not an item\n2. nor this\n\n- [x] a\n- [ ] b\n  > No.", "x", "id=list")
    reading = read(tmp_path, f"{order}\n{match}\n{listing}")
    assert reading.quiz is not None
    first, second, third = reading.quiz.questions
    assert texts(first.options) == ["b", "a"]
    assert plain(first.body.en.blocks) == "Sort:"
    assert texts(second.options) == ["one", "two"]
    assert texts(second.choices) == ["zwei", "eins", "drei"]
    assert "not an item" in plain(third.body.en.blocks)


def test_an_essay_has_a_rubric_and_a_model_answer(tmp_path: Path) -> None:
    english = "```answer essay max=80\nBecause.\nAnd so.\n```\n- [ ] (1) a\n- [ ] (2.5) b\n\nx"
    japanese = "```answer essay max=80\nなぜなら。\n```\n- [ ] (1) あ\n- [ ] (2.5) い\n\nx"
    found = read_one(tmp_path, question("Why?", english), question("なぜ?", japanese))
    assert [item.points for item in found.rubric] == [1, 2.5]
    assert plain(found.rubric[1].text.ja.blocks) == "い"
    assert found.model_answer == ("Because.\nAnd so.", "なぜなら。")


def test_comments_for_people_are_dropped(tmp_path: Path) -> None:
    found = read_one(tmp_path, question(f"<!-- check the source -->\n\n{CHOICE}"))
    assert plain(found.body.en.blocks) == "Which?"


NUMERIC = "```answer numeric\n4\n```\nx"
BROKEN = {
    "no_questions": "Only words.",
    "comment_missing": f"## Q\nText\n\n{CHOICE}",
    "comment_unclear": f"## Q\n<!-- q id=a -->\n{CHOICE}",
    "id_missing": f"## Q\n<!-- q: points=1 -->\n{CHOICE}",
    "id_twice": question(CHOICE) + "\n" + question(CHOICE),
    "attribute_unknown": question(CHOICE, attributes="id=q colour=red"),
    "setting_unclear": question(CHOICE, attributes="id=q points"),
    "points_unreadable": question(CHOICE, attributes="id=q points=many"),
    "level_unreadable": question(CHOICE, attributes="id=q level=9"),
    "type_unknown": question(CHOICE, attributes="id=q type=radio"),
    "comment_twice": question(f"{CHOICE}\n\n<!-- q: id=b -->\n"),
    "comment_without_heading": f"<!-- q: id=b -->\n\n{question(CHOICE)}",
    "heading_level": f"# Title\n\n{question(CHOICE)}",
    "html": question(f"<b>bold</b> text\n\n{CHOICE}"),
    "details_unclear": question(CHOICE).replace("Answer</summary>\n", "Answer</summary>"),
    "details_open": f"## Q\n<!-- q: id=q -->\n{CHOICE}\n\n<details><summary>Answer</summary>\n\nx",
    "summary_unknown": f"## Q\n<!-- q: id=q -->\n{CHOICE}\n\n{folded('x', 'Solution')}",
    "after_answer": f"{question(CHOICE)}\nMore text.",
    "after_options": question(f"{CHOICE}\n\nMore text."),
    "quotation_at_margin": question("- [x] a\n- [ ] b\n> No."),
    "key_not_folded": question(f"{CHOICE}\n\n```answer choice\nA\n```"),
    "no_key": question("What?"),
    "two_keys": question(CHOICE, "```answer choice\nA\n```\nx"),
    "no_tick": question("- [ ] a\n- [ ] b"),
    "several_ticks": question("- [x] a\n- [x] b", attributes="id=q type=choice"),
    "two_lists": question(f"{CHOICE}\n\n<!-- - -->\n\n- [x] c\n- [ ] d"),
    "box_missing": question("- [x] a\n- b\n  > No."),
    "option_empty": question("- [x] a\n- [ ]\n  > No."),
    "too_few_options": question("- [x] a"),
    "too_many_options": question("- [x] a\n" + "- [ ] b\n" * 30),
    "letter_unknown": question("- [ ] a\n- [ ] b", "```answer choice\nC\n```\nx"),
    "letter_out_of_order": question("1. a\n2. b\n\n- A. x\n- C. y", NUMERIC),
    "options_and_answer": question("- [ ] a\n- [ ] b", NUMERIC),
    "kind_missing": question("What?", "```answer\n4\n```\nx"),
    "kind_unknown": question("What?", "```answer guess\n4\n```\nx"),
    "answer_empty": question("What?", "```answer numeric\n\n```\nx"),
    "setting_unknown": question("What?", "```answer numeric colour=red\n4\n```\nx"),
    "one_line": question("- [ ] a\n- [ ] b", "```answer choice\nA\nB\n```\nx"),
    "key_unreadable": question("What?", "```answer numeric\nfour\n```\nx"),
    "formula_undefined": question("What?", "```answer expr vars=x\nlog(-x^2)\n```\nx"),
    "formulas_differ": question("What?", "```answer expr vars=x\n2x\nx^2\n```\nx"),
    "function_unknown": question("What?", "```answer expr vars=x functions=g\ng(x)\n```\nx"),
    "domain_unknown": question("What?", "```answer expr vars=x domain=all\nx\n```\nx"),
    "blank_unknown": question("```python\n___1___\n```", "```answer code\n2: x\n```\nx"),
    "blank_without_key": question("```\n___1___, ___2___\n```", "```answer code\n2: x\n```\nx"),
    "blanks_without_code": question(f"```python\n___1___\n```\n\n{CHOICE}"),
    "check_without_code": question(CHOICE, attributes="id=q check=a/b/c"),
    "order_unreadable": question("1. a\n2. b", "```answer order\nfirst\n```\nx"),
    "order_incomplete": question("1. a\n2. b", "```answer order\n1\n```\nx"),
    "match_needs_lists": question("1. a\n2. b", "```answer match\n1: A\n```\nx"),
    "match_needs_block": question("1. a\n2. b\n\n- A. x\n- B. y", NUMERIC),
    "match_unreadable": question("1. a\n2. b\n\n- A. x\n- B. y", "```answer match\n1: Z\n```\nx"),
    "match_incomplete": question("1. a\n2. b\n\n- A. x\n- B. y", "```answer match\n1: A\n```\nx"),
    "rubric_missing": question("Why?", "```answer essay\nx\n```\nx"),
    "rubric_points": question("Why?", "```answer essay\nx\n```\n- [ ] no points\n\nx"),
    "rubric_without_essay": question(CHOICE, "- [ ] (1) point\n\nx"),
    "limit_unreadable": question("Why?", "```answer essay max=long\nx\n```\n- [ ] (1) a\n\nx"),
    "distractor_unclear": question("?", f"{NUMERIC}\n\n- `2`\n  > No.\n- words\n  > No."),
    "distractor_unwanted": question(CHOICE, "- `2`\n  > No."),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_malformed_is_said_with_its_line(name: str, tmp_path: Path) -> None:
    reading = read(tmp_path, BROKEN[name])
    found = [finding for finding in reading.findings if finding.said.name == f"quiz_format.{name}"]
    assert found, [translate(finding.sentence, "en") for finding in reading.findings]
    for finding in found:
        lines = Path(finding.place.file).read_text(encoding="utf-8").splitlines()
        assert 1 <= finding.place.line <= len(lines)
        for language in LANGUAGES:
            said = translate(finding.sentence, language)
            assert said.startswith(f"{finding.place.file}:{finding.place.line}: ")


def test_a_malformed_question_does_not_hide_the_others(tmp_path: Path) -> None:
    source = f"{question('What?', attributes='id=bad')}\n{question(CHOICE, attributes='id=good')}"
    reading = read(tmp_path, source)
    assert reading.quiz is not None
    assert [found.id for found in reading.quiz.questions] == ["good"]
    assert reading.findings


@pytest.mark.parametrize(
    ("front", "name"),
    [
        ("", "front_missing"),
        ("---\nseed: 1\n---\n", "title_missing"),
        ("---\ntitle\n---\n", "front_line"),
        ("---\ntitle: a\ntitle: b\n---\n", "front_key"),
        ("---\ntitle: a\nauthor: b\n---\n", "front_key"),
        ("---\ntitle: a\npass: 101\n---\n", "number_expected"),
        ("---\ntitle: a\nminutes: soon\n---\n", "number_expected"),
    ],
)
def test_front_matter_is_read_strictly(front: str, name: str, tmp_path: Path) -> None:
    reading = read(tmp_path, "x")
    assert reading.quiz is not None
    files = tmp_path / "quiz.md"
    files.write_text(f"{front}\n{question(CHOICE)}", encoding="utf-8")
    from grader.quiz.load import QuizFiles, read_quiz

    findings = read_quiz(QuizFiles("q", files, tmp_path / "quiz.ja.md")).findings
    assert f"quiz_format.{name}" in [finding.said.name for finding in findings]
