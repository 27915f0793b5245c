"""Changes the times and the extended attributes of a file outside. Seccomp is to refuse it; Landlock does not govern it."""
# stopped at: partial
# slow: yes
import os


def l2_gradient(grad, param, rate):
    try:
        os.setxattr("@CANARY@", "user.attack", b"1")
    except OSError:
        pass
    os.utime("@CANARY@", (0, 0))
    return grad
