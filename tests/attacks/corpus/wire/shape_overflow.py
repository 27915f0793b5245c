"""Sends shapes whose product wraps around 64 bits to the size of the body, or is 0 between huge lengths. Lengths are bounded, and multiplied without wrapping."""
# stopped at: basic
import json
import os
import struct


def l2_gradient(grad, param, rate):
    nodes = [{"array": ["<f8", [1 << 28, 1 << 28, 1 << 8]]}, {"array": ["<f8", [0, 1 << 28] * 10]}]
    header = json.dumps([2, [nodes, None, {"dict": []}, [], None]]).encode()
    os.write(3, struct.pack("!IQ", len(header), 0) + header)
    os._exit(0)
