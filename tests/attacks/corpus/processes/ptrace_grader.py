"""Attaches to the judging process and to the zygote as a debugger does. Seccomp is to refuse it."""
# stopped at: partial
import ctypes
import os

PTRACE_SEIZE, PTRACE_DETACH = 0x4206, 17
libc = ctypes.CDLL(None)


def l2_gradient(grad, param, rate):
    for pid in (int("@GRADER@"), os.getppid()):
        if libc.ptrace(PTRACE_SEIZE, pid, None, None) == 0:
            print("@PROOF@"[::-1])
            libc.ptrace(PTRACE_DETACH, pid, None, None)
    return grad
