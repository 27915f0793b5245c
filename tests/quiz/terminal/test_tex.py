from __future__ import annotations

import json
import re
import time
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.quiz.load import find_quizzes
from grader.quiz.parse.markdown import MATHS, inline_tokens, markdown
from grader.quiz.terminal.tex import to_unicode

ROOT = Path(__file__).resolve().parents[3]
GOLDEN = json.loads((ROOT / "tests/quiz/formulas/golden.json").read_text(encoding="utf-8"))

WRITTEN = {
    r"W_{in}": "W_in",
    r"x_1^2": "x₁²",
    r"\frac{1}{2} r \sum_i w_i^2": "(1/2) r ∑ᵢ wᵢ²",
    r"\frac{1}{2}": "1/2",
    r"\frac{f - 1}{2} = 2": "(f − 1)/2 = 2",
    r"\frac{\partial E}{\partial y_k} = y_k - t_k": "∂E/∂yₖ = yₖ − tₖ",
    r"\frac{dz}{dx} = \frac{dz}{dt} \frac{dt}{dx}": "dz/dx = (dz/dt) (dt/dx)",
    r"\left\lfloor \frac{6 - 3}{2} \right\rfloor + 1 = 2": "⌊(6 − 3)/2⌋ + 1 = 2",
    r"W \leftarrow \left( 1 - \frac{\alpha \lambda}{m} \right) W - \alpha \, dW": (
        "W ← (1 − α λ/m) W − α dW"
    ),
    r"\frac{e^{x_i - c}}{\sum_k e^{x_k}}": "e^(xᵢ − c)/(∑ₖ e^xₖ)",
    r"|w_1| + |w_2| \le c": "|w₁| + |w₂| ≤ c",
    r"14{,}455{,}392": "14,455,392",
    r"\sigma'(v) = y (1 - y)": "σ′(v) = y (1 − y)",
    r"\sqrt{x} + \sqrt{x + 1}": "√x + √(x + 1)",
    r"W^T, W^{\top}": "Wᵀ, Wᵀ",
    r"e^{-1} \approx 0.3679": "e⁻¹ ≈ 0.3679",
    r"z = (5, -1)": "z = (5, −1)",
    r"\hat{y}": "ŷ",
    r"\text{誤差} = 0": "誤差 = 0",
    r"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}": "(1, 2; 3, 4)",
    r"\begin{aligned} a &= b \\ c &= d \end{aligned}": "a = b\nc = d",
    r"y_{n, d_n}": "y_(n, dₙ)",
    r"\log \left( y + 1 \right)": "log(y + 1)",
    r"x \in \mathbb{R}^{M \times D}": "x ∈ ℝ^(M × D)",
}


@pytest.mark.parametrize("tex", WRITTEN)
def test_formulas_are_written_as_people_write_them(tex: str) -> None:
    assert to_unicode(tex) == WRITTEN[tex]


@pytest.mark.parametrize("tex", [entry["tex"] for entry in GOLDEN])
def test_every_formula_of_the_golden_page_has_a_line(tex: str) -> None:
    assert not re.search(r"[\\{}&]", to_unicode(tex).replace("{ ", "").replace("{1, …, n}", ""))


def test_every_formula_of_the_course_has_a_line() -> None:
    formulas = {
        token.content
        for files in find_quizzes(ROOT)
        for path in (files.en, files.ja)
        for token in inline_tokens(markdown().parse(path.read_text(encoding="utf-8")))
        if token.type in MATHS
    }
    assert len(formulas) > 50
    assert {tex for tex in formulas if "\\" in to_unicode(tex)} == set()


@pytest.mark.parametrize(
    "tex",
    [
        r"\unknown{x}",
        r"\frac{1}",
        r"{x",
        r"x}",
        r"x^1^2",
        r"\left( x",
        r"\begin{tikz} x \end{tikz}",
        r"\begin{pmatrix} x",
        r"\sqrt[5]{x}",
        r"\text{\unknown}",
        "x_",
        "x" * 3000,
        "{" * 500,
    ],
)
def test_what_is_not_known_stays_tex(tex: str) -> None:
    assert to_unicode(tex) == tex


def test_nested_formulas_take_no_time() -> None:
    started = time.perf_counter()
    to_unicode(r"\frac{" * 30 + "x" + "}{y}" * 30)
    assert time.perf_counter() - started < 1


@given(st.text(alphabet=r"\frac{}^_&'|[]() xyz12+-=,sumqrtleightbdn", max_size=60))
def test_anything_becomes_text(tex: str) -> None:
    written = to_unicode(tex)
    assert isinstance(written, str)
    assert unicodedata.is_normalized("NFC", written) or written == tex.strip()
