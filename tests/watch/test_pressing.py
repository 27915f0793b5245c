from __future__ import annotations

import pytest

from grader.watch.events import (
    AskToEmpty,
    Check,
    Command,
    Empty,
    Hint,
    Key,
    Quit,
    StopChecking,
    TakeHint,
)
from grader.watch.state import END, State
from grader.watch.update import update
from grader.words import sentence
from tests.watch.states import DOUBLE, IDS, TOTAL, TRIPLE, begun, results


def press(state: State, *keys: str) -> tuple[State, list[Command]]:
    commands: list[Command] = []
    for key in keys:
        state, wanted = update(state, Key(key))
        commands += wanted
    return state, commands


@pytest.mark.parametrize(
    ("key", "command"),
    [
        ("h", TakeHint(TOTAL)),
        ("c", Check(TOTAL, afresh=True)),
        ("x", AskToEmpty(TOTAL)),
        ("q", Quit()),
    ],
)
def test_keys_that_have_something_done(key: str, command: Command) -> None:
    assert press(begun(), key)[1] == [command]


@pytest.mark.parametrize("key", ["", "z", "y", "enter", "escape", "ん"])
def test_other_keys_do_nothing(key: str) -> None:
    assert press(begun(), key) == (begun(), [])


def test_next_is_the_next_that_is_not_passed() -> None:
    state, commands = press(begun(results=results(double="passed")), "n")
    assert (state.entry.id, commands) == (TRIPLE, [Check(TRIPLE)])
    state, _ = press(state, "n")
    assert state.entry.id == TOTAL


@pytest.mark.parametrize(
    ("total", "said"), [("passed", "watch.all_passed"), ("failed", "watch.only_this_left")]
)
def test_where_there_is_no_next_that_is_said(total: str, said: str) -> None:
    found = results(total=total, double="passed", triple="passed")  # type: ignore[arg-type]
    state, commands = press(begun(results=found), "n")
    assert (state.note, state.entry.id, commands) == (sentence(said), TOTAL, [])


def test_back_goes_to_the_one_before_passed_or_not() -> None:
    state, commands = press(begun(current=1, results=results(total="passed")), "p")
    assert (state.entry.id, commands) == (TOTAL, [Check(TOTAL)])
    state, commands = press(state, "p")
    assert (state.note, commands) == (sentence("watch.first"), [])


def test_what_is_known_is_not_checked_again() -> None:
    state, commands = press(begun(settled=frozenset({DOUBLE})), "n")
    assert (state.work, commands) == ("idle", [StopChecking()])


def test_hints_stay_with_their_exercise() -> None:
    state = begun(hints=(Hint(1, 2, "Look."),))
    assert press(state, "c")[0].hints == state.hints
    assert press(state, "n")[0].hints == ()


def test_the_list_opens_at_the_current_exercise_and_opens_another() -> None:
    state, _ = press(begun(current=1), "l")
    assert (state.view, state.cursor) == ("list", 1)
    state, commands = press(state, "down", "enter")
    assert (state.view, state.entry.id, commands) == ("exercise", TRIPLE, [Check(TRIPLE)])


@pytest.mark.parametrize(("keys", "cursor"), [(["up"], 2), (["j", "k", "n", "n", "n"], 0)])
def test_the_cursor_goes_round(keys: list[str], cursor: int) -> None:
    assert press(begun(view="list"), *keys)[0].cursor == cursor


@pytest.mark.parametrize("key", ["l", "q", "escape"])
def test_the_list_is_left_without_a_change(key: str) -> None:
    assert press(begun(), "l", "down", key)[0].entry.id == TOTAL
    assert press(begun(), "l", "down", key)[0].view == "exercise"


def test_leaving_the_list_before_anything_is_open_opens_something() -> None:
    state, commands = press(begun(placed=False, view="list", results=results(total="passed")), "l")
    assert (state.entry.id, commands) == (DOUBLE, [Check(DOUBLE)])


def test_only_yes_empties() -> None:
    asking = begun(view="question", question=sentence("cli.reset_ask", file="a.py"))
    state, commands = press(asking, "y")
    assert (state.view, commands) == ("exercise", [Empty(TOTAL)])
    for key in ("n", "q", "x", "enter", "escape"):
        state, commands = press(asking, key)
        assert (state.view, state.note) == ("exercise", sentence("cli.reset_left"))
        assert commands == []


def test_the_page_is_scrolled() -> None:
    assert press(begun(), "down", "down", "up")[0].scroll == 1
    assert press(begun(), "space", "page_up", "up")[0].scroll == 0
    assert press(begun(), "end")[0].scroll == END
    assert press(begun(scroll=5), "home")[0].scroll == 0


def test_every_exercise_can_be_reached_by_next() -> None:
    state, seen = begun(), []
    for _ in IDS:
        seen.append(state.entry.id)
        state, _ = press(state, "n")
    assert seen == list(IDS)
