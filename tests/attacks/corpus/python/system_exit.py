"""Raises SystemExit(0) while its file is being read. It is an exception like any other."""
# stopped at: basic
import sys

sys.exit(0)


def l2_gradient(grad, param, rate):
    return grad
