"""Sends an integer of a hundred thousand digits, and one that Python reads but no float holds. Both are refused."""
# stopped at: basic
import os
import struct


def l2_gradient(grad, param, rate):
    digits = b"9" * (4000 if rate == 0.5 else 100_000)
    header = b"[2,[" + digits + b',null,{"dict":[]},[]]]'
    os.write(3, struct.pack("!IQ", len(header), 0) + header)
    os._exit(0)
