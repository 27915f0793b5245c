"""Sends texts with halves of characters, which no file could hold. They are refused."""
# stopped at: basic
# slow: yes
import json
import os
import struct


def l2_gradient(grad, param, rate):
    bad = "\x1b[2J\ud800"
    error = [bad, [bad] * 5000, bad, 1]
    changed = {"dict": [["grad", bad]]}
    header = json.dumps([2, [None, error, changed, [[bad, bad, 1]] * 50]]).encode()
    os.write(3, struct.pack("!IQ", len(header), 0) + header)
    os._exit(0)
