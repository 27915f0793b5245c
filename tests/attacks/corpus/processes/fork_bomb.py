"""Forks fifty children that stay for a while. Seccomp is to refuse the first."""
# stopped at: partial
import os
import time

children = 0
for _ in range(50):
    try:
        if os.fork() == 0:
            time.sleep(20)
            os._exit(0)
    except OSError:
        break
    children += 1
if children:
    print("@PROOF@"[::-1])


def l2_gradient(grad, param, rate):
    return grad
