"""The tiny course with a quiz that is linked to an exercise, and to a mistake in it."""

from __future__ import annotations

from pathlib import Path

from tests.quiz.terminal.taker import write_quiz

QUESTION = 'question="day1/section1_sums#letters"'
WRONG = "2: b\n```\n\n- `1: c`\n{comment}  > Not c.\n\n"


def write_linked_quiz(course: Path, mistake: str | None = None) -> None:
    """Write a quiz; its first question is that of `double`, its second one carries a mistake."""
    write_quiz(course)
    checks = course / "solutions/day1/section1_sums/double/checks.py"
    if QUESTION not in checks.read_text(encoding="utf-8"):
        _replace(checks, "spec(", f"spec({QUESTION}, ")
    primary = course / "quizzes/day1/section1_sums.md"
    comment = "" if mistake is None else f"  <!-- mistake: {mistake} -->\n"
    for path, said in ((primary, comment), (primary.with_suffix(".ja.md"), "")):
        _replace(path, "2: b\n```\n", WRONG.format(comment=said))


def _replace(path: Path, old: str, new: str) -> None:
    source = path.read_text(encoding="utf-8")
    assert old in source
    path.write_text(source.replace(old, new, 1), encoding="utf-8")
