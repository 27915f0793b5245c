"""The exercises and mistakes that questions name are there."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from difflib import get_close_matches

from grader.quiz.kinds.code import Code
from grader.quiz.lint import Known
from grader.quiz.model import MistakeId, Question, Quiz
from grader.quiz.parse.draft import Finding
from grader.quiz.parse.mistakes import placed_mistakes
from grader.words import Sentence, sentence

NEAR = 3


def look(quiz: Quiz, known: Known) -> Iterator[Finding]:
    """Look up what is named, as far as the course is known."""
    for question in quiz.questions:
        if question.check is not None and known.exercises is not None:
            yield from _check(question, question.check, known.exercises)
        if known.mistakes is not None:
            for place, mistake in placed_mistakes(question):
                if mistake not in known.mistakes:
                    near = _near_mistakes(mistake, known.mistakes)
                    yield Finding(place, _no_mistake(mistake, near))


def _check(
    question: Question, exercise: str, exercises: Mapping[str, frozenset[str]]
) -> Iterator[Finding]:
    """`check=` names an exercise, and the blanks there have the same names."""
    blanks = exercises.get(exercise)
    if blanks is None:
        near = _near(exercise, exercises)
        yield Finding(question.place, _no_exercise(exercise, near))
    elif isinstance(question.answer, Code) and set(question.answer.fills) != blanks:
        names = ", ".join(sorted(blanks))
        said = sentence("quiz_lint.other_blanks", id=exercise, names=names)
        yield Finding(question.place, said)


def _no_exercise(wrong: str, near: Sequence[str]) -> Sentence:
    if not near:
        return sentence("quiz_lint.no_such_exercise", id=wrong)
    return sentence("quiz_lint.no_such_exercise_near", id=wrong, near=", ".join(near))


def _no_mistake(wrong: MistakeId, near: Sequence[str]) -> Sentence:
    if not near:
        return sentence("quiz_lint.no_such_mistake", id=wrong)
    return sentence("quiz_lint.no_such_mistake_near", id=wrong, near=", ".join(near))


def _near_mistakes(wrong: MistakeId, known: Collection[MistakeId]) -> Sequence[str]:
    """Mistakes of the exercise that seems to be meant, the likeliest first."""
    exercises = _near(wrong.exercise, {mistake.exercise for mistake in known})
    for exercise in exercises[:1]:
        ids = sorted(mistake.id for mistake in known if mistake.exercise == exercise)
        near = get_close_matches(wrong.id, ids) or ids
        return [f"{exercise}/{one}" for one in near[:NEAR]]
    return ()


def _near(wrong: str, known: Collection[str]) -> Sequence[str]:
    """Exercises of that name, by whatever part of their path it is given, or of one like it."""
    if wrong in known:
        return [wrong]
    names = get_close_matches(_name(wrong), {_name(one) for one in known})
    return [one for name in names for one in sorted(known) if _name(one) == name][:NEAR]


def _name(exercise: str) -> str:
    return exercise.rpartition("/")[2]
