"""Asks for four GiB at once. The limit of memory is to refuse it."""
# stopped at: basic
import numpy as np


def l2_gradient(grad, param, rate):
    return np.ones(1 << 29)
