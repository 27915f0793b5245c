"""Prints two hundred MB to standard error while its file is being read. It is counted like all output."""
# stopped at: basic
# slow: yes
import sys

for _ in range(200):
    sys.stderr.write("x" * (1 << 20))


def l2_gradient(grad, param, rate):
    return grad
