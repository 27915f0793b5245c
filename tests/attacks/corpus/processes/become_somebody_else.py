"""Takes on another user and regains capabilities. Dropped capabilities or seccomp are to refuse it."""
# stopped at: partial
import os


def l2_gradient(grad, param, rate):
    if os.getuid() == 0:
        os.setgroups([])
        os.setresuid(65534, 65534, 0)
        print("@PROOF@"[::-1])
    return grad
