"""Makes System V shared memory, which outlives the process that made it. Seccomp is to refuse it."""
# stopped at: partial
import ctypes

IPC_RMID = 0
libc = ctypes.CDLL(None)


def l2_gradient(grad, param, rate):
    segment = libc.shmget(0, 4096, 0o1600)
    if segment >= 0:
        print("@PROOF@"[::-1])
        libc.shmctl(segment, IPC_RMID, None)
    return grad
