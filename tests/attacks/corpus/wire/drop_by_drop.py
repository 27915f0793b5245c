"""Sends its reply one byte at a time, so that something always arrives. The time limit is for the whole reply."""
# stopped at: basic
import os
import struct
import time


def l2_gradient(grad, param, rate):
    for byte in struct.pack("!IQ", 1000, 0) + b" " * 1000:
        os.write(3, bytes([byte]))
        time.sleep(0.1)
