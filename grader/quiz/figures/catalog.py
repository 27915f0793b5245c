"""Which figures there are, and where they are kept."""

from __future__ import annotations

import math
from collections.abc import Mapping
from pathlib import Path

from grader.quiz.figures import shapes
from grader.quiz.load import FOLDER


def figures() -> Mapping[str, str]:
    """Draw all figures, by their path below the folder of the quizzes."""
    return {
        "day1/fig/network.svg": shapes.network((2, 3, 3, 1)),
        "day1/fig/sigmoid.svg": shapes.curve(lambda u: 1 / (1 + math.exp(-u)), low=-0.6),
        "day1/fig/tanh.svg": shapes.curve(math.tanh),
        "day1/fig/relu.svg": shapes.curve(lambda u: max(u, 0.0), low=-0.6, high=2.2),
        "day2/fig/chain.svg": shapes.computation((("x", "y"), ("t",), ("z",))),
        "day2/fig/l1.svg": shapes.sparse(),
        "day2/fig/l2.svg": shapes.shrunk(),
        "day2/fig/window.svg": shapes.window(size=6, kernel=2, padding=1),
        "day3/fig/unrolled.svg": shapes.unrolled(3),
    }


def write_figures(root: Path) -> None:
    """Write all figures into a course."""
    for name, svg in figures().items():
        path = root / FOLDER / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(svg, encoding="utf-8")
