"""Keys grade themselves right, known wrong answers wrong, and nothing is offered twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from grader.quiz.answer import Json
from grader.quiz.grade import grade
from grader.quiz.lint import Known
from grader.quiz.model import Distractor, Question, Quiz
from grader.quiz.parse.draft import Finding
from grader.quiz.parse.markdown import plain
from grader.words import LANGUAGES, sentence


def look(quiz: Quiz, known: Known) -> Iterator[Finding]:  # noqa: ARG001 - what every topic takes
    """Grade every key, every wrong option and every known wrong answer."""
    for question in quiz.questions:
        yield from _keys(question)
        yield from _distractors(question)
        yield from _options_twice(question)


def _keys(question: Question) -> Iterator[Finding]:
    for response in question.answer.right_responses():
        if not grade(question, response).correct:
            said = sentence("quiz_lint.key_not_right", key=_shown(response))
            yield Finding(question.place, said)


def _distractors(question: Question) -> Iterator[Finding]:
    for distractor in question.distractors:
        for response in distractor.answer.right_responses():
            graded = grade(question, _whole(question, response))
            if graded.correct is not False:
                said = sentence("quiz_lint.distractor_not_wrong", written=_shown(response))
                yield Finding(distractor.place, said)
        yield from _shadowed(question, distractor)


def _shadowed(question: Question, distractor: Distractor) -> Iterator[Finding]:
    for other in question.distractors[: question.distractors.index(distractor)]:
        if any(other.answer.grade(key).correct for key in distractor.answer.right_responses()):
            yield Finding(distractor.place, sentence("quiz_lint.distractor_twice"))


def _whole(question: Question, response: Json) -> Json:
    """A wrong fill of some blanks, with right ones in the others."""
    right = question.answer.right_responses()[0]
    if isinstance(response, Mapping) and isinstance(right, Mapping):
        return {**right, **response}
    return response


def _shown(response: Json) -> str:
    if isinstance(response, Mapping):
        return ", ".join(f"{name}: {fill}" for name, fill in response.items())
    return str(response)


def _options_twice(question: Question) -> Iterator[Finding]:
    for language in LANGUAGES:
        for options in (question.options, question.choices):
            seen: set[str] = set()
            for option in options:
                passage = option.text.in_language(language)
                text = plain(passage.blocks)
                if text in seen:
                    yield Finding(passage.place, sentence("quiz_lint.option_twice"))
                seen.add(text)
