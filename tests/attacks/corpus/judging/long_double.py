"""Returns the right answer in extended precision. It cannot be sent."""
# stopped at: basic
import numpy as np


def l2_gradient(grad, param, rate):
    return (grad + rate * param).astype(np.longdouble)
