"""Returns answers of shapes that would broadcast to the right one. Shapes are compared first."""
# stopped at: basic
import numpy as np


def l2_gradient(grad, param, rate):
    return (grad + rate * param)[np.newaxis]
