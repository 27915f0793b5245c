"""Mark responses as Moodle's question types do when an attempt is finished.

Rules followed: question/type/{multichoice,shortanswer,numerical,match,truefalse}/question.php,
the renderers beside them (which feedback is shown) and question/type/questionbase.php. A response
that is not gradable gives nothing up to mark: fraction 0 and no feedback.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from tests.quiz.export.moodle_reader.numbers import NumberParser, Tolerance
from tests.quiz.export.moodle_reader.phplike import fold, php_trim


@dataclass(frozen=True)
class Given:
    """What marking a response says."""

    fraction: float
    feedback: tuple[str, ...]


@dataclass(frozen=True)
class Answer:
    """One answer of a question, with the fraction as Moodle stores it."""

    text: str
    fraction: float
    feedback: str

    def shown(self) -> tuple[str, ...]:
        """Return the feedback unless PHP takes it for false ("" or "0")."""
        return () if php_trim(self.feedback) in ("", "0") else (self.feedback,)

    def given(self) -> Given:
        """Return what a response gets for which this answer is the one that matches."""
        return Given(self.fraction, self.shown())


NOTHING = Given(0.0, ())


def stored(fraction: float) -> float:
    """Round as the column question_attempt_steps.fraction does, number(12,7)."""
    return round(fraction, 7)


@dataclass(frozen=True)
class Radio:
    """Multiple choice with one answer: its fraction, negative ones too."""

    answers: Sequence[Answer]

    def __call__(self, response: object) -> Given:
        """Mark the index of the chosen answer."""
        return self.answers[_index(response, len(self.answers))].given()


@dataclass(frozen=True)
class Boxes:
    """Multiple choice with several answers: the sum of the fractions, kept within 0 and 1."""

    answers: Sequence[Answer]

    def __call__(self, response: object) -> Given:
        """Mark the set of chosen indexes."""
        if isinstance(response, str | bytes) or not isinstance(response, Collection):
            raise TypeError("a question with boxes is answered by a set of indexes")
        chosen = sorted({_index(index, len(self.answers)) for index in response})
        total = sum(self.answers[index].fraction for index in chosen)
        feedback = tuple(text for index in chosen for text in self.answers[index].shown())
        return Given(stored(min(max(0.0, total), 1.0)), feedback)


@dataclass(frozen=True)
class TrueFalse:
    """True or false: 1 for the right one."""

    right: bool
    when_true: Answer
    when_false: Answer

    def __call__(self, response: object) -> Given:
        """Mark True or False (or the words "true" and "false")."""
        value = {"true": True, "false": False}.get(response) if isinstance(response, str) else None
        chosen = response if isinstance(response, bool) else value
        if chosen is None:
            raise TypeError("a true/false question is answered by True or False")
        answer = self.when_true if chosen else self.when_false
        return Given(float(chosen == self.right), answer.shown())


@dataclass(frozen=True)
class ShortAnswer:
    """The first answer whose pattern fits the whole response."""

    answers: Sequence[Answer]
    case_sensitive: bool

    def __call__(self, response: object) -> Given:
        """Mark what was typed."""
        typed = _typed(response)
        if not typed:
            return NOTHING
        for answer in self.answers:
            if matches_pattern(typed, answer.text, self.case_sensitive):
                return answer.given()
        return NOTHING


def matches_pattern(response: str, pattern: str, case_sensitive: bool) -> bool:
    r"""Compare as `compare_string_with_wildcard` does.

    Both sides are put in Unicode form C; a run of `*` not preceded by a backslash stands for any
    characters of one line, `\*` for a star, and everything else for itself.
    """
    pattern = unicodedata.normalize("NFC", pattern)
    response = php_trim(unicodedata.normalize("NFC", response))
    bits = [bit.replace("\\*", "*") for bit in re.split(r"(?<!\\)\*+", pattern)]
    if not case_sensitive:
        bits, response = [fold(bit) for bit in bits], fold(response)
    return re.fullmatch("[^\n]*".join(re.escape(bit) for bit in bits), response) is not None


@dataclass(frozen=True)
class Numerical:
    """The first answer whose interval holds the number, with or without its unit's factor."""

    answers: Sequence[Answer]
    intervals: Sequence[Tolerance]
    parser: NumberParser

    def __call__(self, response: object) -> Given:
        """Mark what was typed; an answer `*` fits any number, but not what is no number.

        Without a right unit `apply_unit_penalty` leaves no fraction below 0.
        """
        typed = _typed(response)
        number = self.parser.parse(typed)
        if not typed or number is None:
            return NOTHING
        factor = 1.0 if number.factor is None else number.factor
        for answer, interval in zip(self.answers, self.intervals, strict=True):
            scaled = interval.holds(number.value * factor)
            if not scaled and not interval.holds(number.value):
                continue
            right_unit = number.factor is not None and scaled
            fraction = answer.fraction if right_unit else max(answer.fraction, 0.0)
            return Given(stored(fraction), answer.shown())
        return NOTHING


@dataclass(frozen=True)
class Matching:
    """An equal share for each right pair; a question left open counts as wrong."""

    right: Sequence[str]
    partners: Sequence[str]

    def __call__(self, response: object) -> Given:
        """Mark a mapping from the index of a question to the text of the partner."""
        if not isinstance(response, Mapping):
            raise TypeError("a matching question is answered by a mapping of index to partner")
        for index, partner in response.items():
            _index(index, len(self.right))
            if partner not in self.partners:
                raise ValueError(f"{partner!r} is not among the partners")
        hits = sum(response.get(index) == partner for index, partner in enumerate(self.right))
        return Given(stored(hits / len(self.right)), ())


def unmarked(_response: object) -> Given:
    """Give nothing: an essay waits for a person, a description takes no response."""
    return NOTHING


def _index(response: object, count: int) -> int:
    if isinstance(response, bool) or not isinstance(response, int):
        raise TypeError("a choice is given by its index")
    if not 0 <= response < count:
        raise ValueError(f"there is no choice {response}")
    return response


def _typed(response: object) -> str:
    if not isinstance(response, str):
        raise TypeError("the response is what was typed, a string")
    return php_trim(response)
