"""What each key does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from grader.watch.events import AskToEmpty, Check, Empty, Quit, TakeHint
from grader.watch.state import END, State, Step
from grader.words import sentence

SOME_LINES = 8


def press(state: State, key: str) -> Step:
    """Change the state as a key demands; keys without a meaning do nothing."""
    if state.view == "question":
        return _answer(state, key)
    scrolled = _scrolled(state, key) if state.view == "exercise" else None
    if scrolled is not None:
        return replace(state, scroll=scrolled), ()
    actions = _IN_LIST if state.view == "list" else _IN_EXERCISE
    action = actions.get(key)
    return (state, ()) if action is None else action(state)


def _answer(state: State, key: str) -> Step:
    answered = replace(state, view="exercise", question=None)
    if key == "y":
        return answered, (Empty(state.entry.id),)
    return replace(answered, note=sentence("cli.reset_left")), ()


def _scrolled(state: State, key: str) -> int | None:
    places = {
        "up": state.scroll - 1,
        "down": state.scroll + 1,
        "page_up": state.scroll - SOME_LINES,
        "page_down": state.scroll + SOME_LINES,
        "space": state.scroll + SOME_LINES,
        "home": 0,
        "end": END,
    }
    place = places.get(key)
    return None if place is None else max(0, place)


def _next(state: State) -> Step:
    place = state.to_go_to()
    if place is not None:
        return state.opened(place)
    name = "watch.all_passed" if state.passed(state.entry) else "watch.only_this_left"
    return replace(state, note=sentence(name)), ()


def _previous(state: State) -> Step:
    if state.current:
        return state.opened(state.current - 1)
    return replace(state, note=sentence("watch.first")), ()


def _list(state: State) -> Step:
    return replace(state, view="list", cursor=state.current), ()


def _check(state: State) -> Step:
    checking = replace(state, work="checking", training=None, placed=True)
    return checking, (Check(state.entry.id, afresh=True),)


def _back(state: State) -> Step:
    if not state.placed:
        return state.opened(state.first_to_do())
    return replace(state, view="exercise"), ()


def _moved(step: int) -> Callable[[State], Step]:
    def move(state: State) -> Step:
        return replace(state, cursor=(state.cursor + step) % len(state.entries)), ()

    return move


_IN_EXERCISE: Mapping[str, Callable[[State], Step]] = {
    "n": _next,
    "p": _previous,
    "l": _list,
    "c": _check,
    "h": lambda state: (state, (TakeHint(state.entry.id),)),
    "x": lambda state: (state, (AskToEmpty(state.entry.id),)),
    "q": lambda state: (state, (Quit(),)),
}
_IN_LIST: Mapping[str, Callable[[State], Step]] = {
    **dict.fromkeys(("down", "n", "j"), _moved(1)),
    **dict.fromkeys(("up", "p", "k"), _moved(-1)),
    **dict.fromkeys(("enter", "space"), lambda state: state.opened(state.cursor)),
    **dict.fromkeys(("l", "q", "escape"), _back),
}
