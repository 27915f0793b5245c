"""For authors: the vocabulary of `checks.py`."""

from grader.course.vocabulary import (
    attribute,
    call,
    cases,
    construct,
    derivative_of,
    function,
    lab,
    method,
    raises,
    rng,
    spec,
)

__all__ = [
    "attribute",
    "call",
    "cases",
    "construct",
    "derivative_of",
    "function",
    "lab",
    "method",
    "raises",
    "rng",
    "spec",
]
