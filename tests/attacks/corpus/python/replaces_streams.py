"""Replaces standard output and errors by objects that raise, and closes the real ones. What it prints is lost, no more."""
# stopped at: basic
# slow: yes
import sys


class Raising:
    def write(self, _text):
        raise KeyboardInterrupt

    flush = close = fileno = write


def l2_gradient(grad, param, rate):
    sys.__stdout__.close()
    sys.stdout = sys.stderr = sys.__stdout__ = Raising()
    return grad
