"""The figure of training runs: what is in it, for every reader, and without a display."""

from __future__ import annotations

import io
import math
import sys
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from matplotlib import font_manager, image, rcParams
from matplotlib.axes import Axes
from matplotlib.colors import to_hex, to_rgb
from matplotlib.lines import Line2D

from grader.errors import UsageError
from grader.model import LabResult
from grader.report.drawing.figure import (
    PALETTES,
    Theme,
    draw_figure,
    file_type,
    render_figure,
)
from grader.report.drawing.fonts import FileType, japanese_font, require_matplotlib

THEMES: tuple[Theme, ...] = ("light", "dark")
JAPANESE_TITLE = "300枚の手書き数字での過学習"


def axes_of(*labs: LabResult, theme: Theme = "light") -> Sequence[Axes]:
    return draw_figure(labs, "en", theme).axes


def points_of(line: Line2D) -> tuple[list[float], list[float]]:
    x, y = np.asarray(line.get_xdata(), dtype=float), np.asarray(line.get_ydata(), dtype=float)
    return x.tolist(), y.tolist()


def with_history(lab: LabResult, **series: Sequence[float]) -> LabResult:
    return replace(lab, history={**lab.history, **{k: tuple(v) for k, v in series.items()}})


def in_japanese(lab: LabResult) -> LabResult:
    curves = {"weight_norm": "重み全体のノルム", "loss": "ミニバッチの損失"}
    return replace(lab, title=JAPANESE_TITLE, curves=curves)


