"""Empties the answers that are still to be graded. Landlock and seccomp are to refuse it."""
# stopped at: partial
# open below: points
import os


def l2_gradient(grad, param, rate):
    os.truncate("@SUBMISSION@/conv_output_size.py", 0)
    return grad
