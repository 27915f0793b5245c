"""Stops the process that starts all workers without ending it, so that everybody waits. Seccomp is to refuse the signal."""
# stopped at: partial
# slow: yes
import os
import signal


def l2_gradient(grad, param, rate):
    os.kill(os.getppid(), signal.SIGSTOP)
    print("@PROOF@"[::-1], flush=True)
    return grad
