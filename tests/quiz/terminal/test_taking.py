from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from grader.errors import UsageError
from grader.layout import display_width
from grader.progress import Notebook
from grader.quiz.grade import grade
from grader.quiz.model import MistakeId, Quiz
from grader.quiz.selecting import Selection, select_questions
from grader.quiz.terminal.choosing import Wanted, all_items, choose_items
from grader.quiz.terminal.offering import Offer
from grader.quiz.terminal.pages import review_of, score_before
from grader.words import LANGUAGES, Language, Text
from tests.quiz.terminal.taker import Script, load_all, write_quiz

TODAY = date(2030, 1, 1)
LETTERS = "ABC"


def take(
    quizzes: list[Quiz],
    notebook: Notebook,
    *lines: str,
    wanted: Wanted = Wanted(),  # noqa: B008 - immutable
    today: date = TODAY,
    language: Language = "en",
    restart: bool = False,
    columns: int = 80,
) -> Script:
    script = Script(lines, columns)
    Offer(script, language, notebook, today).take(quizzes, wanted, grade, restart=restart)
    return script


def right_letter(quizzes: list[Quiz]) -> str:
    return LETTERS[all_items(quizzes)[0].order.index(1)]


def test_stopping_keeps_everything_and_the_next_time_goes_on(
    quizzes: list[Quiz], notebook: Notebook
) -> None:
    first = take(quizzes, notebook, "?", right_letter(quizzes), "", ":q")
    assert "1 of 4 questions are answered" in first.text
    second = take(quizzes, notebook)
    assert "Going on where you stopped: 1 of 4" in second.text
    assert "[2/4] Blanks" in second.text
    assert "[1/4]" not in second.text
    anew = take(quizzes, notebook, restart=True)
    assert "[1/4]" in anew.text


@pytest.mark.parametrize("last", [EOFError, KeyboardInterrupt])
def test_however_it_ends_what_was_answered_is_kept(
    quizzes: list[Quiz], notebook: Notebook, last: type[BaseException]
) -> None:
    script = Script([":a"], last=last)
    offer = Offer(script, "en", notebook, TODAY)
    if last is KeyboardInterrupt:
        with pytest.raises(KeyboardInterrupt):
            offer.take(quizzes, Wanted(), grade, restart=False)
    else:
        offer.take(quizzes, Wanted(), grade, restart=False)
    assert "The same command goes on from here." in script.text
    assert "[2/4] Blanks" in take(quizzes, notebook).text


def test_a_finished_quiz_has_a_score_and_begins_anew(
    quizzes: list[Quiz], notebook: Notebook
) -> None:
    answers = [right_letter(quizzes), "", "a", "x", "", "", "A C", "", "Because", "", "1 2", ""]
    done = take(quizzes, notebook, *answers)
    assert "Result: 6 of 7 points" in done.text
    assert "A quiz: 6/7 passed" in done.text
    assert score_before(notebook, quizzes[0]) == (6, 7)
    again = take(quizzes, notebook)
    assert "Last time: 6 of 7 points." in again.text
    assert "[1/4]" in again.text


def test_killed_after_the_last_answer_it_is_finished_all_the_same(
    quizzes: list[Quiz], notebook: Notebook
) -> None:
    done = take(quizzes, notebook, ":a", "", ":a", "", ":a", "", ":a")
    assert "Result: 0 of 7 points" in done.text
    assert "not passed, 4.2 points are needed" in done.text
    assert "[1/4]" in take(quizzes, notebook).text


def test_only_what_was_wrong_is_asked_again(quizzes: list[Quiz], notebook: Notebook) -> None:
    take(quizzes, notebook, right_letter(quizzes), "", "a", "x", "", "", ":q")
    wrong = Wanted(wrong=True)
    script = take(quizzes, notebook, "a", "b", "", wanted=wrong)
    assert "[1/1] Blanks" in script.text
    assert "Result: 2 of 2 points" in script.text
    nothing = take(quizzes, notebook, wanted=wrong)
    assert nothing.written == ["There are no questions that you answered wrongly."]


