"""One event after the other changes the state; what is to be done comes out as commands."""

from __future__ import annotations

from dataclasses import replace

from grader.watch.events import (
    Asked,
    Broken,
    Check,
    Delayed,
    Event,
    Hint,
    Hinted,
    Judged,
    Key,
    Noted,
    Saved,
    Scan,
    Scanned,
    Surveyed,
    Trained,
)
from grader.watch.pressing import press
from grader.watch.state import END, State, Step, Work


def begin(state: State) -> Step:
    """Grade all answers, to find the exercise to begin with."""
    every = tuple(entry.id for entry in state.entries)
    return replace(state, work="checking"), (Scan(every),)


def update(state: State, event: Event) -> Step:
    """Change the state as an event demands.

    Returns:
        The new state, and what has to be done now.
    """
    match event:
        case Key():
            return press(replace(state, note=None), event.name)
        case Saved():
            note = state.note if state.note_stays else None
            return _saved(replace(state, note=note, note_stays=False), event)
        case Scanned():
            return _scanned(state, event)
        case Surveyed():
            return _surveyed(state)
        case Judged():
            return _judged(state, event), ()
        case Trained():
            return replace(state, training=(event.done, event.total)), ()
        case Broken():
            return replace(state, work="idle", broken=event.said), ()
    return _told(state, event), ()


def _told(state: State, event: Delayed | Hinted | Asked | Noted) -> State:
    match event:
        case Delayed():
            return replace(state, work="waiting") if state.work == "checking" else state
        case Hinted():
            return _hinted(state, event.hint)
        case Asked():
            return replace(state, view="question", question=event.question)
        case Noted():
            return replace(state, note=event.said, note_stays=event.of_save)


def _hinted(state: State, hint: Hint) -> State:
    if state.result is not None:
        used = max(hint.number, state.result.hints_used)
        state = state.with_result(replace(state.result, hints_used=used))
    hints = state.hints if hint in state.hints else (*state.hints, hint)
    return replace(state, hints=hints, scroll=END)


def _saved(state: State, event: Saved) -> Step:
    state = replace(state, settled=state.settled - set(event.ids)).without_related(event.ids)
    current = state.entry.id
    if state.placed and current in event.ids:
        others = tuple(one for one in event.ids if one != current)
        checked = replace(state, work="checking", training=None, scroll=0)
        return checked, (Check(current), *([Scan(others)] if others else []))
    if len(event.ids) == 1 and not event.gone and state.view == "exercise":
        # Whoever saves another exercise works on that one now.
        return state.opened(state.place_of(event.ids[0]))
    return state, (Scan(event.ids),)


def _scanned(state: State, event: Scanned) -> Step:
    if state.placed and event.result.id == state.entry.id:
        # Its own check says more than the overview does.
        return state, ()
    state = state.with_result(event.result)
    if state.placed or state.view == "list" or event.result.status == "passed":
        return state, ()
    return state.opened(state.place_of(event.result.id))


def _surveyed(state: State) -> Step:
    if state.placed or state.view == "list":
        return state, ()
    return state.opened(state.first_to_do())


def _judged(state: State, event: Judged) -> State:
    result = event.result
    if result.id != state.entry.id:
        return state
    state = state.without_related((result.id,)).with_result(result)
    if event.related is not None:
        state = replace(state, related={**state.related, result.id: event.related})
    state = replace(state, broken=None)
    if event.final:
        first = state.work in ("checking", "waiting")
        seconds = event.seconds if first else state.seconds
        settled = state.settled | {result.id}
        return replace(state, work="idle", training=None, seconds=seconds, settled=settled)
    work: Work = "training" if result.status == "passed" else "explaining"
    return replace(state, work=work, seconds=event.seconds)