def texts(svg: bytes) -> list[str]:
    nodes = ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")
    return ["".join(node.itertext()) for node in nodes]


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours as WCAG 2 defines it."""
    dark, light = sorted(map(luminance, (one, other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in to_rgb(colour)]
    return float(np.dot(linear, (0.2126, 0.7152, 0.0722)))


def test_every_curve_has_a_panel_and_every_run_a_line(lab: LabResult) -> None:
    panels = axes_of(lab)
    assert [panel.get_title(loc="left") for panel in panels] == list(lab.curves.values())
    for panel in panels:
        assert [str(line.get_label()) for line in panel.lines] == ["without", "reference", "yours"]
        assert panel.get_xlabel() == "updates"


def test_every_lab_has_a_row(lab: LabResult) -> None:
    one, three = draw_figure([lab], "en", "light"), draw_figure([lab] * 3, "en", "light")
    assert len(three.axes) == 3 * len(one.axes)
    tops = [panel.get_position().y1 for panel in three.axes[::2]]
    bottoms = [panel.get_position().y0 for panel in three.axes[::2]]
    assert all(bottom > top for bottom, top in zip(bottoms, tops[1:], strict=False))
    assert all(0 < place < 1 for place in (*tops, *bottoms))


def test_curves_that_lie_on_each_other_all_show(lab: LabResult) -> None:
    without, reference, yours = axes_of(lab)[0].lines
    assert without.is_dashed()
    assert reference.get_linewidth() > 2 * yours.get_linewidth()
    assert points_of(reference) == points_of(yours)


def test_what_is_measured_less_often_ends_with_the_training(lab: LabResult) -> None:
    norm, loss = (points_of(panel.lines[0])[0] for panel in axes_of(lab))
    assert norm == list(range(10, 501, 10))
    assert loss == list(range(1, 501))


def test_the_loss_gets_a_logarithmic_axis_where_that_shows_more(lab: LabResult) -> None:
    assert [panel.get_yscale() for panel in axes_of(lab)] == ["linear", "log"]


def test_a_lab_alone_has_two_lines(lab: LabResult) -> None:
    history = {name: values for name, values in lab.history.items() if "_" in name}
    del history["weight_norm"]
    for panel in axes_of(replace(lab, history=history)):
        assert [str(line.get_label()) for line in panel.lines] == ["without", "reference"]


@pytest.mark.parametrize("wild", [math.nan, math.inf, -math.inf, 1.7e308, -1.7e308])
def test_numbers_that_cannot_be_drawn_are_gaps(wild: float, lab: LabResult) -> None:
    changed = with_history(lab, loss=[2.0] * 100 + [wild] * 400, weight_norm=[wild] * 50)
    norm, loss = (points_of(panel.lines[2])[1] for panel in axes_of(changed))
    assert [math.isfinite(y) for y in loss] == [True] * 100 + [False] * 400
    assert not any(map(math.isfinite, norm))
    assert render_figure([changed], "svg", "en", "light")


def test_an_svg_is_well_formed_and_holds_its_text_as_text(lab: LabResult) -> None:
    shown = replace(lab, title="A <tag> & $\\alpha$ for 300 digits")
    found = texts(render_figure([shown], "svg", "en", "light"))
    for text in ("overfitting: l2_gradient", "yours", "reference", "without", "updates"):
        assert text in found
    assert shown.title in found


def test_japanese_in_an_svg_is_left_to_the_fonts_of_its_reader(lab: LabResult) -> None:
    svg = render_figure([in_japanese(lab)], "svg", "ja", "dark")
    assert {JAPANESE_TITLE, "重み全体のノルム", "更新回数", "模範解答", "あなた", "なし"} <= set(
        texts(svg)
    )
    families = svg.decode().split("font-family: ", 1)[1].split(";", 1)[0]
    assert "Hiragino Sans" in families
    assert "Noto Sans CJK JP" in families
    assert families.endswith("sans-serif")


@pytest.mark.parametrize("kind", ["svg", "png"])
@pytest.mark.parametrize("theme", THEMES)
def test_the_same_results_give_the_same_bytes(kind: FileType, theme: Theme, lab: LabResult) -> None:
    first, second = (render_figure([lab], kind, "en", theme) for _ in range(2))
    assert first == second


@pytest.mark.parametrize("theme", THEMES)
def test_the_background_is_the_themes_and_opaque(theme: Theme, lab: LabResult) -> None:
    pixels = image.imread(io.BytesIO(render_figure([lab, lab], "png", "en", theme)), format="png")
    assert pixels.shape[1] > 1000
    edges = np.concatenate([pixels[0], pixels[-1], pixels[:, 0], pixels[:, -1]])
    assert {to_hex(pixel[:3]) for pixel in edges} == {PALETTES[theme].background}
    assert pixels.shape[2] == 3 or (edges[:, 3] == 1).all()


@pytest.mark.parametrize("theme", THEMES)
def test_everything_stands_out_from_the_background(theme: Theme) -> None:
    palette = PALETTES[theme]
    assert contrast(palette.text, palette.background) > 7
    assert contrast(palette.without, palette.background) > 4
    assert contrast(palette.yours, palette.background) > 3
    assert contrast(palette.yours, palette.reference) > 1.5
    assert contrast(palette.reference, palette.background) > 2


def test_no_global_state_is_needed_or_left_changed(
    lab: LabResult, monkeypatch: pytest.MonkeyPatch
) -> None:
    # pyplot keeps figures and chooses a display.
    monkeypatch.setitem(sys.modules, "matplotlib.pyplot", None)
    before = rcParams.copy()
    assert render_figure([lab], "svg", "ja", "dark")
    assert rcParams.copy() == before


def test_labs_without_a_curve_are_left_out(lab: LabResult) -> None:
    broken_off = replace(lab, status="error", history={})
    assert len(axes_of(broken_off, lab)) == len(axes_of(lab))
    assert len(axes_of(broken_off)) == 0


def test_a_long_title_stays_inside(lab: LabResult) -> None:
    long = replace(lab, title="A network with one hidden layer " * 5, curves={"loss": "loss"})
    figure = draw_figure([long], "en", "light")
    figure.canvas.draw()
    width = figure.bbox.width
    extents = [text.get_window_extent() for text in figure.texts]
    assert len(extents) > 3
    assert all(extent.x1 < width for extent in extents)
    assert all(below.y1 <= above.y0 + 3 for above, below in pairwise(extents))


@pytest.mark.parametrize(
    ("name", "kind"), [("a.svg", "svg"), ("a.SVG", "svg"), ("b.c/a.Png", "png")]
)
def test_the_name_tells_the_kind_of_file(name: str, kind: str) -> None:
    assert file_type(Path(name)) == kind


@pytest.mark.parametrize("name", ["a", "a.pdf", "svg", ".svg", "a.svg.gz"])
def test_other_names_are_refused_with_the_two_that_work(name: str) -> None:
    with pytest.raises(UsageError, match=r"\.svg or \.png"):
        file_type(Path(name))


def test_without_matplotlib_there_is_a_sentence(
    lab: LabResult, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    for attempt in (require_matplotlib, japanese_font):
        with pytest.raises(UsageError, match=r'pip install "kakunin-grader\[plot\]"'):
            attempt()
    with pytest.raises(UsageError, match="matplotlib"):
        render_figure([lab], "svg", "en", "light")


def test_a_japanese_font_is_found_if_there_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    names = ["DejaVu Sans", "Meiryo", "IPAexGothic"]
    monkeypatch.setattr(font_manager.fontManager, "get_font_names", lambda: names)
    assert japanese_font() == "Meiryo"
    monkeypatch.setattr(font_manager.fontManager, "get_font_names", lambda: names[:1])
    assert japanese_font() is None
