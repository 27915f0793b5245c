"""TeX to MathML: a golden file of course formulas, each looked at in a browser; and refusals."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from grader.quiz.maths import TexError, to_mathml

GOLDEN = Path(__file__).parent / "formulas" / "golden.json"
FORMULAS: list[dict[str, Any]] = json.loads(GOLDEN.read_text(encoding="utf-8"))


@pytest.mark.parametrize("formula", FORMULAS, ids=lambda formula: formula["name"])
def test_a_formula_of_the_course_becomes_what_was_looked_at(formula: dict[str, Any]) -> None:
    made = to_mathml(formula["tex"], display=formula["display"])
    assert made.mathml == formula["mathml"]
    assert dict(made.rules) == formula["rules"]


class _Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("formula", FORMULAS, ids=lambda formula: formula["name"])
def test_mathml_is_balanced_and_without_inline_styles(formula: dict[str, Any]) -> None:
    made = to_mathml(formula["tex"], display=formula["display"])
    elements = _Elements()
    elements.feed(made.mathml.replace("/>", "></mspace>"))
    assert elements.open == []
    assert "style" not in elements.attributes
    assert not {name for name in elements.attributes if name.startswith("on")}
    for name in re.findall(r'class="(tex-[^"]+)"', made.mathml):
        assert f".{name}{{" in made.css


def test_there_are_twenty_formulas_and_more() -> None:
    assert len({formula["tex"] for formula in FORMULAS}) >= 20


@pytest.mark.parametrize(
    ("tex", "offset"),
    [
        (r"x + \nonsense", 4),
        (r"\frac{1}{2} \widetilde{x}", 12),
        (r"\frac{a}", 8),
        (r"\text{学習} \unknown", 10),
        (r"a % b", 2),
        (r"\href{javascript:alert(1)}{x}", 0),
        (r"x^{2", None),
        (r"\begin{matrix} a", None),
        (r"\left( x", None),
        ("{" * 5000, None),
        (r"\def\x{\x}\x", None),
    ],
)
def test_what_is_not_known_is_refused(tex: str, offset: int | None) -> None:
    with pytest.raises(TexError) as caught:
        to_mathml(tex, display=True)
    assert 0 <= caught.value.offset <= len(tex)
    assert caught.value.reason
    if offset is not None:
        assert caught.value.offset == offset


def test_a_percent_sign_may_be_meant() -> None:
    assert "%" in to_mathml(r"50 \%", display=False).mathml


def test_text_cannot_become_markup() -> None:
    made = to_mathml(r"a < b \text{<script>alert(1)</script>}", display=False)
    assert "<script" not in made.mathml
    assert "&lt;script" in made.mathml


def test_the_tex_can_be_copied() -> None:
    made = to_mathml(r"\frac{1}{2}", display=True)
    assert '<annotation encoding="application/x-tex">\\frac{1}{2}</annotation>' in made.mathml
