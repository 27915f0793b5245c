"""Bubblewrap around the zygote: a root folder of its own, and no network or other processes.

It is the only layer that hides even the names of files. (https://github.com/containers/bubblewrap)
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from grader.sandbox.inside.readable import OF_THE_SYSTEM, OTHER_PACKAGES

PROGRAMS = ("/usr/bin/bwrap", "/usr/local/bin/bwrap", "/bin/bwrap")
SYSTEM_LIBRARIES = ("/lib", "/lib64", "/usr/lib", "/usr/lib64")
# All of ours that the inside reads.
OURS = ("__init__.py", "calls", "sandbox")


def wrapped(command: list[str], numpy_folder: Path, grader_folder: Path) -> list[str] | None:
    """Put bubblewrap in front of the command of a zygote; `None` where there is no bubblewrap.

    Whether it works shows only when it is run: some systems forbid it what it needs.

    Args:
        command: begins with the Python to run.
        numpy_folder: the folder that the package `numpy` is in.
        grader_folder: the folder that this package is in.
    """
    program = next((path for path in PROGRAMS if os.access(path, os.X_OK)), None)
    if program is None:
        return None
    python = str(Path(command[0]).resolve())
    options = ["--unshare-all", "--die-with-parent", "--proc", "/proc", "--dev", "/dev"]
    for path in _visible(python, numpy_folder, grader_folder):
        options += ["--ro-bind-try", path, path]
    for path in _hidden(numpy_folder):
        options += ["--tmpfs", path, "--remount-ro", path]
    return [program, *options, "--remount-ro", "/", "--chdir", "/", python, *command[1:]]


def _visible(python: str, numpy_folder: Path, grader_folder: Path) -> Iterator[str]:
    yield from (*SYSTEM_LIBRARIES, *OF_THE_SYSTEM)
    yield python
    yield str(Path(os.__file__).parent)
    yield str(Path(sys.base_prefix, "lib"))
    yield from (str(numpy_folder / name) for name in ("numpy", "numpy.libs"))
    yield from (str(grader_folder / "grader" / name) for name in OURS)


def _hidden(numpy_folder: Path) -> Iterator[str]:
    """Folders of other packages; nobody can hide what NumPy itself lies in."""
    for folder in (Path(os.__file__).parent, Path("/usr/lib/python3")):
        for path in (folder / name for name in OTHER_PACKAGES):
            if path.is_dir() and path != numpy_folder:
                yield str(path)
