"""Reads from address 0. A crash is a verdict."""
# stopped at: basic
import ctypes


def l2_gradient(grad, param, rate):
    ctypes.string_at(0)
