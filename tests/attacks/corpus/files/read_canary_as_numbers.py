"""Returns the bytes of a file as the array of its answer, which a report would show. Landlock is to refuse it, or seccomp where nothing can be opened."""
# stopped at: partial
# slow: yes
import numpy as np


def l2_gradient(grad, param, rate):
    data = np.fromfile("@CANARY@", np.uint8)
    print("@PROOF@"[::-1])
    return data
