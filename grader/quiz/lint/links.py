"""The exercises and mistakes that questions name are there."""

from __future__ import annotations

from collections.abc import Iterator

from grader.quiz.kinds.code import Code
from grader.quiz.lint import Known
from grader.quiz.model import Question, Quiz
from grader.quiz.parse.draft import Finding
from grader.quiz.parse.mistakes import placed_mistakes
from grader.words import sentence


def look(quiz: Quiz, known: Known) -> Iterator[Finding]:
    """Look up what is named, as far as the course is known."""
    for question in quiz.questions:
        if question.check is not None and known.exercises is not None:
            yield from _check(question, known.exercises.get(question.check))
        if known.mistakes is not None:
            for place, mistake in placed_mistakes(question):
                if mistake not in known.mistakes:
                    yield Finding(place, sentence("quiz_lint.no_such_mistake", id=mistake))


def _check(question: Question, blanks: frozenset[str] | None) -> Iterator[Finding]:
    """`check=` names an exercise, and the blanks there have the same names."""
    if blanks is None:
        yield Finding(question.place, sentence("quiz_lint.no_such_exercise", id=question.check))
    elif isinstance(question.answer, Code) and set(question.answer.fills) != blanks:
        names = ", ".join(sorted(blanks))
        said = sentence("quiz_lint.other_blanks", id=question.check, names=names)
        yield Finding(question.place, said)
