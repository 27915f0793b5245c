"""Renames a file outside the submission. Landlock and seccomp are to refuse it."""
# stopped at: partial
# slow: yes
import os


def l2_gradient(grad, param, rate):
    os.rename("@CANARY@", "@OUTSIDE@/@MARKER@")
    return grad
