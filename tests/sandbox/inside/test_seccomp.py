"""What the filter decides, by an interpreter of its own for the kernel's little language."""

from __future__ import annotations

import struct

import pytest

from grader.sandbox.inside.seccomp import filter_program
from grader.sandbox.inside.syscalls import MACHINES

ALLOWED, REFUSED, NOT_THERE, KILLED = 0x7FFF0000, 0x00050001, 0x00050026, 0x80000000
I386, ARM, RISCV64 = 0x40000003, 0x40000028, 0xC00000F3
X32_BIT = 0x40000000
HIGH = 1 << 32
PID = 4321

MOST_INSTRUCTIONS = 4096
CONDITIONAL = ("open", "openat", "clone", "clone3", "fcntl", "ioctl", "kill", "tgkill", "prlimit64")

# As in the kernel's headers; os.O_* would be those of this machine only.
READING = {"O_RDONLY": 0, "O_NONBLOCK": 0o4000, "O_CLOEXEC": 0o2000000, "O_PATH": 0o10000000}
CHANGING = {
    "O_WRONLY": 1,
    "O_RDWR": 2,
    "both": 3,
    "O_CREAT": 0o100,
    "O_TRUNC": 0o1000,
    "O_APPEND": 0o2000,
    "O_TMPFILE": 0o20000000,
    "O_TMPFILE of x86_64": 0o20200000,
    "O_TMPFILE of aarch64": 0o20040000,
}
THREAD = 0x3D0F00  # what the C library asks for when a thread is started
FORK, VFORK = 0x01200011, 0x00004111  # … and when a process is
CLONE_THREAD = 0x00010000


class Filter:
    """A filter for one machine, to be asked as the kernel would."""

    def __init__(self, name: str, *, opens_files: bool = True) -> None:
        self.machine = MACHINES[name]
        self.program = filter_program(self.machine, PID, opens_files=opens_files)

    def decide(self, call: str, *arguments: int) -> int:
        return self.decide_number(self.machine.numbers[call], *arguments)

    def decide_number(self, number: int, *arguments: int, machine: int | None = None) -> int:
        padded = [*arguments, *[0] * (6 - len(arguments))]
        audit_name = self.machine.audit_name if machine is None else machine
        return interpret(self.program, struct.pack("<IIQ6Q", number, audit_name, 0, *padded))


def interpret(program: bytes, data: bytes) -> int:
    """Run a filter as the kernel's documentation describes its instructions."""
    instructions = list(struct.iter_unpack("=HBBI", program))
    accumulator = position = 0
    while True:
        code, if_true, if_false, value = instructions[position]
        position += 1
        if code == 0x20:  # load a word
            (accumulator,) = struct.unpack_from("<I", data, value)
        elif code == 0x06:  # return
            return int(value)
        else:
            holds = {
                0x15: accumulator == value,
                0x35: accumulator >= value,
                0x45: bool(accumulator & value),
            }[code]
            position += if_true if holds else if_false


@pytest.fixture(params=MACHINES)
def filtered(request: pytest.FixtureRequest) -> Filter:
    return Filter(request.param)


def test_the_kernel_takes_programs_of_that_length(filtered: Filter) -> None:
    assert len(filtered.program) % 8 == 0
    assert len(filtered.program) // 8 <= MOST_INSTRUCTIONS


def test_what_is_not_listed_is_refused(filtered: Filter) -> None:
    listed = set(filtered.machine.numbers.values())
    unknown = [number for number in range(1000) if number not in listed]
    assert {filtered.decide_number(number) for number in unknown} == {REFUSED}
    assert filtered.decide_number(0xFFFFFFFF) == REFUSED


def test_what_is_listed_without_a_condition_is_allowed(filtered: Filter) -> None:
    plain = [name for name in filtered.machine.numbers if name not in CONDITIONAL]
    assert len(plain) > 40
    assert {filtered.decide(name) for name in plain} == {ALLOWED}
    assert {filtered.decide(name, *[2**64 - 1] * 6) for name in plain} == {ALLOWED}


def test_numbers_of_the_x32_kind_are_refused(filtered: Filter) -> None:
    numbers = filtered.machine.numbers.values()
    assert {filtered.decide_number(X32_BIT | number) for number in numbers} == {REFUSED}


def test_calls_in_the_manner_of_another_machine_end_the_process(filtered: Filter) -> None:
    others = {machine.audit_name for machine in MACHINES.values()} - {filtered.machine.audit_name}
    for other in (*others, I386, ARM, RISCV64, 0):
        for number in (0, *filtered.machine.numbers.values(), X32_BIT):
            assert filtered.decide_number(number, machine=other) == KILLED


