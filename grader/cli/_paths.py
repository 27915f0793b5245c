"""Paths as a user would type them."""

from __future__ import annotations

from pathlib import Path


def near(path: Path) -> Path:
    """Write a path relative to the working directory if it lies below."""
    try:
        return path.resolve().relative_to(Path.cwd())
    except ValueError:
        return path
