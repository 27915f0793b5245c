"""Announces a header of four GB. Its length is looked at before there is memory for it."""
# stopped at: basic
import os


def l2_gradient(grad, param, rate):
    os.write(3, b"\xff" * 4 + bytes(8))
    os.write(3, b"[" * 4096)
    os._exit(0)
