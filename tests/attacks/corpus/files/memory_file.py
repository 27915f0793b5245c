"""Makes a file that lies in memory only, which could be executed. Seccomp is to refuse it."""
# stopped at: partial
import os


def l2_gradient(grad, param, rate):
    os.memfd_create("@MARKER@")
    print("@PROOF@"[::-1])
    return grad
