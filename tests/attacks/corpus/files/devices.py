"""Makes and opens devices: a node of /dev/null, the terminal, kernel messages. Landlock and seccomp are to refuse it."""
# stopped at: partial
import os
import stat


def tried(call, *arguments):
    try:
        call(*arguments)
    except OSError:
        return
    print("@PROOF@"[::-1])


def l2_gradient(grad, param, rate):
    tried(os.mknod, "@OUTSIDE@/@MARKER@", stat.S_IFCHR | 0o600, os.makedev(1, 3))
    tried(os.open, "/dev/kmsg", os.O_WRONLY)
    tried(os.open, "/dev/ptmx", os.O_RDWR)
    return grad
