"""Outcomes as a hostile process may write them."""

from __future__ import annotations

from grader.calls.messages import MAX_WARNINGS, read_outcome


def test_more_warnings_than_a_worker_sends_are_cut() -> None:
    warnings = [["UserWarning", f"number {number}", 3] for number in range(14_000)]
    outcome = read_outcome([1.0, None, {}, warnings, None])
    assert len(outcome.warnings) == MAX_WARNINGS
    assert outcome.warnings[0].message == "number 0"
