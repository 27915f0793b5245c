"""Tables that can be put into the documentation as they are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def table(heads: Sequence[str], lines: Iterable[Sequence[str]]) -> str:
    """Write a Markdown table whose columns, but for the first, are aligned to the right."""
    rules = ["---", *("--:" for _ in heads[1:])]
    rows = "\n".join(f"| {' | '.join(cells)} |" for cells in [heads, rules, *lines])
    return f"{rows}\n"
