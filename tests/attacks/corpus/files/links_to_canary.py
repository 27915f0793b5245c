"""Makes symbolic and hard links, a pipe and a folder outside the submission. Landlock and seccomp are to refuse them."""
# stopped at: partial
import os


def tried(call, *arguments):
    try:
        call(*arguments)
    except OSError:
        return
    print("@PROOF@"[::-1])


def l2_gradient(grad, param, rate):
    tried(os.symlink, "@CANARY@", "@OUTSIDE@/@MARKER@1")
    tried(os.link, "@CANARY@", "@OUTSIDE@/@MARKER@2")
    tried(os.mkfifo, "@OUTSIDE@/@MARKER@3")
    tried(os.mkdir, "@OUTSIDE@/@MARKER@4")
    return grad
