"""A lab in the terminal: whom it names, which curve it draws, and what it can do without."""

from __future__ import annotations

from dataclasses import replace

import pytest

from grader.layout import display_width
from grader.model import LabResult
from grader.report import Style
from grader.report.drawing.pen import Pen
from grader.report.drawing.training import data_sentence, draw_lab, series_of, updates_of
from grader.words import LANGUAGES, Language

REFERENCE, YOURS, WITHOUT = "report.lab_reference", "report.lab_yours", "report.lab_without"


def drawn(lab: LabResult, language: Language = "en", style: Style | None = None) -> list[str]:
    return list(draw_lab(Pen(language, style or Style()), lab))


def alone(lab: LabResult) -> LabResult:
    """The lab as it is without a student."""
    history = {
        name: values
        for name, values in lab.history.items()
        if name.startswith(("reference_", "without_"))
    }
    return replace(lab, status="not_run", history=history)


def test_a_long_title_goes_on_in_a_second_line_that_names_lab_and_slot(lab: LabResult) -> None:
    first, second, *_ = drawn(lab)
    assert first == f"    ✓ {lab.title}"
    assert second == "      (overfitting: l2_gradient)"


def test_a_short_title_shares_its_line(lab: LabResult) -> None:
    assert drawn(replace(lab, title="Short"))[0] == "    ✓ Short (overfitting: l2_gradient)"
    assert drawn(replace(lab, title="Short", slot=""))[0] == "    ✓ Short (overfitting)"


def test_the_most_telling_curve_alone_is_drawn_with_its_name_above(lab: LabResult) -> None:
    lines = drawn(lab)
    place = lines.index("      norm of all weights:")
    assert lines[place + 1].split() == ["⠒⠒⠒", "reference", "o", "yours", "x", "without"]
    assert lines[-1].split() == ["10", "updates", "500"]
    assert "loss of the mini-batch" not in "".join(lines)


def test_the_three_runs_keep_apart(lab: LabResult) -> None:
    plot = [line for line in drawn(lab) if "│" in line or "┤" in line]
    lower = "".join(plot[len(plot) // 2 :])
    assert "x" in plot[0]
    assert "x" not in lower
    assert "o" in lower


def test_a_lab_alone_shows_what_the_slot_does(lab: LabResult) -> None:
    text = "\n".join(drawn(alone(lab)))
    assert "yours" not in text
    assert "⠒⠒⠒ reference   o without" in text
    assert text.startswith("    · ")
    assert updates_of(alone(lab)) == 500


def test_series_come_in_the_order_they_are_drawn(lab: LabResult) -> None:
    assert list(series_of(lab, "loss")) == [REFERENCE, YOURS, WITHOUT]
    assert list(series_of(alone(lab), "loss")) == [REFERENCE, WITHOUT]
    assert series_of(lab, "no_such_series") == {}


@pytest.mark.parametrize("change", [{"curves": {}}, {"history": {}}])
def test_without_a_curve_the_words_remain(lab: LabResult, change: dict[str, object]) -> None:
    lines = drawn(replace(lab, **change))  # type: ignore[arg-type]
    assert [line.strip() for line in lines[2:]] == [*lab.messages]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [40, 80])
@pytest.mark.parametrize("unicode", [True, False])
def test_no_line_is_wider_than_the_terminal(
    language: Language, width: int, unicode: bool, lab: LabResult
) -> None:
    for shown in (lab, alone(lab), replace(lab, title="重みのペナルティ" * 9, slot="s" * 90)):
        lines = drawn(shown, language, Style(width=width, unicode=unicode))
        assert max(map(display_width, lines)) <= width


def test_a_plain_terminal_gets_plain_characters(lab: LabResult) -> None:
    pen = Pen("en", Style(unicode=False))
    assert pen.page(list(draw_lab(pen, lab))).isascii()


def test_computed_data_is_not_named() -> None:
    assert data_sentence({}) is None
