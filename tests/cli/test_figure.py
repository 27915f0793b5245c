"""What `--plot` does where no font has Japanese."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from grader.cli._figure import plot_labs
from grader.model import LabResult

FALLING = tuple(np.geomspace(1.0, 0.01, 40).tolist())
LAB = LabResult(
    "binary_addition",
    "RNN で2進数の足し算を学習する",
    "passed",
    "rnn_delta",
    history={"loss": FALLING, "reference_loss": FALLING},
    curves={"loss": "ミニバッチの損失"},
)


@pytest.mark.parametrize(
    ("name", "font", "language", "title"),
    [
        ("a.png", None, "en", "A recurrent network learns to add binary numbers"),
        ("a.png", "Meiryo", "ja", LAB.title),
        ("a.svg", None, "ja", LAB.title),
    ],
)
def test_only_a_png_without_a_font_is_labelled_in_english(
    name: str,
    font: str | None,
    language: str,
    title: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    drawn = []

    def render(labs: list[LabResult], kind: str, language: str, theme: str) -> bytes:
        drawn.append((labs[0].title, kind, language, theme))
        return b"figure"

    monkeypatch.setattr("grader.report.drawing.fonts.japanese_font", lambda: font)
    monkeypatch.setattr("grader.report.drawing.figure.render_figure", render)
    plot_labs([LAB], tmp_path / name, "ja", "dark")
    assert drawn == [(title, name[-3:], language, "dark")]
    assert (tmp_path / name).read_bytes() == b"figure"
    said = capsys.readouterr().err
    assert ("日本語フォントが見つからない" in said) == (language == "en")
    assert said.endswith(f"図を書き出しました: {tmp_path / name}\n")


def test_an_english_png_needs_no_japanese_font(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("grader.report.drawing.fonts.japanese_font", lambda: None)
    plot_labs([LAB], tmp_path / "a.png", "en", "light")
    assert capsys.readouterr().err == f"written: {tmp_path / 'a.png'}\n"
    assert (tmp_path / "a.png").stat().st_size > 10_000
