"""Tells which sentences can hold nothing of a case: everything in them stood there before it ran.

What is not known to be harmless is not vouched for.
"""

from __future__ import annotations

import builtins
import importlib
import re
from collections.abc import Iterator, Sequence
from functools import cache
from string import Formatter
from types import MappingProxyType

from grader.course.exercise import Exercise
from grader.course.mistakes import load_mistakes
from grader.words import Language, Text

# Sentences of these topics say what a pattern in the results is.
PATTERN_TOPICS = ("slips", "patterns")
# These were found by reading the file, so that the line they name is no choice of running code.
BY_READING = (
    "patterns.own_generator",
    "patterns.shared_state",
    "verdict.loop_changes_nothing",
    "verdict.loop_without_way_out",
)
_NAME = r"[A-Za-z_][\w.]*"
# What a sentence may mention: names out of the exercise or of the file as it was handed in.
OF_THE_CODE = MappingProxyType(
    {
        "name": re.compile(_NAME),
        "one": re.compile(_NAME),
        "other": re.compile(_NAME),
        "call": re.compile(_NAME),
        "names": re.compile(f"`{_NAME}`(, `{_NAME}`)*"),
        "axis": re.compile(r"None|-?\d|\(-?\d(, ?-?\d)*,?\)"),
        "index": re.compile(r"\d\d?"),
    }
)
NUMPY_TYPES = frozenset(
    {
        "AxisError",
        "ComplexWarning",
        "DTypePromotionError",
        "LinAlgError",
        "ModuleDeprecationWarning",
        "RankWarning",
        "TooHardError",
        "UFuncTypeError",
        "VisibleDeprecationWarning",
        "ndarray",
    }
)


def authors_words(exercises: Sequence[Exercise], language: Language) -> frozenset[str]:
    """Gather what the author says about the known mistakes of exercises, as results hold it.

    Raises:
        CourseError: a mistakes.toml is not sound.
    """
    mistakes = (mistake for exercise in exercises for mistake in load_mistakes(exercise))
    return frozenset(
        f"{one.explanation.in_language(language)}\n{one.question.in_language(language)}"
        for one in mistakes
    )


def is_known_type(name: str) -> bool:
    """Whether Python or NumPy has a type of this name, so that no student made the name up."""
    return name in NUMPY_TYPES or isinstance(getattr(builtins, name, None), type)


def tells_no_value(message: str, language: Language) -> bool:
    """Whether a message is made of sentences about patterns that mention nothing but code."""
    return all(_is_harmless(line, language) for line in message.split("\n"))


def read_back(said: str, text: Text, language: Language) -> dict[str, str] | None:
    """Find the values that were put into a sentence; None if it is another sentence."""
    found = _as_pattern(text.in_language(language)).fullmatch(said)
    return None if found is None else found.groupdict()


def _is_harmless(said: str, language: Language) -> bool:
    for name, pattern in _templates(language):
        found = pattern.fullmatch(said)
        if found is not None and all(
            _is_harmless_value(name, field, value, len(said), language)
            for field, value in found.groupdict().items()
        ):
            return True
    return False


def _is_harmless_value(name: str, field: str, value: str, length: int, language: Language) -> bool:
    if field == "type":
        return is_known_type(value)
    if field == "line" and name in BY_READING:
        return value.isdecimal()
    if field in OF_THE_CODE:
        return OF_THE_CODE[field].fullmatch(value) is not None
    # Anything else may only be a sentence that is harmless itself.
    return len(value) < length and _is_harmless(value, language)


@cache
def _templates(language: Language) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (name, _as_pattern(text.in_language(language)))
        for name, text in _sentences()
        if name.partition(".")[0] in PATTERN_TOPICS or name in BY_READING
    )


def _sentences() -> Iterator[tuple[str, Text]]:
    for topic in {*PATTERN_TOPICS, *(name.partition(".")[0] for name in BY_READING)}:
        texts: dict[str, Text] = importlib.import_module(f"grader.words.{topic}").TEXTS
        yield from ((f"{topic}.{key}", text) for key, text in texts.items())


def _as_pattern(template: str) -> re.Pattern[str]:
    pattern, seen = "", set[str]()
    for literal, field, _, _ in Formatter().parse(template):
        pattern += re.escape(literal)
        if field is not None:
            pattern += f"(?P={field})" if field in seen else f"(?P<{field}>.*?)"
            seen.add(field)
    return re.compile(pattern, re.DOTALL)
