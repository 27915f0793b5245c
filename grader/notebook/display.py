"""A coloured report as HTML for a notebook."""

from __future__ import annotations

import re
from html import escape

# The colours that reports use, by the codes terminals know them by; all can be read on white and
# on black.
STYLES = {
    "1": "font-weight:bold",
    "31": "color:#d03030",
    "32": "color:#2a8a2a",
    "33": "color:#a87500",
    "34": "color:#3a76d0",
    "35": "color:#a04fb0",
    "36": "color:#1f8a8a",
}
_CODE = re.compile("\033\\[([0-9;]*)m")


def as_html(coloured: str) -> str:
    """Turn text with terminal colours into HTML; everything else in it stays text."""
    written, open_style = [], ""
    for index, part in enumerate(_CODE.split(coloured)):
        if index % 2 == 0:
            text = escape(part)
            written.append(f'<span style="{open_style}">{text}</span>' if open_style else text)
        else:
            open_style = ";".join(STYLES[code] for code in part.split(";") if code in STYLES)
    body = "".join(written)
    return f'<pre style="line-height:1.35;white-space:pre-wrap">{body}</pre>'
