"""Changes its root folder and asks for the list of mounts to be its own. Dropped capabilities or seccomp are to refuse it."""
# stopped at: partial
import os


def l2_gradient(grad, param, rate):
    os.chroot("@OUTSIDE@")
    print("@PROOF@"[::-1])
    return grad
