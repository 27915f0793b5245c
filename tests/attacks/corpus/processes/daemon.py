"""Leaves a process in a session of its own that waits and then writes a file. Seccomp is to refuse the fork."""
# stopped at: partial
import os
import time

if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        time.sleep(1)
        open("@OUTSIDE@/@MARKER@", "w").close()
        time.sleep(20)
    os._exit(0)
print("@PROOF@"[::-1])


def l2_gradient(grad, param, rate):
    return grad
