from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.judge.loops import explain_endless
from grader.words import Text, translate


def said(body: str) -> str | None:
    found = explain_endless(f"def f(x, n):\n    i = 0\n{body}\n    return i\n")
    if found is None:
        return None
    assert not isinstance(found.said, Text)
    return translate(found.said, "en")


@pytest.mark.parametrize(
    ("body", "facts"),
    [
        ("    while i < n:\n        x = x + 1", ("Line 3", "`i`, `n`")),
        ("    while i < len(x):\n        n += x[i]", ("Line 3", "`i`, `x`")),
        ("    while True:\n        i += 1", ("Line 3", "neither")),
        ("    for k in range(3):\n        while x.size > i:\n            k = 2", ("Line 4", "`x`")),
    ],
)
def test_a_loop_that_cannot_end_is_found(body: str, facts: tuple[str, ...]) -> None:
    found = said(body)
    assert found is not None
    assert all(fact in found for fact in facts)


@pytest.mark.parametrize(
    "body",
    [
        "    while i < n:\n        i -= 1",
        "    while True:\n        if x:\n            break",
        "    while min(x) < 3:\n        n = 1",
        "    while len(x) < 3:\n        x.append(1)",
        "    while x:\n        x.pop()",
        "    while x[0] < 3:\n        x[1] = 2",
        "    while i < n:\n        return 3",
        "    pass",
    ],
)
def test_what_cannot_be_known_is_not_said(body: str) -> None:
    assert said(body) is None


@pytest.mark.parametrize("chain", [".a" * 1_500, "[0]" * 1_500, "()" * 1_500])
def test_code_of_any_depth_is_read(chain: str) -> None:
    assert said(f"    while x{chain}().b():\n        i = 1") is None


@given(st.text())
def test_any_text_is_read(source: str) -> None:
    explain_endless(source)
