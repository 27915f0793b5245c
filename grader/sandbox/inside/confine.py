"""The layers between a worker and the machine: what the kernel can take away for good.

What they need is prepared once, in the zygote; every worker puts them on after its fork and then
tries what they forbid. A layer counts only if that fails.
"""

from __future__ import annotations

import ctypes
import os
import struct
import sys
from collections.abc import Collection
from typing import NamedTuple

from grader.sandbox.inside import landlock, seccomp
from grader.sandbox.inside.readable import readable_paths

PROCESS, LIMITS = "process", "limits"
LANDLOCK, SECCOMP, BUBBLEWRAP = "landlock", "seccomp", "bubblewrap"

PR_SET_NO_NEW_PRIVS, PR_SET_DUMPABLE = 38, 4
CAPABILITY_VERSION = 0x20080522
# A file of ours that is there for certain, but not in a root that bubblewrap has made.
SEEN_FROM_OUTSIDE = os.path.join("grader", "model.py")


class Confinement(NamedTuple):
    """What workers confine themselves with.

    Attributes:
        ruleset: the descriptor of a Landlock ruleset, if there is one.
        filters: whether system calls are filtered.
        wrapped: whether the zygote runs in a root of its own, made by bubblewrap.
    """

    ruleset: int | None
    filters: bool
    wrapped: bool

    @property
    def opens_files(self) -> bool:
        """Whether something says which files may be read; otherwise none may."""
        return self.ruleset is not None or self.wrapped


def prepare(numpy_folder: str, grader_folder: str, without: Collection[str]) -> Confinement:
    """Prepare all layers that this computer has.

    Args:
        numpy_folder: the folder that the package `numpy` is in.
        grader_folder: the folder that this package is in.
        without: layers to leave out.
    """
    ruleset = None
    if LANDLOCK not in without:
        ruleset = landlock.make_ruleset(readable_paths(numpy_folder))
    filters = SECCOMP not in without and seccomp.this_machine() is not None
    hidden = not os.path.exists(os.path.join(grader_folder, SEEN_FROM_OUTSIDE))
    return Confinement(ruleset, filters, wrapped=hidden and BUBBLEWRAP not in without)


def confine(confinement: Confinement) -> list[str]:
    """Confine this process for good, and say which layers are on.

    Called in the fresh worker, single-threaded, its limits set, before any student code.
    """
    layers = [PROCESS, LIMITS]
    if sys.platform != "linux":
        return layers
    _give_up_privileges()
    if confinement.wrapped:
        layers.append(BUBBLEWRAP)
    if confinement.ruleset is not None:
        restricted = landlock.restrict(confinement.ruleset)
        os.close(confinement.ruleset)
        # Tried before the filter is on, which could refuse it, too.
        if restricted and not _can_open("/"):
            layers.append(LANDLOCK)
    machine = seccomp.this_machine()
    if confinement.filters and machine is not None:
        may_open = LANDLOCK in layers or BUBBLEWRAP in layers
        program = seccomp.filter_program(machine, os.getpid(), opens_files=may_open)
        filtered = seccomp.install(program)
        if filtered and not _can_start_a_process() and not _can_open_a_socket():
            layers.append(SECCOMP)
    return layers


def _give_up_privileges() -> None:
    libc = ctypes.CDLL(None)
    libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    # Others of the same user may no longer look into this process, nor it be dumped.
    libc.prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)
    libc.capset(struct.pack("=Ii", CAPABILITY_VERSION, 0), bytes(24))


def _can_open(path: str) -> bool:
    try:
        os.close(os.open(path, os.O_RDONLY))
    except PermissionError:
        return False
    return True


def _can_start_a_process() -> bool:
    try:
        pid = os.fork()
    except PermissionError:
        return False
    if pid == 0:
        os._exit(0)
    os.waitpid(pid, 0)
    return True


def _can_open_a_socket() -> bool:
    import _socket

    try:
        _socket.socket().close()
    except PermissionError:
        return False
    return True
