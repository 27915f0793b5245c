"""Keys do not give themselves away by their position or their length."""

from __future__ import annotations

import string
from collections import Counter
from collections.abc import Iterator

from grader.quiz.lint import Known
from grader.quiz.model import Question, Quiz
from grader.quiz.parse.draft import Finding
from grader.quiz.parse.markdown import plain
from grader.words import LANGUAGES, Language, sentence

ENOUGH, TOO_OFTEN = 4, 0.6


def look(quiz: Quiz, known: Known) -> Iterator[Finding]:  # noqa: ARG001 - what every topic takes
    """Count where the keys of single choices stand, and how often they are the longest option."""
    choices = [question for question in quiz.questions if question.kind == "choice"]
    if len(choices) < ENOUGH:
        return
    position, count = Counter(map(_key, choices)).most_common(1)[0]
    if count > TOO_OFTEN * len(choices):
        letter = string.ascii_uppercase[position]
        said = sentence("quiz_lint.one_position", letter=letter, count=count, total=len(choices))
        yield Finding(choices[0].place, said)
    for language in LANGUAGES:
        count = sum(_key_is_longest(question, language) for question in choices)
        if count > TOO_OFTEN * len(choices):
            place = choices[0].title.in_language(language).place
            said = sentence("quiz_lint.longest_option", count=count, total=len(choices))
            yield Finding(place, said)


def _key(question: Question) -> int:
    return min(question.answer.chosen(question.answer.right_responses()[0]))


def _key_is_longest(question: Question, language: Language) -> bool:
    lengths = [len(plain(option.text.in_language(language).blocks)) for option in question.options]
    key = lengths.pop(_key(question))
    return key > max(lengths)
