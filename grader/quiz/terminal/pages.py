"""The learner's pages on quizzes: reviews by question, unfinished sessions, last scores by quiz.

What is read is not trusted: a page may be old, of another version of the course, or made up.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from grader.progress import Notebook
from grader.progress.reviews import PAGE as REVIEWS
from grader.quiz.grade import grade
from grader.quiz.model import Quiz
from grader.quiz.terminal.boxes import DAYS, Review, review
from grader.quiz.terminal.session import Attempt, Item, Session, score_of

SESSIONS, SCORES = "quiz_sessions", "quiz_scores"
MAX_HINTS = 100


class Score(NamedTuple):
    """Points of the last time a quiz was taken to its end."""

    score: float
    points: float


def is_kept(notebook: Notebook) -> bool:
    """Whether what is noted outlives the command."""
    lost = ("progress.unreadable", "progress.unwritable")
    return not any(remark.name in lost for remark in notebook.remarks)


def review_of(notebook: Notebook, item: Item) -> Review | None:
    """Look up how a question, as it is now, was last answered."""
    entry = notebook.entry(REVIEWS, item.key)
    box, right = entry.get("box"), entry.get("right")
    due, answered_on = _date(entry.get("due")), _date(entry.get("on"))
    if entry.get("digest") != item.question.digest or due is None or answered_on is None:
        return None
    if type(box) is not int or box not in DAYS or type(right) is not bool:
        return None
    return Review(box, due, right, answered_on)


def note_review(notebook: Notebook, item: Item, right: bool, today: date) -> None:
    """Note an answer that counts."""
    found = review(review_of(notebook, item), right, today)
    entry = {
        "digest": item.question.digest,
        "box": found.box,
        "due": found.due.isoformat(),
        "right": found.right,
        "on": found.answered_on.isoformat(),
    }
    notebook.note(REVIEWS, item.key, entry)


def score_before(notebook: Notebook, quiz: Quiz) -> Score | None:
    """Look up how the quiz went the last time."""
    entry = notebook.entry(SCORES, quiz.id)
    score, points = _number(entry.get("score")), _number(entry.get("points"))
    if score is None or points is None or not 0 <= score <= points:
        return None
    return Score(score, points)


def note_scores(notebook: Notebook, session: Session, today: date) -> None:
    """Note the scores of a finished session."""
    for quiz in session.whole_quizzes():
        score = score_of(session, [Item(quiz, question) for question in quiz.questions])
        entry = {"score": score, "points": quiz.points, "on": today.isoformat()}
        notebook.note(SCORES, quiz.id, entry)


def keep_session(notebook: Notebook, name: str, session: Session) -> None:
    """Note an unfinished session under the name of what was asked for."""
    attempts = {
        item.key: {
            "digest": item.question.digest,
            "response": attempt.response,
            "outcome": attempt.outcome,
            "credit": attempt.credit,
            "hints": attempt.hints,
            "explained": attempt.explained,
        }
        for item in session.items
        if (attempt := session.attempt_at(item)) != Attempt()
    }
    keys = [item.key for item in session.items]
    notebook.note(SESSIONS, name, {"items": keys, "at": session.item.key, "attempts": attempts})


def forget_session(notebook: Notebook, name: str) -> None:
    """Note that a session is finished."""
    if notebook.entry(SESSIONS, name):
        notebook.note(SESSIONS, name, {})


def restore_session(
    notebook: Notebook, name: str, chosen: Sequence[Item], known: Sequence[Item], *, fixed: bool
) -> Session | None:
    """Take an unfinished session up again; None if there is nothing to go on with.

    Args:
        notebook: of the learner.
        name: what was asked for.
        chosen: the items it would be asked for now.
        known: all items it could have had.
        fixed: whether the items are always the same; else those of the session are kept.
    """
    entry = notebook.entry(SESSIONS, name)
    by_key = {item.key: item for item in known}
    keys = entry.get("items")
    texts = [key for key in keys if isinstance(key, str)] if isinstance(keys, list) else []
    kept = [by_key[key] for key in dict.fromkeys(texts) if key in by_key]
    items = tuple(chosen if fixed else kept)
    attempts = _attempts(entry.get("attempts"), items)
    if not attempts:
        return None
    session = Session(items, attempts)
    if session.next_open() is None:
        return None
    at = [index for index, item in enumerate(items) if item.key == entry.get("at")]
    session.position = at[0] if at else 0
    if session.attempt.answered and session.attempt.explained:
        session.position = session.next_open() or 0
    return session


def _attempts(entries: Any, items: Sequence[Item]) -> dict[str, Attempt]:
    if not isinstance(entries, dict):
        return {}
    found = {item.key: _attempt(entries.get(item.key), item) for item in items}
    return {key: attempt for key, attempt in found.items() if attempt is not None}


def _attempt(entry: Any, item: Item) -> Attempt | None:
    if not isinstance(entry, Mapping) or entry.get("digest") != item.question.digest:
        return None
    response, outcome = entry.get("response"), entry.get("outcome")
    hints, credit = entry.get("hints"), _number(entry.get("credit"))
    attempt = Attempt(hints=hints if type(hints) is int and 0 <= hints <= MAX_HINTS else 0)
    is_readable = response is not None and grade(item.question, response).outcome != "unreadable"
    if outcome is None and item.question.kind == "essay" and _is_text(response) and is_readable:
        attempt.response = response
    if outcome in ("right", "wrong", "open") and (is_readable or response is None):
        attempt.response, attempt.outcome = response, outcome
        attempt.credit = credit if credit is not None and 0 <= credit <= 1 else 0.0
        attempt.explained = entry.get("explained") is True
    return None if attempt == Attempt() else attempt


def _is_text(response: Any) -> bool:
    return isinstance(response, dict) and isinstance(response.get("text"), str)


def _number(value: Any) -> float | None:
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return float(value) if is_number and abs(value) < 1e9 and math.isfinite(value) else None


def _date(value: Any) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
