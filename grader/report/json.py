"""The result format itself, schema 1 (`docs/result.schema.json`)."""

from __future__ import annotations

import json
import math
import re
from dataclasses import asdict
from typing import Any

from grader.model import Report
from grader.report import Style

# What students' code says is in the document, and some characters steer a terminal or turn text
# around although nobody sees them. Escaped they mean the same to whoever reads the document.
UNSEEN = re.compile("[\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")


def document(report: Report) -> dict[str, Any]:
    """Give a report as the document that every export is a projection of."""
    fields = asdict(report)
    results = fields.pop("results")
    schema = fields.pop("schema")
    scores = {"score": report.score, "max_score": report.max_score}
    whole = {"schema": schema, **fields, **scores, "results": results}
    return {name: _finite(value) for name, value in whole.items()}


def render(report: Report, style: Style) -> str:  # noqa: ARG001 - JSON looks the same everywhere
    """Write the document; numbers that JSON does not know are strings in it."""
    text = json.dumps(document(report), ensure_ascii=False, allow_nan=False, indent=1)
    return UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"


def _finite(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _finite(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_finite(item) for item in value]
    if isinstance(value, float) and not math.isfinite(value):
        return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"
    return value
