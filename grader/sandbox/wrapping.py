"""Bubblewrap around the zygote: a root folder of its own, and no network or other processes.

It is the only layer that hides even the names of files. (https://github.com/containers/bubblewrap)
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
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
    options += _bound([*SYSTEM_LIBRARIES, *OF_THE_SYSTEM, python, *_libraries_of_python()])
    hidden = [str(folder) for folder in _folders_of_packages(numpy_folder)]
    for folder in hidden:
        options += ["--tmpfs", folder]
    # In one of the folders that have just been hidden, or somewhere else.
    options += _bound([str(numpy_folder / name) for name in ("numpy", "numpy.libs")])
    options += _bound([str(grader_folder / "grader" / name) for name in OURS])
    for folder in [*hidden, "/"]:
        options += ["--remount-ro", folder]
    return [program, *options, "--chdir", "/", python, *command[1:]]


def _bound(paths: Iterable[str]) -> Iterator[str]:
    for path in paths:
        yield from ("--ro-bind-try", path, path)


def _libraries_of_python() -> Iterator[str]:
    yield str(Path(os.__file__).parent)
    yield str(Path(sys.base_prefix, "lib"))


def _folders_of_packages(numpy_folder: Path) -> Iterator[Path]:
    """Where other packages are, and with them perhaps solutions; each folder once."""
    of_python = (Path(os.__file__).parent, Path("/usr/lib/python3"))
    folders = [folder / name for folder in of_python for name in OTHER_PACKAGES]
    if numpy_folder.name in OTHER_PACKAGES:
        folders.append(numpy_folder)
    yield from (folder for folder in dict.fromkeys(folders) if folder.is_dir())
