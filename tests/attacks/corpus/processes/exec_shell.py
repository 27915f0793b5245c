"""Becomes a shell that shows a file and makes another. Seccomp is to refuse the exec."""
# stopped at: partial
import os


def l2_gradient(grad, param, rate):
    os.execv("/bin/sh", ["sh", "-c", "cat @CANARY@; touch @OUTSIDE@/@MARKER@"])