def openings(filtered: Filter) -> list[tuple[str, list[int]]]:
    """Calls that open files, with what stands before the flags."""
    found = [("open", [0x7FFF_0000_1000]), ("openat", [2**64 - 100, 0x7FFF_0000_1000])]
    return [(name, before) for name, before in found if name in filtered.machine.numbers]


def test_files_are_opened_for_reading_only(filtered: Filter) -> None:
    assert openings(filtered)
    for name, before in openings(filtered):
        for reading in READING.values():
            assert filtered.decide(name, *before, reading) == ALLOWED
            for changing in CHANGING.values():
                assert filtered.decide(name, *before, changing | reading) == REFUSED


def test_where_nothing_says_which_files_none_is_opened() -> None:
    for machine in MACHINES:
        filtered = Filter(machine, opens_files=False)
        for name, before in openings(filtered):
            for flags in (*READING.values(), *CHANGING.values()):
                assert filtered.decide(name, *before, flags) == REFUSED


def test_threads_are_started_but_no_processes(filtered: Filter) -> None:
    assert filtered.decide("clone", THREAD) == ALLOWED
    assert filtered.decide("clone", FORK) == REFUSED
    assert filtered.decide("clone", VFORK) == REFUSED
    assert filtered.decide("clone", 0) == REFUSED
    assert filtered.decide("clone", 0xFFFFFFFF & ~CLONE_THREAD) == REFUSED


def test_the_newer_clone_is_said_not_to_be_there(filtered: Filter) -> None:
    # Its flags are in memory, where no filter can see them.
    assert filtered.decide("clone3", 0x7FFF_0000_1000, 88) == NOT_THERE


@pytest.mark.parametrize("call", ["kill", "tgkill"])
def test_signals_go_to_the_own_process_only(call: str, filtered: Filter) -> None:
    assert filtered.decide(call, PID, 6) == ALLOWED
    # Another, the own group, everybody, a group, everybody there is.
    for other in (PID + 1, 1, 0, 2**32 - 1, 2**64 - 1, 2**32 - PID, 2**64 - PID):
        assert filtered.decide(call, other, 9) == REFUSED


def test_descriptors_are_asked_but_not_told(filtered: Filter) -> None:
    allowed_ioctl = {0x5401, 0x5413, 0x5450, 0x5451}
    allowed_fcntl = {0, 1, 2, 3, 1030}
    # TIOCSTI types into the terminal; FIOASYNC, F_SETFL, F_SETOWN and F_SETSIG send signals.
    refused_ioctl = {0x5412, 0x5452, 0x541B, 0x5421, 0x5402}
    refused_fcntl = {4, 5, 6, 7, 8, 10, 15, 1024, 1026, 1031, 1033}
    for allowed in allowed_ioctl:
        assert filtered.decide("ioctl", 1, allowed) == ALLOWED
    for allowed in allowed_fcntl:
        assert filtered.decide("fcntl", 1, allowed) == ALLOWED
    assert {filtered.decide("ioctl", 1, each) for each in refused_ioctl} == {REFUSED}
    assert {filtered.decide("fcntl", 1, each) for each in refused_fcntl} == {REFUSED}


def test_limits_are_read_but_never_set(filtered: Filter) -> None:
    address = 0x7FFF_0000_1000
    for resource in range(16):
        assert filtered.decide("prlimit64", 0, resource, 0, address) == ALLOWED
        assert filtered.decide("prlimit64", 0, resource, address, 0) == REFUSED
        assert filtered.decide("prlimit64", PID + 1, resource, 0, address) == REFUSED


def test_what_the_kernel_reads_whole_is_compared_whole(filtered: Filter) -> None:
    # An address: here its low half alone looks like none.
    for address in (HIGH, 0x7FFF << 32, 1 << 63):
        assert filtered.decide("prlimit64", 0, 0, address, 0) == REFUSED


def test_bits_that_the_kernel_drops_change_nothing(filtered: Filter) -> None:
    """Numbers of processes, flags and commands are 32 bits wide to the kernel, as to the filter."""
    for high in (HIGH, 0xFFFFFFFF << 32, PID << 32):
        for call in ("kill", "tgkill"):
            assert filtered.decide(call, high | PID, 9) == ALLOWED
            assert filtered.decide(call, high | PID + 1, 9) == REFUSED
            assert filtered.decide(call, high, 9) == REFUSED
        for name, before in openings(filtered):
            for changing in CHANGING.values():
                assert filtered.decide(name, *before, high | changing) == REFUSED
        assert filtered.decide("clone", high | FORK) == REFUSED
        assert filtered.decide("ioctl", 1, high | 0x5412) == REFUSED
        assert filtered.decide("fcntl", 1, high | 4) == REFUSED
    # CLONE_THREAD up there is no CLONE_THREAD to the kernel.
    assert filtered.decide("clone", CLONE_THREAD << 32 | FORK) == REFUSED
