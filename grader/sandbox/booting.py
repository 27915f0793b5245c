"""How a fresh Python is started that has nothing of the user's about it."""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path
from typing import Literal

from grader.errors import SandboxError
from grader.words import sentence

Role = Literal["zygote", "spawner"]

CONTROL = 3
KEPT_MEMORY = str(1 << 28)

# Nothing of the user's environment (tokens, PYTHONPATH, ...) reaches student code. Several threads
# would make forking unsafe; a fixed hash seed makes the order of sets the same every time. Memory
# that is given back to the system after every call costs six times as much as the call itself.
ENVIRONMENT = {
    "LC_ALL": "C.UTF-8",
    "MALLOC_MMAP_THRESHOLD_": KEPT_MEMORY,
    "MALLOC_TRIM_THRESHOLD_": KEPT_MEMORY,
    "MKL_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "PYTHONHASHSEED": "0",
}
# Isolated like -I, which would ignore the hash seed too; -S so that no .pth file (an editable
# install's, for one) adds folders.
OPTIONS = ("-s", "-S", "-P", "-X", "utf8")

# `grader` can be imported only while its few modules for the inside are; they stay, unnamed.
BOOT = """
import os, sys
os.chdir("/")
os.closerange(4, 1 << (20 if sys.platform == "linux" else 16))
role, numpy_folder, grader_folder, without = sys.argv[1:]
sys.path.append(numpy_folder)
if role != "spawner":
    import numpy
if grader_folder != numpy_folder:
    sys.path.insert(0, grader_folder)
from importlib import import_module
main = import_module("grader.sandbox.inside." + role).main
if grader_folder != numpy_folder:
    sys.path.remove(grader_folder)
for name in [name for name in sys.modules if name.split(".")[0] == "grader"]:
    del sys.modules[name]
main(3, numpy_folder, grader_folder, without)
"""


def command_of(role: Role, numpy_folder: Path, grader_folder: Path, without: str) -> list[str]:
    """The command that starts a process of ours.

    Args:
        role: the module of `inside` that it is about.
        numpy_folder: the folder that the package `numpy` is in.
        grader_folder: the folder that this package is in.
        without: layers to leave out, separated by commas.
    """
    arguments = [role, str(numpy_folder), str(grader_folder), without]
    return [sys.executable, *OPTIONS, "-c", BOOT, *arguments]


def spawn(command: list[str], control: int, errors: int) -> int:
    """Start a process and return its number.

    Args:
        command: the program's path, then its arguments.
        control: the descriptor of its control socket.
        errors: where it writes what goes wrong.

    Raises:
        OSError: it cannot be started.
    """
    # posix_spawn, because importing subprocess takes longer than all the rest of this.
    return os.posix_spawn(
        command[0],
        command,
        ENVIRONMENT,
        file_actions=[
            (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
            (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
            (os.POSIX_SPAWN_DUP2, errors, 2),
            (os.POSIX_SPAWN_DUP2, control, CONTROL),
        ],
        setpgroup=0,  # Ctrl-C in the terminal is for the trusted process to decide about
        setsigmask=[],
    )


def folder_of(package: str) -> Path:
    """Find the folder that a package is in.

    Raises:
        SandboxError: there is no such package.
    """
    found = importlib.util.find_spec(package)
    if found is None or found.origin is None:
        raise SandboxError(sentence("sandbox.no_package", package=package, python=sys.executable))
    return Path(found.origin).resolve().parent.parent
