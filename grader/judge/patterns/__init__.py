"""Patterns in wrong results that are found without an author's help."""

from grader.judge.patterns.finding import find_pattern
from grader.judge.patterns.observation import Observation

__all__ = ["Observation", "find_pattern"]
