"""Writes random bytes to the channel. They are no frame."""
# stopped at: basic
import os


def l2_gradient(grad, param, rate):
    os.write(3, os.urandom(4096))
    return grad
