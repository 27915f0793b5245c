"""Opens a file outside the submission to everybody. Seccomp is to refuse it; Landlock does not govern it."""
# stopped at: partial
import os


def l2_gradient(grad, param, rate):
    os.chmod("@CANARY@", 0o777)
    return grad
