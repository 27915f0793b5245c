"""Starts a program through posix_spawn, which uses vfork. Seccomp is to refuse it."""
# stopped at: partial
import os

os.posix_spawn("/bin/sh", ["sh", "-c", "cat @CANARY@; sleep 20"], {})
print("@PROOF@"[::-1])


def l2_gradient(grad, param, rate):
    return grad
