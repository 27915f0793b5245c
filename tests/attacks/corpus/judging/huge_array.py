"""Returns an array of 200 MB. A reply has a limit."""
# stopped at: basic
import numpy as np


def l2_gradient(grad, param, rate):
    return np.zeros(25_000_000)
