"""Seccomp: a filter in the kernel that refuses all system calls but those a worker needs.

Nothing can be started (no fork, no exec), nobody reached (no socket, no signal but to itself), no
file opened for writing. A refused call gives EPERM, so student code meets a `PermissionError`.
(Linux kernel documentation, "Seccomp BPF (SECure COMPuting with filters)")
"""

from __future__ import annotations

import ctypes
import os
import struct
import sys
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from grader.sandbox.inside.syscalls import MACHINES, Machine

# The data that a filter sees: number, machine, instruction pointer, six arguments of 64 bits.
NUMBER, MACHINE, ARGUMENTS = 0, 4, 16

LOAD, JUMP_IF_EQUAL, JUMP_IF_AT_LEAST, JUMP_IF_ANY_BIT, RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
ALLOW, REFUSE, END_PROCESS = 0x7FFF0000, 0x00050000, 0x80000000
X32_BIT = 0x40000000

PR_SET_SECCOMP, SECCOMP_MODE_FILTER = 22, 2

CLONE_THREAD = 0x00010000
# Tracing, and all namespaces.
CLONE_APART = 0x00002000 | 0x00020000 | 0x7E000000
OPEN_TO_CHANGE = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND | 0o20000000
# Asking a descriptor what it is, and whether it is closed on exec, is all there is to allow.
TERMINAL_QUESTIONS = (0x5401, 0x5413, 0x5450, 0x5451)
DESCRIPTOR_QUESTIONS = (0, 1, 2, 3, 1030)


class Instruction(NamedTuple):
    """One step of a filter; the jumps say how many of the next steps to skip."""

    code: int
    value: int
    if_true: int = 0
    if_false: int = 0

    def packed(self) -> bytes:
        """The form the kernel reads."""
        return struct.pack("=HBBI", self.code, self.if_true, self.if_false, self.value)


Rule = Sequence[Instruction]


def filter_program(machine: Machine, pid: int, *, opens_files: bool) -> bytes:
    """Write the filter.

    Args:
        machine: the kind of processor.
        pid: of the process it is for; signals to itself are let through.
        opens_files: whether files may be opened for reading; what may be read is for another
            layer to say.
    """
    steps = [
        Instruction(LOAD, MACHINE),
        Instruction(JUMP_IF_EQUAL, machine.audit_name, if_true=1),
        Instruction(RETURN, END_PROCESS),
        Instruction(LOAD, NUMBER),
        Instruction(JUMP_IF_AT_LEAST, X32_BIT, if_false=1),
        _refused(),
    ]
    special = _special_rules(pid, opens_files)
    for name, number in machine.numbers.items():
        rule = special.get(name, [_allowed()])
        # Whoever is not meant skips the rule, with the number still loaded.
        steps += [Instruction(JUMP_IF_EQUAL, number, if_false=len(rule)), *rule]
    return b"".join(step.packed() for step in [*steps, _refused()])


def install(program: bytes) -> bool:
    """Put a filter on this process for good; needs no_new_privs. Return whether it is on."""
    count = len(program) // 8
    buffer = ctypes.create_string_buffer(program, len(program))
    header = ctypes.create_string_buffer(struct.pack("@HP", count, ctypes.addressof(buffer)))
    libc = ctypes.CDLL(None, use_errno=True)
    return bool(libc.prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, header, 0, 0) == 0)


def this_machine() -> Machine | None:
    """The kind of processor of this computer, if it is known, and the system is Linux."""
    return MACHINES.get(os.uname().machine) if sys.platform == "linux" else None


def _special_rules(pid: int, opens_files: bool) -> dict[str, Rule]:
    to_itself = _if_argument_in(0, [pid])
    reading = {
        "open": _unless_argument_has(1, OPEN_TO_CHANGE),
        "openat": _unless_argument_has(2, OPEN_TO_CHANGE),
    }
    # Without opening files, links of /proc would still tell about other processes.
    not_looking = (*reading, "readlink", "readlinkat")
    no_opening: dict[str, Rule] = {name: [_refused()] for name in not_looking}
    return {
        **(reading if opens_files else no_opening),
        "clone": [
            _low_half(0),
            Instruction(JUMP_IF_ANY_BIT, CLONE_APART, if_false=1),
            _refused(),
            *_if_argument_has(0, CLONE_THREAD),
        ],
        # The C library asks this first, and falls back to `clone`, whose flags can be seen.
        "clone3": [_refused(38)],
        "fcntl": _if_argument_in(1, DESCRIPTOR_QUESTIONS),
        "ioctl": _if_argument_in(1, TERMINAL_QUESTIONS),
        "kill": to_itself,
        "tgkill": to_itself,
        # Reading the limits of this process: of process 0, with no new limits at address 0.
        "prlimit64": _if_arguments_zero([0, 2]),
    }


def _allowed() -> Instruction:
    return Instruction(RETURN, ALLOW)


def _refused(error: int = 1) -> Instruction:
    return Instruction(RETURN, REFUSE | error)


def _low_half(argument: int) -> Instruction:
    # Both machines are little-endian.
    return Instruction(LOAD, ARGUMENTS + 8 * argument)


def _high_half(argument: int) -> Instruction:
    return Instruction(LOAD, ARGUMENTS + 8 * argument + 4)


def _if_argument_in(argument: int, values: Iterable[int]) -> Rule:
    tests = [
        step
        for value in values
        for step in (Instruction(JUMP_IF_EQUAL, value, if_false=1), _allowed())
    ]
    return [_low_half(argument), *tests, _refused()]


def _if_argument_has(argument: int, bits: int) -> Rule:
    return [
        _low_half(argument),
        Instruction(JUMP_IF_ANY_BIT, bits, if_false=1),
        _allowed(),
        _refused(),
    ]


def _unless_argument_has(argument: int, bits: int) -> Rule:
    return [
        _low_half(argument),
        Instruction(JUMP_IF_ANY_BIT, bits, if_false=1),
        _refused(),
        _allowed(),
    ]


def _if_arguments_zero(arguments: Iterable[int]) -> Rule:
    tests = [
        step
        for argument in arguments
        for half in (_low_half, _high_half)
        for step in (half(argument), Instruction(JUMP_IF_EQUAL, 0, if_true=1), _refused())
    ]
    return [*tests, _allowed()]
