"""Runs a check on many examples: a few hundred by default, thousands with `-m exhaustive`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis.strategies import SearchStrategy

# Nothing a stranger hands in may take longer than this to be read.
DEADLINE = timedelta(seconds=1)
SLOW = (pytest.mark.exhaustive, pytest.mark.timeout(900))


def amounts(quick: int, thorough: int = 5_000) -> pytest.MarkDecorator:
    """Run a test with few `examples`, and with many in the exhaustive run."""
    many = pytest.param(thorough, marks=SLOW)
    return pytest.mark.parametrize("examples", [quick, many])


def fuzz(
    check: Callable[..., None],
    examples: int,
    *strategies: SearchStrategy[Any],
    deadline: timedelta = DEADLINE,
) -> None:
    """Call `check` with that many examples of what the strategies draw, and time each call."""
    # Drawing a file and mutating it takes longer than reading it; only the latter is in question.
    unhurried = [HealthCheck.too_slow, HealthCheck.data_too_large]
    run = settings(max_examples=examples, deadline=deadline, suppress_health_check=unhurried)
    run(given(*strategies)(check))()
