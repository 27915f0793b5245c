from __future__ import annotations

from pathlib import Path

import pytest

from grader.layout import display_width
from grader.quiz.load import find_quizzes, read_quiz
from grader.quiz.model import Question
from grader.quiz.parse.markdown import markdown
from grader.quiz.prose import Passage, Place, Prose
from grader.quiz.terminal.prose import ProseWriter
from grader.words import LANGUAGES, Language

ROOT = Path(__file__).resolve().parents[3]


def lines(source: str, width: int = 60, *, unicode: bool = True) -> list[str]:
    passage = Passage(Place("x.md", 1), tuple(markdown().parse(source)))
    return ProseWriter("en", unicode=unicode, folder=Path("figures")).lines(passage, width)


def test_formulas_are_written_in_unicode_and_stay_whole() -> None:
    assert lines(r"The loss is this: $\frac{1}{2} r \sum_i w_i^2$ .", 30) == [
        "The loss is this:",
        "(1/2) r ∑ᵢ wᵢ².",
    ]


def test_where_only_ascii_is_shown_formulas_stay_tex() -> None:
    assert lines(r"So $w_1 \le 2$ .", unicode=False) == [r"So w_1 \le 2."]


def test_code_is_indented_and_kept() -> None:
    assert lines("Look:\n\n```python\ndef f(x):\n    return ___1___\n```\n") == [
        "Look:",
        "",
        "    def f(x):",
        "        return ___1___",
    ]


def test_long_code_is_broken_below_itself() -> None:
    code = "    return first_argument + second_argument + third_argument"
    broken = lines(f"```\ndef f():\n{code}\n```", 40)
    assert broken[1:] == [
        "        return first_argument +",
        "            second_argument +",
        "            third_argument",
    ]


def test_japanese_is_broken_by_columns_and_joined_without_spaces() -> None:
    assert lines("重みが大きく\nなりすぎる。", 16) == ["重みが大きくなり", "すぎる。"]


def test_formulas_in_japanese_have_no_space_where_none_belongs() -> None:
    assert lines("「 $x > 0$ 」なら、 $f$ は `a` です。 $y$ 。") == [
        "「x > 0」なら、f は `a` です。y。"
    ]


def test_lists_tables_and_quotations_have_a_shape() -> None:
    assert lines("- one\n- two\n\n3. three\n\n> four") == [
        "- one",
        "- two",
        "",
        "3. three",
        "",
        "  four",
    ]
    assert lines("| a | bb |\n|---|---|\n| 重み | d |") == ["a     bb", "重み  d"]
    assert lines("| a | b |\n|---|---|\n| " + "x " * 20 + "| d |", 20)[0] == "- a | b"


def test_figures_are_told_with_their_file() -> None:
    assert lines("![A disc.](fig/l2.svg)") == ["Figure: A disc. (figures/fig/l2.svg)"]


def test_names_of_files_are_left_out_where_they_would_tell_the_answer() -> None:
    passage = Passage(Place("x.md", 1), tuple(markdown().parse("![A disc.](fig/l2.svg)")))
    writer = ProseWriter("en", unicode=True, folder=None)
    assert writer.lines(passage, 60) == ["Figure: A disc."]


def test_nothing_steers_the_terminal() -> None:
    assert lines("a\x1b[2Jb `\x07` $\x1b$") == ["a?[2Jb `?` ?"]


def prose_of(question: Question) -> list[Prose]:
    return [
        question.body,
        question.explanation,
        *(option.text for option in (*question.options, *question.choices)),
        *(option.feedback for option in question.options if option.feedback),
        *(distractor.feedback for distractor in question.distractors),
        *question.hints,
    ]


@pytest.mark.parametrize("width", [28, 36, 60, 76])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_passage_of_the_course_fits(language: Language, width: int) -> None:
    seen = 0
    for files in find_quizzes(ROOT):
        quiz = read_quiz(files).quiz
        assert quiz is not None
        writer = ProseWriter(language, unicode=True, folder=quiz.folder)
        for question in quiz.questions:
            for prose in prose_of(question):
                written = writer.lines(prose.in_language(language), width)
                assert max(map(display_width, written), default=0) <= width
                seen += len(written)
    assert seen > 200
