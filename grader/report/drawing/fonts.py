"""The fonts of a figure, in Latin letters and Japanese."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Literal

from grader.errors import UsageError
from grader.words import sentence

FileType = Literal["svg", "png"]

JAPANESE_FONTS = (
    "Noto Sans CJK JP",
    "Noto Sans JP",
    "Hiragino Sans",
    "Yu Gothic",
    "Meiryo",
    "BIZ UDGothic",
    "IPAexGothic",
    "IPAGothic",
    "TakaoPGothic",
    "VL PGothic",
    "MS Gothic",
)
LATIN_FONT = "DejaVu Sans"


def require_matplotlib() -> None:
    """Make sure that figures can be drawn.

    Raises:
        UsageError: matplotlib is not installed.
    """
    try:
        import matplotlib  # noqa: F401 - whether it can be imported is the question
    except ImportError as error:
        raise UsageError(sentence("report.no_matplotlib")) from error


def japanese_font() -> str | None:
    """Find an installed font that has Japanese, which a PNG needs; an SVG leaves it to its reader.

    Raises:
        UsageError: matplotlib is not installed.
    """
    require_matplotlib()
    from matplotlib.font_manager import fontManager

    installed = set(fontManager.get_font_names())
    return next((name for name in JAPANESE_FONTS if name in installed), None)


@contextmanager
def fonts_of(kind: FileType) -> Iterator[None]:
    """Choose fonts: what is installed for a PNG; for an SVG what any reader's machine may have."""
    from matplotlib import rc_context

    installed = japanese_font() if kind == "png" else None
    settings: dict[Any, Any] = {
        "font.family": [LATIN_FONT, *filter(None, [installed])] if kind == "png" else "sans-serif",
        "font.sans-serif": [LATIN_FONT, *JAPANESE_FONTS],
        "svg.fonttype": "none",
        "svg.hashsalt": "grader",
    }
    log = logging.getLogger("matplotlib.font_manager")
    level = log.level
    with rc_context(settings), warnings.catch_warnings():
        if kind == "svg":
            # Only where text is measured do fonts matter that this machine lacks.
            warnings.filterwarnings("ignore", "Glyph .* missing", UserWarning)
            log.setLevel(logging.ERROR)
        try:
            yield
        finally:
            log.setLevel(level)
