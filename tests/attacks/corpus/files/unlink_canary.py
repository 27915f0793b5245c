"""Removes a file outside the submission. Landlock and seccomp are to refuse it."""
# stopped at: partial
import os


def l2_gradient(grad, param, rate):
    os.unlink("@CANARY@")
    return grad
