"""Gives the right answer in the array it was given. Arguments are to be left unchanged, and are compared."""
# stopped at: basic
import numpy as np


def l2_gradient(grad, param, rate):
    if grad.dtype == np.result_type(grad, param, rate):
        grad += rate * param
        return grad
    return grad + rate * param
