"""Quizzes that can be read and are wrong all the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.quiz.lint import Known, check_quiz
from grader.quiz.model import MistakeId
from grader.words import LANGUAGES, translate
from tests.quiz.writing import check, folded, names, question, translated, write

CHOICE = "Which?\n\n- [x] one\n- [ ] two\n  > No."
CODE = "```python\n___1___\n```"


def typed(kind: str, key: str, more: str = "") -> str:
    return question("What?", f"```answer {kind}\n{key}\n```\n{more}\n\nBecause.")


def test_a_sound_quiz_has_no_findings(tmp_path: Path) -> None:
    report = check(tmp_path, question(CHOICE))
    assert report.quiz is not None
    assert report.findings == ()


FAULTY = {
    "no_explanation": question(CHOICE, "<!-- nothing -->").replace("<!-- nothing -->\n\n", ""),
    "no_feedback": question("Which?\n\n- [x] one\n- [ ] two"),
    "option_twice": question("Which?\n\n- [x] one\n- [ ] one\n  > No."),
    "distractor_not_wrong": typed("numeric", "0.25", "- `1/4`\n  > No."),
    "distractor_twice": typed("numeric", "4", "- `2`\n  > No.\n- `2.0`\n  > Neither."),
    "image_missing": question(f"![a curve](fig/none.svg)\n\n{CHOICE}"),
    "image_unread": question(f"![a curve](two words.svg)\n\n{CHOICE}"),
    "no_remark": typed("numeric", "0.25", "- `0.5`\n  >"),
    "image_undescribed": question(f"![](quiz.md)\n\n{CHOICE}"),
    "image_elsewhere": question(f"![a curve](https://example.org/a.svg)\n\n{CHOICE}"),
    "image_tells": question("![the 7 × 7 map](quiz.md)", "```answer shape\n7x7\n```\nx"),
    "maths_unknown": question(f"Take $x + \\nonsense$ .\n\n{CHOICE}"),
    "image_type": question(f"![a curve](quiz.md)\n\n{CHOICE}"),
    "dollar_wide": question(f"パディング ＄P=1＄ です\n\n{CHOICE}"),
    "dollar_alone": question(f"It costs 5$ or so.\n\n{CHOICE}"),
    "dollar_adjacent": question(f"出力は$H$です\n\n{CHOICE}"),
}


@pytest.mark.parametrize("name", FAULTY)
def test_what_is_wrong_is_said_with_its_line(name: str, tmp_path: Path) -> None:
    report = check(tmp_path, FAULTY[name])
    found = [finding for finding in report.findings if finding.said.name == f"quiz_lint.{name}"]
    assert found, [translate(finding.sentence, "en") for finding in report.findings]
    for finding in found:
        for language in LANGUAGES:
            assert translate(finding.sentence, language).startswith(f"{finding.place}: ")


def test_a_key_with_two_values_is_noticed(tmp_path: Path) -> None:
    # The middle of the interval is no whole number of the form the key has; it must grade right.
    assert check(tmp_path, typed("numeric", "[0.1, 0.2]")).findings == ()
    assert check(tmp_path, typed("numeric", "0.842 ± 0.001")).findings == ()
    assert check(tmp_path, typed("shape", "(N, 10)")).findings == ()


@pytest.mark.parametrize(
    ("body", "line", "column"),
    [
        ("First $a$ , then $x + \\nonsense$ .", 8, 23),
        ("$$ \\frac{1}{2} \\nonsense $$", 8, 16),
        ("$$\nx = 1 \\\\\n  y = \\nonsense\n$$", 10, 7),
        ("> quoted $\\nonsense$ words", 8, 11),
        ("日本語の数式 $\\nonsense$ です", 8, 9),
        ("$50 \\% $ and $a % b$ .", 8, 17),
    ],
)
def test_unknown_maths_is_found_to_the_column(
    body: str, line: int, column: int, tmp_path: Path
) -> None:
    report = check(tmp_path, question(f"\n{body}\n\n{CHOICE}"), question(f"\nx\n\n{CHOICE}"))
    (found,) = (
        finding for finding in report.findings if finding.said.name == "quiz_lint.maths_unknown"
    )
    assert found.place == (str(tmp_path / "quiz.md"), line, column)


def dollars(folder: Path, text: str) -> set[str]:
    """What is said about the dollar signs of a text."""
    source = question(f"{text}\n\n{CHOICE}")
    found = names(check(folder, source).findings)
    return {name for name in found if name.startswith("dollar")}


@pytest.mark.parametrize(
    "text",
    [
        "It costs \\$5 and \\$6.",
        "`$x`, then $y$ , then `$`.",
        "ストライドが $S=1$ 、パディングが $P=1$ のとき",
        "The rate $r$ (here $r$).",
        "$x$\nand\n$y$",
    ],
)
def test_dollars_that_github_reads_the_same_way_are_left_alone(text: str, tmp_path: Path) -> None:
    assert dollars(tmp_path, text) == set()


@pytest.mark.parametrize("text", ["a$x$ b", "($x$)", "$x$a", "$x$は", "「$x$」"])
def test_dollars_that_github_reads_otherwise_are_found(text: str, tmp_path: Path) -> None:
    assert dollars(tmp_path, text) == {"dollar_adjacent"}


@pytest.mark.parametrize(
    ("english", "japanese", "missing"),
    [
        ("a 6×6 image", "6×6 の画像", []),
        ("a 6×6 image", "5×5 の画像", ["6", "5"]),
        ("two filters", "2 つのフィルタ", []),
        ("a filter, once", "フィルタを 1 回", []),
        ("the squared error", "2 乗した誤差", []),
        ("14,455,392 weights", "重みは 14455392 個", []),
        ("stride 1", "ストライド", ["1"]),
        ("0.25", "0.35", ["0.25", "0.35"]),
        ("$f = 3$", "$f = 5$", ["3", "5"]),
        ("size 12", "サイズ１２", []),
    ],
)
def test_both_languages_speak_of_the_same_numbers(
    english: str, japanese: str, missing: list[str], tmp_path: Path
) -> None:
    choice = "\n\n- [x] one\n- [ ] two\n  > No."
    translation = translated(question(japanese + choice))
    report = check(tmp_path, question(english + choice), translation)
    assert sorted(str(finding.said.values["number"]) for finding in report.findings) == sorted(
        missing
    )


def several(bodies: list[str]) -> str:
    return "\n".join(
        question(body, attributes=f"id=q{number}") for number, body in enumerate(bodies)
    )


def test_keys_in_one_place_are_noticed(tmp_path: Path) -> None:
    first, second = "- [x] aa\n- [ ] bb\n  > No.", "- [ ] aa\n  > No.\n- [x] bb"
    assert names(check(tmp_path, several([first] * 4)).findings) == ["one_position"]
    assert names(check(tmp_path, several([first, second] * 2)).findings) == []
    assert names(check(tmp_path, several([first] * 3)).findings) == []


def test_keys_that_are_longest_are_noticed_in_each_language(tmp_path: Path) -> None:
    first, second = "- [x] aaa\n- [ ] b\n  > No.", "- [ ] b\n  > No.\n- [x] aaa"
    findings = check(tmp_path, several([first, second] * 2)).findings
    assert names(findings) == ["longest_option", "longest_option"]


def test_links_to_the_course_have_to_lead_somewhere(tmp_path: Path) -> None:
    source = question(CODE, "```answer code\n1: x\n```\nx", "id=q check=a/b/c")
    files = write(tmp_path, source)
    right = Known({"a/b/c": frozenset({"1"})}, frozenset({"day/section"}))
    assert check_quiz(files, right).findings == ()
    assert names(check_quiz(files, Known({"a/b/d": frozenset("1")})).findings) == [
        "no_such_exercise"
    ]
    assert names(check_quiz(files, Known({"a/b/c": frozenset("12")})).findings) == ["other_blanks"]
    assert names(check_quiz(files, Known(sections=frozenset({"x"}))).findings) == [
        "no_such_section"
    ]


@pytest.mark.parametrize("wrong", ["option", "typed"])
def test_mistakes_that_are_named_have_to_be_known(wrong: str, tmp_path: Path) -> None:
    comment = "  <!-- mistake: a/b/c/squares -->\n"
    source = question(CHOICE.replace("two\n", f"two\n{comment}"))
    if wrong == "typed":
        source = typed("numeric", "4", f"- `2`\n{comment}  > No.")
    files = write(tmp_path, source)

    def knowing(*mistakes: tuple[str, str]) -> Known:
        return Known(mistakes=frozenset(MistakeId(*one) for one in mistakes))

    assert check_quiz(files, knowing(("a/b/c", "squares"))).findings == ()
    assert check_quiz(files, Known()).findings == ()
    for known in (knowing(), knowing(("a/b/c", "square")), knowing(("a/b/d", "squares"))):
        (finding,) = check_quiz(files, known).findings
        assert finding.said.name.startswith("quiz_lint.no_such_mistake")
        assert finding.place.line == source[: source.index(comment)].count("\n") + 4
        for language in LANGUAGES:
            assert "a/b/c/squares" in translate(finding.sentence, language)


LINKED = Known(
    exercises={"a/b/conv_size": frozenset("1"), "a/b/softmax": frozenset("1")},
    mistakes=frozenset(
        MistakeId("a/b/conv_size", name) for name in ("padding-on-one-side", "rounds-up")
    ),
)


@pytest.mark.parametrize(
    ("written", "near"),
    [
        ("a/b/conv_size/padding-one-side", "a/b/conv_size/padding-on-one-side"),
        ("conv_size/rounds-up", "a/b/conv_size/rounds-up"),
        ("b/conv_siz/round-up", "a/b/conv_size/rounds-up"),
        ("conv_size/x", "a/b/conv_size/padding-on-one-side, a/b/conv_size/rounds-up"),
        ("pooling/rounds-up", None),
    ],
)
def test_near_mistakes_are_named(written: str, near: str | None, tmp_path: Path) -> None:
    source = question(CHOICE.replace("two\n", f"two\n  <!-- mistake: {written} -->\n"))
    (finding,) = check_quiz(write(tmp_path, source), LINKED).findings
    assert finding.said.values.get("near") == near
    for language in LANGUAGES:
        assert (near or "mistakes.toml") in translate(finding.sentence, language)


@pytest.mark.parametrize(
    ("written", "near"), [("conv_size", "a/b/conv_size"), ("a/c/sofmax", "a/b/softmax"), ("x", "")]
)
def test_near_exercises_are_named(written: str, near: str, tmp_path: Path) -> None:
    source = question(CODE, "```answer code\n1: x\n```\nx", f"id=q check={written}")
    (finding,) = check_quiz(write(tmp_path, source), LINKED).findings
    assert near in translate(finding.sentence, "en")
    assert finding.said.name.endswith("_near") == bool(near)


def test_a_new_section_belongs_into_the_file_of_the_course(tmp_path: Path) -> None:
    files = write(tmp_path, question(CHOICE))
    (finding,) = check_quiz(files, Known(sections=frozenset({"x"}))).findings
    for language in LANGUAGES:
        assert "course.toml" in translate(finding.sentence, language)


JAPANESE = (
    "## 問題\n<!-- q: id=q -->\nどれ?\n\n- [ ] 一つ\n- [ ] 二つ\n  > 違います。\n\n"
    + folded("だからです。", "解答")
)


@pytest.mark.parametrize(
    ("japanese", "english", "line"),
    [
        ("問題", "Output size", 5),
        ("どれ?", "Which of them?", 7),
        ("一つ", "the one", 9),
        ("違います。", "It is not.", 11),
        ("だからです。", "Because it is\nso.", 15),
        ("どれ?", "![a falling curve](a.svg)", 7),
    ],
)
def test_what_was_not_translated_is_found(
    japanese: str, english: str, line: int, tmp_path: Path
) -> None:
    assert check(tmp_path, question(CHOICE), JAPANESE).findings == ()
    report = check(tmp_path, question(CHOICE), JAPANESE.replace(japanese, english))
    found = [one for one in report.findings if one.said.name == "quiz_lint.no_japanese"]
    assert [one.place for one in found] == [(str(tmp_path / "quiz.ja.md"), line, None)]


@pytest.mark.parametrize(
    "text", ["AdaGrad", "skip-gram", "GRU, LSTM", "`np.max of x`", "$x$", "3", "A / B", "ReLU"]
)
def test_names_code_and_maths_are_the_same_in_both_languages(text: str, tmp_path: Path) -> None:
    english = question(CHOICE.replace("one", text)).replace("A question", text)
    report = check(tmp_path, english, JAPANESE.replace("一つ", text).replace("問題", text))
    assert names(report.findings) == []


def test_a_copy_of_the_english_file_is_said_once(tmp_path: Path) -> None:
    files = write(tmp_path, question(CHOICE))
    files.ja.write_text(files.en.read_text(encoding="utf-8"), encoding="utf-8")
    (finding,) = check_quiz(files).findings
    assert finding.said.name == "quiz_lint.no_japanese_at_all"
    assert finding.place == (str(files.ja), 1, None)


def test_japanese_in_the_english_file_is_found(tmp_path: Path) -> None:
    report = check(tmp_path, question(CHOICE.replace("one", "これ one")), JAPANESE)
    (finding,) = report.findings
    assert finding.said.name == "quiz_lint.japanese_in_english"
    assert finding.place == (str(tmp_path / "quiz.md"), 9, None)
    code = check(tmp_path, question(CHOICE.replace("one", "`これ`")), JAPANESE)
    assert code.findings == ()


@pytest.mark.parametrize("mark", ["\ufeff", ""])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_files_of_other_editors_are_read(mark: str, end: str, tmp_path: Path) -> None:
    files = write(tmp_path, question(f"Take $\\nonsense$ .\n\n{CHOICE}"), JAPANESE)
    for path in (files.en, files.ja):
        text = path.read_text(encoding="utf-8")
        path.write_bytes((mark + text.replace("\n", end)).encode())
    (finding,) = check_quiz(files).findings
    assert finding.place == (str(files.en), 7, 7)


@pytest.mark.parametrize("name", ["a curve.svg", "曲線.svg", "100%.svg"])
def test_images_may_have_any_name(name: str, tmp_path: Path) -> None:
    image = f"![曲線]({name})" if " " not in name else f"![曲線](<{name}>)"
    source = question(f"{image}\n\n{CHOICE}")
    findings = check(tmp_path, source.replace("曲線]", "curve]"), JAPANESE).findings
    assert [one.said.values for one in findings] == [{"image": name}]
    (tmp_path / name).touch()
    assert check(tmp_path, source.replace("曲線]", "curve]"), JAPANESE).findings == ()
