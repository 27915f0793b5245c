"""Templates, style and script become one file that runs nothing else and loads nothing."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

HERE = Path(__file__).parent
_READING = (
    *("folding", "numbers", "formula", "formula_parser"),
    *("python_tokens", "python", "choosing"),
)
GRADING = (*_READING, "kinds")
SCRIPTS: Mapping[str, Sequence[str]] = {
    "practice": (*GRADING, "speech", "store", "fields", "answers", "question", "practice"),
    "exam": (
        *(*_READING, "speech", "store", "fields", "answers"),
        *("legible", "settling", "student", "exam"),
    ),
    "index": ("folding", "speech", "store", "index"),
}


def assemble(template: str, script: str, css: str, data: Mapping[str, Any], **values: Any) -> str:
    """Write a page.

    Args:
        template: its file name.
        script: one of `SCRIPTS`.
        css: rules beyond those of every page.
        data: what the script works with, as JSON.
        values: what the template shows.
    """
    style = (HERE / "style.css").read_text(encoding="utf-8") + css
    code = script_source(SCRIPTS[script])
    return (
        _environment()
        .get_template(template)
        .render(
            style=Markup(style),
            script=Markup(code),
            style_hash=_hash(style),
            script_hash=_hash(code),
            data=_embedded(data),
            **values,
        )
    )


def script_source(names: Sequence[str]) -> str:
    """Join files of the script; nothing of it can be seen from outside."""
    files = (HERE / "script" / f"{name}.js" for name in names)
    parts = "\n".join(file.read_text(encoding="utf-8") for file in files)
    return f'(() => {{\n"use strict";\n{parts}}})();\n'


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _embedded(data: Mapping[str, Any]) -> Markup:
    """JSON that cannot end the element it stands in."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)
