"""Landlock: the kernel keeps a process, and all it could ever start, from files it was not given.

Reading is allowed below the folders that are listed, everything else about files is refused:
writing, making, removing, running. Connections, abstract sockets and signals to others too, where
the kernel is new enough. (Linux kernel documentation, "Landlock: unprivileged access control")
"""

from __future__ import annotations

import ctypes
import os
import struct
import sys
from collections.abc import Iterable

CREATE_RULESET, ADD_RULE, RESTRICT_SELF = 444, 445, 446
ASK_VERSION, RULE_PATH_BENEATH = 1, 1

READ_FILE, READ_DIRECTORY = 1 << 2, 1 << 3
# How many rights about files there are from each version on; all that are known are handled.
FILE_RIGHTS = {1: 13, 2: 14, 3: 15, 5: 16}
NETWORK_FROM, NETWORK_RIGHTS = 4, 0b11
SCOPES_FROM, SCOPES = 6, 0b11


def make_ruleset(readable: Iterable[str]) -> int | None:
    """Make a ruleset that allows for reading these files and what is below these folders.

    Paths that are not there are passed over.

    Returns:
        A descriptor for `restrict`, to be closed; `None` where the kernel has no Landlock.
    """
    version = _call(CREATE_RULESET, None, 0, ASK_VERSION) if sys.platform == "linux" else -1
    if version < 1:
        return None
    attributes = _attributes(version)
    ruleset = _call(CREATE_RULESET, attributes, len(attributes), 0)
    if ruleset < 0:
        return None
    for path in readable:
        _add(ruleset, path)
    return ruleset


def restrict(ruleset: int) -> bool:
    """Put a ruleset on this thread for good; needs no_new_privs. Return whether it is on."""
    return _call(RESTRICT_SELF, ruleset, 0) == 0


def _attributes(version: int) -> bytes:
    count = max(rights for since, rights in FILE_RIGHTS.items() if since <= version)
    fields = [(1 << count) - 1]
    if version >= NETWORK_FROM:
        fields.append(NETWORK_RIGHTS)
    if version >= SCOPES_FROM:
        fields.append(SCOPES)
    return struct.pack(f"={len(fields)}Q", *fields)


def _add(ruleset: int, path: str) -> None:
    try:
        descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    is_folder = os.path.isdir(path)
    rights = READ_FILE | (READ_DIRECTORY if is_folder else 0)
    _call(ADD_RULE, ruleset, RULE_PATH_BENEATH, struct.pack("=Qi", rights, descriptor), 0)
    os.close(descriptor)


def _call(number: int, *arguments: object) -> int:
    return int(ctypes.CDLL(None, use_errno=True).syscall(number, *arguments))
