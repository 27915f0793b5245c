from __future__ import annotations

import pytest

from grader.report import RelatedQuestion
from grader.watch.events import (
    Asked,
    Broken,
    Check,
    Command,
    Delayed,
    Event,
    Hint,
    Hinted,
    Judged,
    Noted,
    Saved,
    Scan,
    Scanned,
    Surveyed,
    Trained,
)
from grader.watch.state import END, State
from grader.watch.update import begin, update
from grader.words import sentence
from tests.watch.states import DOUBLE, IDS, TOTAL, TRIPLE, begun, result, results


def after(state: State, *events: Event) -> tuple[State, list[Command]]:
    commands: list[Command] = []
    for event in events:
        state, wanted = update(state, event)
        commands += wanted
    return state, commands


def at_start() -> State:
    return begin(begun(placed=False))[0]


def test_at_first_every_answer_is_graded() -> None:
    state, commands = begin(begun(placed=False))
    assert commands == (Scan(IDS),)
    assert state.work == "checking"


def test_the_first_that_is_not_passed_is_opened() -> None:
    state, commands = after(at_start(), Scanned(result(TOTAL)), Scanned(result(DOUBLE, "failed")))
    assert state.entry.id == DOUBLE
    assert commands == [Check(DOUBLE)]
    assert state.passed(state.entries[0])


def test_if_all_are_passed_the_first_is_opened() -> None:
    scanned = [Scanned(result(one)) for one in IDS]
    state, commands = after(at_start(), *scanned)
    assert (state.placed, commands) == (False, [])
    state, commands = after(state, Surveyed())
    assert (state.entry.id, commands) == (TOTAL, [Check(TOTAL)])


def test_what_is_open_stays_open_while_others_are_graded() -> None:
    failed = result(TOTAL, "failed", messages=("why",))
    state, commands = after(
        begun(results={TOTAL: failed}), Scanned(result(DOUBLE, "error")), Surveyed()
    )
    assert (state.entry.id, commands) == (TOTAL, [])
    # Its own check says more than the overview does.
    state, _ = after(state, Scanned(result(TOTAL, "failed")))
    assert state.result == failed


def test_the_list_stays_open_while_answers_are_graded() -> None:
    state, commands = after(
        begun(placed=False, view="list"), Scanned(result(TOTAL, "failed")), Surveyed()
    )
    assert (state.view, commands) == ("list", [])


def test_a_save_is_checked_and_shown_from_the_top() -> None:
    state, commands = after(begun(scroll=7, settled=frozenset({TOTAL})), Saved((TOTAL,)))
    assert commands == [Check(TOTAL)]
    assert (state.work, state.scroll, state.settled) == ("checking", 0, frozenset())


def test_saving_another_exercise_opens_it() -> None:
    state, commands = after(begun(), Saved((TRIPLE,)))
    assert (state.entry.id, commands) == (TRIPLE, [Check(TRIPLE)])


@pytest.mark.parametrize(
    ("state", "saved"),
    [
        (begun(), Saved((DOUBLE,), frozenset({DOUBLE}))),
        (begun(), Saved((DOUBLE, TRIPLE))),
        (begun(view="list"), Saved((DOUBLE,))),
    ],
    ids=["deleted", "several", "list"],
)
def test_other_changes_are_graded_in_the_background(state: State, saved: Saved) -> None:
    state, commands = after(state, saved)
    assert state.entry.id == TOTAL
    assert commands == [Scan(saved.ids)]


def test_when_everything_changes_the_open_one_comes_first() -> None:
    _, commands = after(begun(), Saved(IDS))
    assert commands == [Check(TOTAL), Scan((DOUBLE, TRIPLE))]


def test_a_verdict_comes_before_its_reason() -> None:
    state = begun(work="checking")
    state, _ = after(state, Judged(result(TOTAL, "failed"), final=False, seconds=0.04))
    assert (state.work, state.seconds, TOTAL in state.settled) == ("explaining", 0.04, False)
    told = result(TOTAL, "failed", messages=("why",))
    state, _ = after(state, Judged(told, final=True, seconds=0.3))
    assert (state.work, state.seconds, state.result) == ("idle", 0.04, told)
    assert TOTAL in state.settled


def test_a_question_comes_with_the_last_word_and_goes_with_the_next_save() -> None:
    question = RelatedQuestion("day1/sums#twice", "Why twice?")
    failed = result(TOTAL, "failed")
    judged = Judged(failed, final=True, seconds=0.3, related=question)
    state, _ = after(begun(), Judged(failed, final=False, seconds=0.1))
    assert state.related == {}
    state, _ = after(state, judged)
    assert state.related == {TOTAL: question}
    elsewhere, _ = after(state, Saved((DOUBLE,)), Judged(result(DOUBLE), final=True, seconds=0.1))
    assert elsewhere.related == {TOTAL: question}
    saved, _ = after(state, Saved((TOTAL,)))
    assert saved.related == {}
    again, _ = after(state, Judged(failed, final=True, seconds=0.1))
    assert again.related == {}


def test_what_passes_is_trained_with() -> None:
    state, _ = after(
        begun(work="waiting"),
        Judged(result(TOTAL), final=False, seconds=0.1),
        Trained(30, 100),
    )
    assert (state.work, state.training) == ("training", (30, 100))
    state, _ = after(state, Judged(result(TOTAL), final=True, seconds=2.0))
    assert (state.work, state.training, state.seconds) == ("idle", None, 0.1)


def test_a_verdict_on_what_is_not_open_any_more_is_passed_over() -> None:
    state, _ = after(begun(), Judged(result(DOUBLE), final=True, seconds=0.1))
    assert state == begun()


def test_only_a_check_that_takes_long_is_announced() -> None:
    assert after(begun(work="checking"), Delayed())[0].work == "waiting"
    assert after(begun(work="training"), Delayed())[0].work == "training"


def test_an_exercise_that_is_not_sound_is_told() -> None:
    said = sentence("course.no_cases", file="checks.py")
    state, _ = after(begun(work="checking"), Broken(said))
    assert (state.work, state.broken) == ("idle", said)
    assert after(state, Judged(result(TOTAL), True, 0.1))[0].broken is None


def test_hints_gather_below_the_result_and_count() -> None:
    first, second = Hint(1, 2, "Look."), Hint(2, 2, "Think.")
    state = begun(results=results(total="failed"))
    state, _ = after(state, Hinted(first), Hinted(second), Hinted(second))
    assert state.hints == (first, second)
    assert state.scroll == END
    assert state.result is not None
    assert state.result.hints_used == 2


def test_a_question_is_asked_and_a_remark_shown_until_something_happens() -> None:
    asking, _ = after(begun(), Asked(sentence("cli.reset_ask", file="a.py")))
    assert asking.view == "question"
    noted, _ = after(begun(), Noted(sentence("cli.reset_left")))
    assert noted.note is not None
    assert after(noted, Saved((TOTAL,)))[0].note is None


def test_what_is_said_about_a_save_outlives_it() -> None:
    said = Noted(sentence("cli.reset_kept", file="a.py.bak"), of_save=True)
    state, _ = after(begun(), said, Saved((TOTAL,)))
    assert state.note == said.said
    assert after(state, Saved((TOTAL,)))[0].note is None
