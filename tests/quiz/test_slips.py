"""Lines that were meant as options or known wrong answers are named, in the file where they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.words import LANGUAGES, translate
from tests.quiz.writing import check, names, question, read, read_one, translated

KEY = "```answer numeric\n8\n```"
CHOICE = "Which?\n\n- [ ] 7\n  > No.\n- [x] 8"


def typed(wrong: str) -> str:
    return question("How many?", f"{KEY}\n\n{wrong}\n\nBecause it is so.")


@pytest.mark.parametrize(
    ("written", "line"),
    [
        ("- [ ] 7\n  > No.\n-[x] 8", 11),
        ("- [ ] 7\n-[x] 8\n- [ ] 9\n  > No.", 10),
        ("-[ ] 7\n\n- [x] 8\n- [ ] 9", 9),
        ("-[]7\n\n- [x] 8\n- [ ] 9", 9),
        ("- [ ] 7\n  > No.\n-[X] 8", 11),
        ("- [ ] 7\n  > No.\n-　[x] 8", 11),
        ("- [ ] 7\n  > No.\n－ [x] 8", 11),
        ("- [ ] 7\n  > No.\n・[x] 8", 11),
        ("- ［ ］ 7\n- ［x］ 8", 9),
        ("- [ ] 7\n  > No.\n- ［ｘ］ 8", 11),
        ("- [ ] 7\n  > No.\n[x] 8", 11),
        ("- [ ] 7\n  - [x] 8\n- [ ] 9", 10),
        ("1. [ ] 7\n2. [x] 8", 9),
    ],
)
def test_what_only_looks_like_an_option_is_named(written: str, line: int, tmp_path: Path) -> None:
    slipped = question(f"Which?\n\n{written}")
    (english,) = read(tmp_path, slipped, question(CHOICE)).findings
    assert english.said.name == "quiz_format.option_like"
    assert english.place == (str(tmp_path / "quiz.md"), line, None)
    for language in LANGUAGES:
        assert str(english.said.values["line"]) in translate(english.sentence, language)
    (japanese,) = read(tmp_path, question(CHOICE), slipped).findings
    assert japanese.place == (str(tmp_path / "quiz.ja.md"), line, None)


@pytest.mark.parametrize("box", ["[]", "[  ]", "[X ]", "[ｘ]", "[　]", "[x]　", "[x]"])
def test_a_box_of_another_form_is_named(box: str, tmp_path: Path) -> None:
    slipped = CHOICE.replace("[x] ", box)
    findings = read(tmp_path, question(slipped), question(CHOICE)).findings
    assert names(findings) == ["box_missing"]
    assert findings[0].place.file == str(tmp_path / "quiz.md")


@pytest.mark.parametrize(
    "text",
    [
        "The interval\n[0, 1] is closed.",
        "Take `-[x]` or\n`[x]` .",
        "So $y = -[x]$ .",
        "See\n[x](https://example.org) .",
        "```markdown\n-[x] done\n[x] done\n```",
        "| a | b |\n|---|---|\n| [x] | [ ] |",
        "- one\n- two",
    ],
)
def test_other_text_is_left_alone(text: str, tmp_path: Path) -> None:
    assert read_one(tmp_path, question(f"{text}\n\n{CHOICE}", text)).options


UNMARKED = {
    "no quotation": "- `7`",
    "unindented": "- `7`\n> No.",
    "no code": "- 7\n  > No.",
    "nothing": "- 7",
    "no code, unindented": "- 7\n> No.",
    "no quotation sign": "- `7`\n  One was forgotten.",
    "two spellings": "- `7` | `7.0`",
    "a word": "- seven\n  > No.",
    "full width": "- ７",
    "no space": "-`7`\n\n> No.",
    "no hyphen": "`7`\n> No.",
    "numbered": "1. `7`\n   > No.",
    "among others": "- `6`\n> Nor this.\n\n- `7`\n  > No.",
    "in a second list": "- `6`\n  > No.\n\nAnd:\n\n- `7`\n  > No.",
    "another sign": "- `6`\n  > No.\n* `7`\n  > No.",
}


@pytest.mark.parametrize("name", UNMARKED)
def test_a_wrong_answer_that_is_none_is_named_in_both_files(name: str, tmp_path: Path) -> None:
    report = check(tmp_path, typed(UNMARKED[name]))
    assert set(names(report.findings)) == {"distractor_like"}
    files = {finding.place.file for finding in report.findings}
    assert files == {str(tmp_path / "quiz.md"), str(tmp_path / "quiz.ja.md")}
    for finding in report.findings:
        line = Path(finding.place.file).read_text(encoding="utf-8").split("\n")
        assert any(sign in line[finding.place.line - 1] for sign in ("6", "7", "７", "seven"))


@pytest.mark.parametrize("name", ["no quotation", "unindented", "no code", "nothing"])
def test_the_slip_is_named_in_the_file_where_it_is(name: str, tmp_path: Path) -> None:
    right, slipped = typed("- `7`\n  > No."), typed(UNMARKED[name])
    for sources, file in (((slipped, right), "quiz.md"), ((right, slipped), "quiz.ja.md")):
        (finding,) = read(tmp_path, *sources).findings
        assert finding.said.name == "quiz_format.distractor_like"
        assert finding.place == (str(tmp_path / file), 15, None)


@pytest.mark.parametrize(
    "explanation",
    [
        "- `np.max(x)` finds the largest one\n- `np.sum(x)` adds them",
        "- The first case is about one value only.\n- The second case has two of them.",
        "> A quotation by itself.",
        "The formula:\n\n> It is quoted here.",
        "1. Add 3.\n2. Take 7 away.",
        "```python\n- 7\n```",
    ],
)
def test_lists_of_an_explanation_are_left_alone(explanation: str, tmp_path: Path) -> None:
    report = check(tmp_path, typed(f"- `7`\n  > No.\n\nTo explain it:\n\n{explanation}"))
    assert report.findings == ()


@pytest.mark.parametrize("name", ["no quotation", "no code", "a word"])
def test_a_slip_that_names_a_mistake_is_named_as_a_slip(name: str, tmp_path: Path) -> None:
    first, *rest = UNMARKED[name].split("\n")
    slipped = typed("\n".join([first, "  <!-- mistake: a/b/c/squares -->", *rest]))
    (finding,) = read(tmp_path, slipped, typed("- `7`\n  > No.")).findings
    assert finding.said.name == "quiz_format.distractor_like"
    assert finding.place == (str(tmp_path / "quiz.md"), 15, None)


@pytest.mark.parametrize("comment", ["", "\n  <!-- mistake: a/b/c/squares -->"])
def test_one_of_several_without_its_quotation_is_named(comment: str, tmp_path: Path) -> None:
    slipped = typed(f"- `6`\n  > No.\n- `7`{comment}\n> No.")
    (finding,) = read(tmp_path, slipped, typed("- `6`\n  > No.\n- `7`\n  > No.")).findings
    assert finding.said.name == "quiz_format.distractor_unclear"
    assert finding.place == (str(tmp_path / "quiz.md"), 17, None)


def test_options_may_be_explained_by_a_list_of_code(tmp_path: Path) -> None:
    assert check(tmp_path, question(CHOICE, "Both are known:\n\n- `7`\n- `8`")).findings == ()


def test_where_the_number_of_parts_differs_both_places_are_named(tmp_path: Path) -> None:
    less = question(CHOICE.replace("- [x] 8", "- [x] 8\n- [ ] 9\n  > No."))
    (finding,) = read(tmp_path, less, translated(question(CHOICE))).findings
    assert finding.place == (str(tmp_path / "quiz.ja.md"), 5, None)
    for language in LANGUAGES:
        assert f"{tmp_path / 'quiz.md'}:5" in translate(finding.sentence, language)
