"""The page of reviews: how each question of a confirmation test was answered last."""

from __future__ import annotations

from collections.abc import Iterable

from grader.progress.notebook import Notebook

PAGE = "quiz_reviews"


def right_answers(notebook: Notebook, keys: Iterable[str]) -> int | None:
    """Count the questions that were answered rightly the last time; None if none was answered.

    Args:
        notebook: of the learner.
        keys: the questions, as `day2/section3_overfitting#ridge`.
    """
    entries = [notebook.entry(PAGE, key) for key in keys]
    answered = [entry.get("right") is True for entry in entries if entry]
    return sum(answered) if answered else None
