"""Which questions of some quizzes are asked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from grader.progress import Notebook
from grader.quiz.model import Quiz
from grader.quiz.terminal.pages import review_of
from grader.quiz.terminal.session import Item


class Wanted(NamedTuple):
    """What a learner asks for; the conditions add up.

    `questions` are keys of items: nothing but these is asked, unless there are none.
    """

    wrong: bool = False
    due: bool = False
    tags: tuple[str, ...] = ()
    at_most: int | None = None
    questions: tuple[str, ...] = ()

    @property
    def everything(self) -> bool:
        """Whether whole quizzes are wanted."""
        return self == Wanted()

    def name(self, quiz_ids: Sequence[str]) -> str:
        """What a session of such questions is kept under."""
        parts = [*(self.questions or quiz_ids), *(f"--tag={tag}" for tag in self.tags)]
        parts += [f"--{name}" for name in ("wrong", "due") if getattr(self, name)]
        return " ".join([*parts, f"--n={self.at_most}"] if self.at_most else parts)


def all_items(quizzes: Sequence[Quiz]) -> tuple[Item, ...]:
    """Every question, in order."""
    return tuple(Item(quiz, question) for quiz in quizzes for question in quiz.questions)


def choose_items(
    quizzes: Sequence[Quiz], wanted: Wanted, notebook: Notebook, today: date
) -> tuple[Item, ...]:
    """Choose questions, in the order of the quizzes.

    Of too many, those come first that are due for the longest, were never answered, or were
    answered the longest time ago.
    """
    items = all_items(quizzes)
    reviews = {item.key: review_of(notebook, item) for item in items}

    def is_wanted(item: Item) -> bool:
        found = reviews[item.key]
        if wanted.questions and item.key not in wanted.questions:
            return False
        if wanted.wrong and (found is None or found.right):
            return False
        if wanted.due and (found is None or found.due > today):
            return False
        tags = {tag.lower() for tag in item.question.tags}
        return not wanted.tags or any(tag.lower() in tags for tag in wanted.tags)

    def urgency(item: Item) -> date:
        found = reviews[item.key]
        if found is None:
            return date.min
        return found.due if wanted.due else found.answered_on

    chosen = [item for item in items if is_wanted(item)]
    first = {item.key for item in sorted(chosen, key=urgency)[: wanted.at_most]}
    return tuple(item for item in chosen if item.key in first)
