from __future__ import annotations

import pytest

from grader.quiz.model import Quiz
from grader.quiz.terminal.events import Explained, HintShown, Marked, Said
from tests.quiz.terminal.taker import Learner


def said(learner: Learner, line: str) -> str:
    (event,) = learner.types(line)
    assert isinstance(event, Said)
    return event.said.name.partition(".")[2]


def test_a_right_answer_is_explained_and_enter_goes_on(learner: Learner) -> None:
    assert learner.names(learner.letter(1)) == ["Marked", "Explained"]
    assert learner.machine.prompt == "next"
    assert learner.names("") == ["Opened"]
    assert learner.session.item.question.id == "blanks"


def test_the_first_answer_counts_and_trying_again_does_not(learner: Learner) -> None:
    assert learner.names(learner.letter(0)) == ["Marked", "Said"]
    assert learner.machine.prompt == "again"
    marked, explained = learner.types(learner.letter(1))
    assert isinstance(marked, Marked)
    assert isinstance(explained, Explained)
    assert (marked.graded.correct, marked.counts, explained.with_key) == (True, False, False)
    assert learner.session.attempt.credit == 0


def test_enter_after_a_wrong_answer_shows_the_key(learner: Learner) -> None:
    learner.types(learner.letter(0))
    (explained,) = learner.types("")
    assert isinstance(explained, Explained)
    assert explained.with_key


def test_nothing_and_nonsense_cost_nothing(learner: Learner) -> None:
    assert said(learner, "") == "nothing_typed"
    assert said(learner, "   ") == "nothing_typed"
    assert said(learner, "Z") == "no_such_option"
    assert said(learner, "first") == "no_such_option"
    assert not learner.session.attempt.answered
    assert learner.names(learner.letter(1))[0] == "Marked"


def test_hints_come_one_at_a_time(learner: Learner) -> None:
    numbers = []
    for line in ("?", "？"):
        (hint,) = learner.types(line)
        assert isinstance(hint, HintShown)
        numbers.append(hint.number)
    assert numbers == [1, 2]
    assert said(learner, "?") == "no_more_hints"
    learner.types(":s")
    assert said(learner, "?") == "no_hints"


def test_what_was_skipped_comes_back(learner: Learner) -> None:
    learner.types(":s", ":s", ":s")
    assert learner.session.item.question.id == "essay"
    names = learner.names("Because.", "", "1", "")
    assert names == ["Said", "Opened"]
    assert learner.session.item.question.id == "letters"


def test_the_last_open_question_cannot_be_skipped(learner: Learner) -> None:
    for line in (learner.letter(1), "", "a", "b", "", "A C", ""):
        learner.types(line)
    assert learner.session.item.question.id == "essay"
    assert learner.names(":s") == ["Said", "Opened"]
    assert not learner.machine.over


@pytest.mark.parametrize("line", [":b", "：ｂ", ":back", ":1"])
def test_one_can_go_back_and_see_what_was_answered(learner: Learner, line: str) -> None:
    learner.types(learner.letter(1), "")
    assert learner.names(line) == ["Opened", "Explained"]
    assert learner.names("") == ["Opened"]
    assert learner.session.item.question.id == "blanks"


def test_an_answer_given_up_in_the_middle_can_still_be_tried(learner: Learner) -> None:
    learner.types(learner.letter(0), ":s")
    assert learner.names(":b") == ["Opened"]
    assert learner.machine.prompt == "again"
    assert learner.names(learner.letter(1)) == ["Marked", "Explained"]
    assert learner.session.attempt.credit == 0


def test_there_is_nothing_in_front_of_the_first_or_behind_the_last(learner: Learner) -> None:
    assert said(learner, ":b") == "first_question"
    assert said(learner, ":0") == "no_such_question"
    assert said(learner, ":5") == "no_such_question"
    assert said(learner, ":wq") == "unknown_command"


def test_asking_for_the_answer_is_not_right(learner: Learner) -> None:
    assert learner.names(":a") == ["GivenUp", "Explained"]
    assert learner.session.attempt.outcome == "wrong"
    assert learner.names(":a") == ["Explained"]


def test_blanks_are_asked_for_one_by_one(learner: Learner) -> None:
    learner.types(":2")
    assert (learner.machine.prompt, learner.machine.blank) == ("blank", "1")
    assert learner.names("a") == []
    assert learner.machine.blank == "2"
    assert learner.names("a") == ["Marked", "Said"]
    assert learner.session.attempt.credit == 0.5
    assert learner.machine.blank == "2", "the right one need not be typed again"
    assert learner.names("b") == ["Marked", "Explained"]


def test_blanks_that_are_no_code_are_asked_for_again(learner: Learner) -> None:
    learner.types(":2", "a", "b b")
    assert learner.machine.blank == "1"
    assert not learner.session.attempt.answered


@pytest.mark.parametrize("line", ["A C", "ac", "1:A 2:C", "1-a, 2-c", "Ａ、Ｃ", "2 C 1 A"])
def test_pairs_are_typed_in_many_ways(learner: Learner, line: str) -> None:
    learner.types(":3")
    assert learner.names(line) == ["Marked", "Explained"]


@pytest.mark.parametrize("line", ["A", "A C B", "A Z", "1:A 1:C", "x", "ichi san", "1"])
def test_half_a_match_is_no_answer(learner: Learner, line: str) -> None:
    learner.types(":3")
    assert learner.names(line) == ["Said"]
    assert not learner.session.attempt.answered


def test_an_essay_is_compared_by_its_writer(learner: Learner) -> None:
    learner.types(":4")
    prompts = [learner.machine.prompt]
    learner.types("Because", ":x is so.")
    assert [*prompts, learner.machine.prompt] == ["essay", "essay_more"]
    assert learner.names("") == ["Compared"]
    assert said(learner, "3") == "rubric_unreadable"
    assert said(learner, "yes") == "rubric_unreadable"
    assert learner.names("２") == ["Marked", "Explained"]
    attempt = learner.session.attempt
    assert attempt.response == {"text": "Because\n:x is so.", "met": [1]}
    assert attempt.credit == 0.75


def test_an_essay_that_is_too_long_is_not_taken(learner: Learner) -> None:
    learner.types(":4")
    assert learner.names("x" * 61, "") == ["Said"]
    assert learner.machine.prompt == "essay"


def test_an_essay_waits_for_its_comparison(learner: Learner) -> None:
    learner.types(":4", "Because", "", ":1")
    assert learner.names(":4") == ["Opened", "Compared"]
    assert learner.names(":a") == ["Marked", "Explained"]


def test_the_end_comes_with_the_last_answer(learner: Learner) -> None:
    for line in (learner.letter(1), "", "a", "b", "", "AC", "", "Because", "", "1 2"):
        learner.types(line)
    assert not learner.machine.over
    assert learner.names("") == ["Finished"]
    assert learner.machine.over
    assert (learner.session.score, learner.session.points) == (7, 7)


def test_leaving_before_the_end_and_at_it_are_different(quizzes: list[Quiz]) -> None:
    learner = Learner(quizzes)
    assert learner.names(":q") == ["Paused"]
    assert learner.machine.over
    for _ in range(4):
        learner = Learner(quizzes, learner.session)
        learner.types(":a", "")
    assert [type(event).__name__ for event in learner.machine.leave()] == ["Finished"]


def test_lists_and_help_leave_everything_as_it_is(learner: Learner) -> None:
    assert learner.names(":l") == ["Listed"]
    assert learner.names(":h") == ["Helped"]
    assert learner.names(":?") == ["Helped"]
    assert learner.machine.prompt == "answer"
