"""Stops itself, so that it neither answers nor ends. The wall-clock limit kills it."""
# stopped at: basic
# slow: yes
import os
import signal


def l2_gradient(grad, param, rate):
    os.kill(os.getpid(), signal.SIGSTOP)
    return grad
