"""Files that commands write, each replaced in one step."""

from __future__ import annotations

import itertools
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

from grader.errors import UsageError
from grader.report import format_names
from grader.words import sentence


def parse_outputs(given: Sequence[str]) -> list[tuple[str, Path]]:
    """Read `FORMAT=FILE` pairs.

    Raises:
        UsageError: not a pair, no such format, or no such folder.
    """
    outputs = []
    for item in given:
        name, equals, file = item.partition("=")
        if not equals or not file:
            raise UsageError(sentence("cli.output_pair", given=item))
        if name not in format_names():
            raise UsageError(
                sentence("cli.unknown_format", given=name, names=", ".join(format_names()))
            )
        require_folder(Path(file))
        outputs.append((name, Path(file)))
    return outputs


def require_folder(path: Path) -> None:
    """Make sure, before any work is done, that there is a folder to put a file into.

    Raises:
        UsageError: there is none.
    """
    if not path.parent.is_dir():
        raise UsageError(sentence("cli.output_folder", file=path))


def make_folder(path: Path) -> None:
    """Make a folder, and those above it, unless it is there.

    Raises:
        UsageError: it cannot be made.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(sentence("cli.cannot_write", file=path, error=error.strerror)) from error


def write_file(path: Path, text: str) -> None:
    """Replace a file by a text in UTF-8; see `write_bytes`."""
    write_bytes(path, text.encode("utf-8", errors="replace"))


def write_bytes(path: Path, content: bytes) -> None:
    """Replace a file in one step, so that what was there is never half overwritten.

    A device or pipe that has the name is written to, not replaced.

    Raises:
        UsageError: it cannot be written.
    """
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(content)
        else:
            _replace(path, content)
    except OSError as error:
        raise UsageError(sentence("cli.cannot_write", file=path, error=error.strerror)) from error


def append_file(path: Path, text: str) -> None:
    """Add a text in UTF-8 to the end of a file.

    Raises:
        UsageError: it cannot be written.
    """
    try:
        with path.open("ab") as file:
            file.write(text.encode("utf-8", errors="replace"))
    except OSError as error:
        raise UsageError(sentence("cli.cannot_write", file=path, error=error.strerror)) from error


def _replace(path: Path, content: bytes) -> None:
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        temporary.chmod(0o666 & ~_umask())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def keep_backup(path: Path) -> Path:
    """Copy a file to the first free name of `x.py.bak`, `x.py.bak2`, …

    Raises:
        UsageError: it cannot be copied; then nothing may be overwritten.
    """
    for number in itertools.count(1):
        backup = path.with_name(f"{path.name}.bak{number if number > 1 else ''}")
        try:
            with backup.open("xb") as file:
                file.write(path.read_bytes())
        except FileExistsError:
            continue
        except OSError as error:
            raise UsageError(
                sentence("cli.cannot_write", file=backup, error=error.strerror)
            ) from error
        return backup
    raise AssertionError("there is always a next number")


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
