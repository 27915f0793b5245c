"""The folder for what can be had again: where it is, and how a file in it is replaced."""

from __future__ import annotations

import os
from pathlib import Path


def default_cache_dir() -> Path:
    """The folder named by the environment variable GRADER_CACHE, else the user's cache folder."""
    named = os.environ.get("GRADER_CACHE")
    if named:
        return Path(named)
    import platformdirs

    return Path(platformdirs.user_cache_dir("grader"))


def replace_file(path: Path, content: bytes) -> None:
    """Write a file so that others see all of it or what was there before.

    Folders that are missing are made.

    Raises:
        OSError: it cannot be written; nothing is left behind.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    # A school may share its cache: unlike `tempfile`, this leaves to the umask who may read it.
    temporary = path.with_name(f"{path.name}.{os.urandom(8).hex()}.tmp")
    try:
        with temporary.open("xb") as file:
            file.write(content)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
