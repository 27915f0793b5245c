"""Makes a file of 100 MB with a hole in it, and one without. The limit of file size is to stop it at once, Landlock and seccomp before that."""
# stopped at: partial
# slow: yes
import signal


def l2_gradient(grad, param, rate):
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    with open("@OUTSIDE@/@MARKER@", "wb") as file:
        file.truncate(100 << 20)
        file.write(b"x" * (100 << 20))
    print("@PROOF@"[::-1])
    return grad
