"""Asks whether a file exists and how large it is. Only bubblewrap hides that; Landlock does not govern it."""
# stopped at: bubblewrap
import os


def l2_gradient(grad, param, rate):
    print(os.stat("@CANARY@").st_size, "@PROOF@"[::-1])
    return grad
