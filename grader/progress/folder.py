"""Where a learner's notebooks lie: one file for each copy of a course."""

from __future__ import annotations

import hashlib
import os
import re
from pathlib import Path

READABLE = 40


def state_folder() -> Path:
    """The folder named by the environment variable GRADER_STATE, else one of the user's own."""
    named = os.environ.get("GRADER_STATE")
    if named:
        return Path(named)
    import platformdirs

    return Path(platformdirs.user_data_dir("kakunin-grader", appauthor=False))


def notebook_path(course_root: Path) -> Path:
    """Name the notebook of a copy of a course: readable, and another one for every other place."""
    root = course_root.resolve()
    digest = hashlib.sha256(os.fsencode(root)).hexdigest()[:16]
    readable = re.sub(r"[^A-Za-z0-9_-]+", "-", root.name)[:READABLE].strip("-") or "course"
    return state_folder() / f"{readable}-{digest}.json"
