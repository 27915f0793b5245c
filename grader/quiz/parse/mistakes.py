"""Known mistakes in a question: only wrong answers name one, and all of them of one exercise."""

from __future__ import annotations

from collections.abc import Iterator

from grader.quiz.answer import FormatError
from grader.quiz.model import MistakeId, Question
from grader.quiz.prose import Place
from grader.words import sentence


def check_mistakes(question: Question) -> None:
    """Look at the mistakes that the wrong answers to a question name.

    Raises:
        FormatError: a right option names one, or one belongs to another exercise.
    """
    answer = question.answer
    right = {index for key in answer.right_responses() for index in answer.chosen(key)}
    for option in question.options:
        if option.mistake is not None and option.index in right:
            said = sentence("quiz_format.mistake_of_right", letter=option.letter)
            raise FormatError(option.text.en.place, said)
    _check_in_full(question)
    exercise = question.exercise
    for place, mistake in placed_mistakes(question):
        if mistake.exercise != exercise:
            said = sentence("quiz_format.mistake_elsewhere", id=mistake, exercise=exercise)
            raise FormatError(place, said)


def _check_in_full(question: Question) -> None:
    exercises = {question.check or "", *(mistake.exercise for mistake in question.mistakes)}
    for place, mistake in placed_mistakes(question):
        for exercise in exercises:
            if exercise.endswith(f"/{mistake.exercise}"):
                full = mistake._replace(exercise=exercise)
                said = sentence("quiz_format.mistake_short", id=mistake, full=full)
                raise FormatError(place, said)


def placed_mistakes(question: Question) -> Iterator[tuple[Place, MistakeId]]:
    """The mistakes that wrong answers name, and where these stand."""
    for option in question.options:
        if option.mistake is not None:
            yield option.text.en.place, option.mistake
    for distractor in question.distractors:
        if distractor.mistake is not None:
            yield distractor.place, distractor.mistake
