"""Sends signs that steer a terminal in the names, texts and categories of a reply. They are shown as text or not at all."""
# stopped at: basic
import json
import os
import struct


def l2_gradient(grad, param, rate):
    bad = "\x1b[2J\u202e\x07\r2 of 2 passed\n::error::x"
    error = [bad, [bad] * 5000, bad, 1]
    changed = {"dict": [["grad", bad]]}
    header = json.dumps([2, [None, error, changed, [[bad, bad, 1]] * 50]]).encode()
    os.write(3, struct.pack("!IQ", len(header), 0) + header)
    os._exit(0)
