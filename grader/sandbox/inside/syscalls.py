"""The system calls that a worker needs, by name and number, on the machines that are known.

Numbers are those of Linux' `unistd.h`; they never change. What is not listed is refused.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Machine(NamedTuple):
    """A kind of processor: how the kernel calls it in a filter, and its numbers."""

    audit_name: int
    numbers: Mapping[str, int]


def _numbers(table: str) -> dict[str, int]:
    pairs = (entry.split() for entry in table.split(","))
    return {name: int(number) for name, number in pairs}


X86_64 = _numbers(
    """
    read 0, write 1, open 2, close 3, stat 4, fstat 5, lstat 6, poll 7, lseek 8, mmap 9,
    mprotect 10, munmap 11, brk 12, rt_sigaction 13, rt_sigprocmask 14, rt_sigreturn 15, ioctl
    16, pread64 17, readv 19, writev 20, access 21, select 23, sched_yield 24, mremap 25,
    madvise 28, dup 32, nanosleep 35, getpid 39, clone 56, exit 60, kill 62, uname 63, fcntl 72,
    getcwd 79, readlink 89, umask 95, gettimeofday 96, getrlimit 97, getrusage 98, sysinfo 99,
    times 100, getuid 102, getgid 104, geteuid 107, getegid 108, getppid 110, sigaltstack 131,
    gettid 186, time 201, futex 202, sched_getaffinity 204, getdents64 217, restart_syscall 219,
    clock_gettime 228, clock_getres 229, clock_nanosleep 230, exit_group 231, tgkill 234, openat
    257, newfstatat 262, readlinkat 267, faccessat 269, pselect6 270, ppoll 271, set_robust_list
    273, prlimit64 302, getrandom 318, statx 332, rseq 334, clone3 435, faccessat2 439
    """
)
AARCH64 = _numbers(
    """
    getcwd 17, dup 23, fcntl 25, ioctl 29, faccessat 48, openat 56, close 57, getdents64 61,
    lseek 62, read 63, write 64, readv 65, writev 66, pread64 67, pselect6 72, ppoll 73,
    readlinkat 78, newfstatat 79, fstat 80, exit 93, exit_group 94, futex 98, set_robust_list
    99, nanosleep 101, clock_gettime 113, clock_getres 114, clock_nanosleep 115, restart_syscall
    128, sched_getaffinity 123, sched_yield 124, kill 129, tgkill 131, sigaltstack 132,
    rt_sigaction 134, rt_sigprocmask 135, rt_sigreturn 139, times 153, uname 160, getrlimit 163,
    getrusage 165, umask 166, gettimeofday 169, getpid 172, getppid 173, getuid 174, geteuid
    175, getgid 176, getegid 177, gettid 178, sysinfo 179, brk 214, munmap 215, mremap 216,
    clone 220, mmap 222, mprotect 226, madvise 233, prlimit64 261, getrandom 278, statx 291,
    rseq 293, clone3 435, faccessat2 439
    """
)

# By the name that `os.uname().machine` gives.
MACHINES = {
    "x86_64": Machine(0xC000003E, X86_64),
    "aarch64": Machine(0xC00000B7, AARCH64),
}
