"""Sends a dtype whose name NumPy would evaluate or parse for long. Names are looked up in a table."""
# stopped at: basic
import json
import os
import struct


def l2_gradient(grad, param, rate):
    names = ["O", "f8," * 50_000, "(99999999,)f8", "M8[ns]", "V999999999", ["<f8"], {"a": 1}]
    nodes = [{"array": [name, [1]]} for name in names]
    header = json.dumps([2, [nodes, None, {"dict": []}, [], None]]).encode()
    os.write(3, struct.pack("!IQ", len(header), 64) + header + bytes(64))
    os._exit(0)
