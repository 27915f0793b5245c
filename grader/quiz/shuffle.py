"""The order in which options are shown; responses name them by their place in the file."""

from __future__ import annotations

import random

from grader.quiz.model import Question


def option_order(question: Question, seed: int | str) -> tuple[int, ...]:
    """Draw an order of the options, the same for the same seed on every machine.

    Args:
        question: the order of its options is drawn apart from other questions'.
        seed: a quiz's seed, or a student's id.

    Returns:
        The indices of the options in the order to show them.
    """
    return _order(len(question.options), f"{seed}/{question.id}")


def choice_order(question: Question, seed: int | str) -> tuple[int, ...]:
    """Draw an order of the right side of a match, as `option_order` does."""
    return _order(len(question.choices), f"{seed}/{question.id}/choices")


def _order(count: int, seed: str) -> tuple[int, ...]:
    order = list(range(count))
    random.Random(seed).shuffle(order)
    return tuple(order)
