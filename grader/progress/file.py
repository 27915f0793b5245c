"""A small JSON file that outlives crashes: read with distrust, replaced in one step."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any

MAX_BYTES = 8 << 20


class DamagedFileError(Exception):
    """The file is there, and holds something else."""


def read_json(path: Path) -> Any:
    """Read a JSON document; None if there is no file.

    Raises:
        OSError: it cannot be read.
        DamagedFileError: it is no JSON, no ordinary file, or far too large.
    """
    try:
        # Opening a pipe would wait for somebody to write into it.
        if not path.is_file() and path.exists():
            raise DamagedFileError
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        return None
    if len(content) > MAX_BYTES:
        raise DamagedFileError
    try:
        return json.loads(content)
    except (ValueError, RecursionError) as error:
        raise DamagedFileError from error


def write_json(path: Path, document: Any) -> None:
    """Write a JSON document so that others see all of it or what was there before.

    Folders that are missing are made.

    Raises:
        OSError: it cannot be written; nothing is left behind.
    """
    content = json.dumps(document, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f"{path.name}.{os.urandom(8).hex()}.tmp")
    try:
        with temporary.open("xb") as file:
            file.write(content.encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _keep_name(path.parent)


def put_aside(path: Path) -> Path:
    """Rename a file that is of no use, so that nothing in it is lost.

    Raises:
        OSError: it cannot be renamed.
    """
    return path.replace(path.with_name(f"{path.name}.damaged"))


def _keep_name(folder: Path) -> None:
    """Have the new name of a file survive a power cut, where the system can do that."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