def test_reviews_come_when_they_are_due(quizzes: list[Quiz], notebook: Notebook) -> None:
    due = Wanted(due=True)
    assert "only questions that you have answered" in take(quizzes, notebook, wanted=due).text
    take(quizzes, notebook, right_letter(quizzes), "", ":a", ":q")
    assert "Next: 2030-01-02" in take(quizzes, notebook, wanted=due).text
    tomorrow = TODAY + timedelta(days=1)
    assert "[1/1] Blanks" in take(quizzes, notebook, wanted=due, today=tomorrow).text
    later = TODAY + timedelta(days=3)
    assert "[1/2] Letters" in take(quizzes, notebook, wanted=due, today=later).text


def test_trying_again_does_not_count_for_reviews(quizzes: list[Quiz], notebook: Notebook) -> None:
    right = right_letter(quizzes)
    wrong = next(letter for letter in LETTERS if letter != right)
    take(quizzes, notebook, wrong, right)
    found = review_of(notebook, all_items(quizzes)[0])
    assert found is not None
    assert (found.box, found.right) == (1, False)


def test_tags_and_numbers_choose(quizzes: list[Quiz], notebook: Notebook) -> None:
    def ids(wanted: Wanted) -> list[str]:
        items = choose_items(quizzes, wanted, notebook, TODAY)
        return [item.question.id for item in items]

    assert ids(Wanted(tags=("BETA",))) == ["letters", "blanks"]
    assert ids(Wanted(tags=("alpha", "gamma"))) == ["letters", "pairs", "essay"]
    assert ids(Wanted(at_most=2)) == ["letters", "blanks"]
    take(quizzes, notebook, ":a", "", ":a")
    assert ids(Wanted(at_most=2)) == ["pairs", "essay"]
    assert ids(Wanted(at_most=3)) == ["letters", "pairs", "essay"]
    with pytest.raises(UsageError, match="alpha, beta, gamma"):
        take(quizzes, notebook, wanted=Wanted(tags=("delta",)))


def test_a_chosen_handful_stays_the_same_until_it_is_done(
    quizzes: list[Quiz], notebook: Notebook
) -> None:
    handful = Wanted(at_most=2)
    take(quizzes, notebook, ":a", wanted=handful)
    assert "[2/2] Blanks" in take(quizzes, notebook, wanted=handful).text


def test_several_quizzes_are_one_session_with_a_score_each(
    tmp_path: Path, notebook: Notebook
) -> None:
    write_quiz(tmp_path)
    write_quiz(tmp_path, "day1/section2_more", "Another quiz")
    both = load_all(tmp_path)
    script = take(both, notebook, *([":a", ""] * 8))
    assert "8 questions, 14 points" in script.text
    assert "Another quiz: 0/7" in script.text
    assert score_before(notebook, both[1]) == (0, 7)


def test_a_quiz_is_chosen_from_a_list(tmp_path: Path, notebook: Notebook) -> None:
    write_quiz(tmp_path)
    write_quiz(tmp_path, "day1/section2_more", "Another quiz")
    both = load_all(tmp_path)
    take(both[:1], notebook, *([":a", ""] * 4))

    def choose(*lines: str) -> tuple[Selection, Script]:
        script = Script(lines)
        offer = Offer(script, "en", notebook, TODAY)
        days = {"day1": Text(en="First day", ja="1日目")}
        return offer.one_of(both, days, lambda typed: select_questions(tmp_path, [typed])), script

    chosen, script = choose("", "3", "x", "２")
    assert [quiz.id for quiz in chosen.quizzes] == ["day1/section2_more"]
    assert chosen.questions == ()
    assert script.text.count("There is no such confirmation test.") == 3
    assert "day1 First day 1 0/4 section1_sums A quiz 2 -/4 section2_more" in script.text
    assert choose("more")[0].quizzes == chosen.quizzes
    assert choose("day1/section2_more")[0].quizzes == chosen.quizzes
    chosen, script = choose("more#leters", "more＃letters")
    assert chosen.questions == ("day1/section2_more#letters",)
    assert "Near it: day1/section2_more#letters" in script.text
    for leaving in ([":q"], ["q"], []):
        assert choose(*leaving)[0].quizzes == ()


