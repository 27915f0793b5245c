"""Ends the process with exit code 0 in the middle of a call. No answer is never a pass."""
# stopped at: basic
import os


def l2_gradient(grad, param, rate):
    os._exit(0)
