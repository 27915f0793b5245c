from __future__ import annotations

import math
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from grader.quiz.figures import shapes
from grader.quiz.figures.catalog import figures, write_figures
from grader.quiz.figures.drawing import Point

ROOT = Path(__file__).resolve().parents[3]
FIGURES = figures()
COLOURS = {"none", "currentColor"}


@pytest.mark.parametrize("name", FIGURES)
def test_what_is_kept_is_what_is_drawn(name: str) -> None:
    assert (ROOT / "quizzes" / name).read_text(encoding="utf-8") == FIGURES[name]


@pytest.mark.parametrize("name", FIGURES)
def test_a_figure_is_small_and_has_the_colour_of_the_text(name: str) -> None:
    root = ElementTree.fromstring(FIGURES[name])
    assert len(FIGURES[name]) < 6_000
    assert len(list(root.iter())) > 5
    for element in root.iter():
        for kind in ("fill", "stroke"):
            assert element.get(kind, "none") in COLOURS
    assert "prefers-color-scheme: dark" in FIGURES[name]


@pytest.mark.parametrize("name", FIGURES)
def test_everything_lies_on_the_sheet(name: str) -> None:
    root = ElementTree.fromstring(FIGURES[name])
    width, height = float(root.attrib["width"]), float(root.attrib["height"])
    for path in re.findall(r' d="M([^"]+)"', FIGURES[name]):
        for x, y in (map(float, corner.split()) for corner in path.split("L")):
            assert -1 <= x <= width + 1
            assert -1 <= y <= height + 1


def count(svg: str, shape: str) -> int:
    return svg.count(f"<{shape} ")


def test_a_network_connects_every_unit_with_the_next_layer() -> None:
    svg = shapes.network((2, 3, 1))
    assert count(svg, "circle") == 6
    assert count(svg, "path") == 2 * 3 + 3 * 1


def test_an_unrolled_network_has_a_hidden_layer_for_each_moment() -> None:
    svg = shapes.unrolled(4)
    assert count(svg, "circle") == 4
    assert "s<tspan" in svg
    assert svg.count(">in</tspan>") == svg.count(">out</tspan>") == 4


@pytest.mark.parametrize(("padding", "dashed"), [(0, 0), (1, 1)])
def test_an_image_shows_its_pixels_its_padding_and_the_filter(padding: int, dashed: int) -> None:
    svg = shapes.window(size=5, kernel=3, padding=padding)
    assert svg.count("stroke-dasharray") == dashed
    assert count(svg, "path") == 2 * 6 + dashed
    assert count(svg, "polygon") == 1


def test_a_computation_has_an_arrow_for_each_dependence() -> None:
    svg = shapes.computation((("a", "b"), ("c",), ("d",)))
    assert count(svg, "polygon") == 3
    assert [name for name in "abcd" if f">{name}</text>" in svg] == list("abcd")


def test_the_contours_touch_the_regions_where_the_loss_is_smallest() -> None:
    diamond = [(45 * share, 45 * (1 - share)) for share in (0.0, 0.1, 0.3, 0.6, 1.0)]
    losses = [shapes._loss(Point(*weights)) for weights in diamond]
    assert losses == sorted(losses)
    (x, y), *_ = re.findall(r'<circle cx="([\d.]+)" cy="([\d.]+)" r="4"', shapes.shrunk())
    assert math.hypot(float(x) - 80, float(y) - 142) == pytest.approx(45, abs=0.2)
    assert float(x) > 85


def test_figures_are_written_into_a_course(tmp_path: Path) -> None:
    (tmp_path / "quizzes" / "day1").mkdir(parents=True)
    for day in ("day2", "day3"):
        (tmp_path / "quizzes" / day).mkdir()
    write_figures(tmp_path)
    assert len(list(tmp_path.rglob("*.svg"))) == len(FIGURES)
