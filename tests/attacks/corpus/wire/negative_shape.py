"""Sends arrays of negative, fractional and true lengths. A length is an integer of 0 or more."""
# stopped at: basic
# slow: yes
import json
import os
import struct


def l2_gradient(grad, param, rate):
    shape = {0.5: [-1], 0.25: [1.0]}.get(rate, [True])
    header = json.dumps([2, [{"array": ["<f8", shape]}, None, {"dict": []}, [], None]]).encode()
    os.write(3, struct.pack("!IQ", len(header), 16) + header + bytes(16))
    os._exit(0)
