"""What was seen in one case: what was asked, what was expected, what came."""

from __future__ import annotations

from typing import NamedTuple

from grader.calls.steps import Outcome, Step


class Observation(NamedTuple):
    """The telling step of one case: the failing one, or the one that passed.

    Attributes:
        step: what was asked; its arguments are named as the function's parameters.
        failed: whether it was judged wrong.
    """

    step: Step
    expected: Outcome
    got: Outcome
    failed: bool

    @property
    def must_be_refused(self) -> bool:
        """Whether the input is one that an exception has to answer."""
        return self.step.raises is not None or self.expected.error is not None