def test_right_answers_are_counted_in_the_list(quizzes: list[Quiz], notebook: Notebook) -> None:
    take(quizzes, notebook, right_letter(quizzes), "", ":a", ":q")
    script = Script([])
    Offer(script, "ja", notebook, TODAY).one_of(quizzes, {}, lambda _: Selection(()))
    assert " day1 1 1/4 section1_sums 題名" in script.text


def test_one_question_is_asked_alone_and_keeps_the_rest_as_it_is(
    quizzes: list[Quiz], notebook: Notebook
) -> None:
    take(quizzes, notebook, ":a", ":q")
    alone = Wanted(questions=("day1/section1_sums#blanks",))
    script = take(quizzes, notebook, "a", wanted=alone)
    assert "One question of the confirmation test “A quiz”" in script.text
    assert "[1/1] Blanks" in script.text
    assert "Last time" not in script.text
    assert "Result: 2 of 2 points" in take(quizzes, notebook, "a", "b", "", wanted=alone).text
    assert review_of(notebook, all_items(quizzes)[1]) is not None
    assert score_before(notebook, quizzes[0]) is None
    assert "Going on where you stopped: 1 of 4" in take(quizzes, notebook).text


@pytest.mark.parametrize(
    ("default", "ending"), [("ja", " --lang en"), ("en", ""), (None, "")], ids=str
)
def test_commands_carry_the_language_that_was_asked_for(
    quizzes: list[Quiz], notebook: Notebook, default: Language | None, ending: str
) -> None:
    script = Script([":a", ""] * 4)
    script.look = script.look._replace(default_language=default)
    Offer(script, "en", notebook, TODAY).take(quizzes, Wanted(), grade, restart=False)
    name = quizzes[0].id
    assert f"  grader quiz take {name} --wrong{ending}" in script.written
    assert f"  grader quiz take --due{ending}" in script.written


EVERYTHING = [":h", ":l", "Z", "?", "A", "A", "", "", "a", "x", "", "", "B A", "", "", "Because"]
EVERYTHING += ["", "9", "2", ":b", "", ":4", ""]


@pytest.mark.parametrize("columns", [1, 30, 40, 52, 60, 80, 100, 300])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_line_is_wider_than_the_terminal(
    quizzes: list[Quiz], notebook: Notebook, language: Language, columns: int
) -> None:
    script = take(quizzes, notebook, *EVERYTHING, language=language, columns=columns)
    commands = [line for line in script.written if line.startswith("  grader quiz take")]
    assert len(commands) >= 1
    others = [line for line in script.written if line not in commands]
    assert max(map(display_width, others)) <= max(30, min(80, columns))


def test_the_whole_way_in_japanese(quizzes: list[Quiz], notebook: Notebook) -> None:
    script = take(quizzes, notebook, *EVERYTHING, language="ja")
    assert "題名" in script.text
    assert script.prompts[0] == "解答> "
    assert "空欄 1> " in script.prompts
    assert "Enter で次へ> " in script.prompts
    assert "✗ 不正解" in script.text
    assert "自己採点: 1.5/2 点" in script.text


def test_where_nothing_can_be_kept_it_is_said(quizzes: list[Quiz], tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    notebook = Notebook(tmp_path / "file" / "course.json")
    script = take(quizzes, notebook, ":a", ":q")
    assert "could not be kept" in script.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_whoever_has_read_the_explanation_is_told_the_exercise(
    language: Language, quizzes: list[Quiz], notebook: Notebook
) -> None:
    pointer = {
        "en": "Write it yourself: grader check day1/section1_sums/double",
        "ja": "実際に書いてみるには: grader check day1/section1_sums/double",
    }[language]
    (quiz,) = quizzes
    letters, *others = quiz.questions
    first, *rest = letters.options
    idea = MistakeId("day1/section1_sums/double", "squares")
    linked = replace(letters, options=(replace(first, mistake=idea), *rest))
    quizzes = [replace(quiz, questions=(linked, *others))]
    wrong = LETTERS[all_items(quizzes)[0].order.index(0)]
    before = take(quizzes, notebook, wrong, language=language)
    assert pointer not in before.text
    after = take(quizzes, notebook, wrong, "", "", "a", "b", "", language=language, restart=True)
    assert after.text.count(pointer) == 1
    assert "squares" not in after.text
