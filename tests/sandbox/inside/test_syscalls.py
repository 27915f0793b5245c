"""The numbers of system calls, against tables that others made."""

from __future__ import annotations

import platform
import re
from pathlib import Path

import pytest
import seccompy.syscalls as published

from grader.sandbox.inside.syscalls import MACHINES

TABLES = {"x86_64": published.X86_64_SYSCALLS, "aarch64": published.AARCH64_SYSCALLS}
AUDIT_NAMES = {
    "x86_64": published.AUDIT_ARCH_X86_64,
    "aarch64": published.AUDIT_ARCH_AARCH64,
}
# The headers of the kernel that may be installed here, and whose numbers they have.
HEADERS = {
    Path("/usr/include/asm-generic/unistd.h"): "aarch64",
    Path("/usr/include/x86_64-linux-gnu/asm/unistd_64.h"): "x86_64",
    Path("/usr/include/asm/unistd_64.h"): platform.machine(),
}
# `__NR3264_` is what both widths share; which name it goes by on 64 bits stands further down.
NUMBER = re.compile(r"^#define __NR(?:3264)?_(\w+) (\d+)$", re.MULTILINE)
OTHER_NAME = re.compile(r"^#define __NR_(\w+) __NR3264_(\w+)$", re.MULTILINE)


def numbers_in(header: Path) -> dict[str, int]:
    text = header.read_text(encoding="utf-8")
    numbers = {name: int(number) for name, number in NUMBER.findall(text)}
    other_names = OTHER_NAME.findall(text)
    return numbers | {name: numbers[shared] for name, shared in other_names if shared in numbers}


@pytest.mark.parametrize("machine", MACHINES)
def test_every_number_is_the_published_one(machine: str) -> None:
    numbers = MACHINES[machine].numbers
    table = TABLES[machine]
    assert dict(numbers) == {name: table.get(name) for name in numbers}
    assert MACHINES[machine].audit_name == AUDIT_NAMES[machine]


def test_every_number_is_that_of_the_headers_that_are_here() -> None:
    for header, machine in HEADERS.items():
        if not header.exists() or machine not in MACHINES:
            continue
        found, numbers = numbers_in(header), MACHINES[machine].numbers
        assert dict(numbers) == {name: found.get(name) for name in numbers}, header


@pytest.mark.parametrize("machine", MACHINES)
def test_nothing_that_starts_reaches_or_changes_is_among_them(machine: str) -> None:
    dangerous = {
        *("execve", "execveat", "fork", "vfork", "ptrace", "process_vm_readv", "pidfd_open"),
        *("process_vm_writev", "pidfd_getfd", "pidfd_send_signal", "tkill", "rt_sigqueueinfo"),
        *("rt_tgsigqueueinfo", "socket", "socketpair", "connect", "bind", "sendmsg", "sendto"),
        *("openat2", "open_by_handle_at", "creat", "truncate", "ftruncate", "rename", "renameat2"),
        *("unlink", "unlinkat", "mkdir", "mkdirat", "link", "linkat", "symlink", "symlinkat"),
        *("chmod", "fchmod", "fchmodat", "chown", "fchownat", "utimensat", "setxattr", "mount"),
        *("move_mount", "fsopen", "pivot_root", "chroot", "unshare", "setns", "setrlimit"),
        *("memfd_create", "memfd_secret", "shmget", "mq_open", "io_uring_setup", "bpf", "keyctl"),
        *("userfaultfd", "perf_event_open", "prctl", "seccomp", "capset", "setuid", "init_module"),
        *("sched_setaffinity", "setpriority", "setpgid", "setsid", "landlock_restrict_self"),
    }
    assert dangerous <= set(TABLES["x86_64"])
    assert not dangerous & set(MACHINES[machine].numbers)
