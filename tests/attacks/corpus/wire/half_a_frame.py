"""Sends half a frame and sleeps. The time limit is for the whole reply."""
# stopped at: basic
# slow: yes
import os
import struct
import time


def l2_gradient(grad, param, rate):
    os.write(3, struct.pack("!IQ", 1000, 0) + b'[2,["')
    time.sleep(20)
