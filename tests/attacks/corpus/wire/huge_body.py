"""Announces a body of eighteen exabytes. Its length is looked at before there is memory for it."""
# stopped at: basic
# slow: yes
import os


def l2_gradient(grad, param, rate):
    os.write(3, (2).to_bytes(4, "big") + b"\xff" * 8 + b"[]")
    os._exit(0)
