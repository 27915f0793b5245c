"""Empties a file outside the submission. Landlock and seccomp are to refuse it."""
# stopped at: partial
import os


def l2_gradient(grad, param, rate):
    try:
        os.truncate("@CANARY@", 0)
    finally:
        open("@CANARY@", "r+").truncate(0)
    return grad
