"""Markdown paragraphs as one line each, so that they can be broken anew for any width."""

from __future__ import annotations

import re

from grader.layout import display_width

# What begins a line that has to stay one: code, tables, headings, lists.
_KEPT = re.compile(r"\s{2,}\S|[|#>`$]|[-*+] |\d+\. ")

# Full-width signs bring their own space.
_CLOSE = "、。，．・：；？！「」『』（）"


def flowing(text: str) -> str:
    """Join the lines of each paragraph; Japanese needs no space where a line ended.

    Code, tables and lists are left as they are.
    """
    lines: list[str] = []
    fenced = False
    for line in text.split("\n"):
        fence = line.lstrip().startswith("```")
        if lines and not fenced and not fence and _goes_on(lines[-1], line):
            lines[-1] = _joined(lines[-1], line)
        else:
            lines.append(line)
        fenced ^= fence
    return "\n".join(lines)


def _goes_on(before: str, line: str) -> bool:
    both = before.strip() and line.strip()
    return bool(both) and not _KEPT.match(line) and not before.startswith(("|", "#", "```"))


def _joined(before: str, line: str) -> str:
    last, first = before[-1], line.lstrip()[0]
    both_wide = display_width(last) > 1 and display_width(first) > 1
    close = both_wide or last in _CLOSE or first in _CLOSE
    return f"{before}{'' if close else ' '}{line.lstrip()}"
