"""Sends a header of a quarter of a million values and a dict of long keys. Items are counted."""
# stopped at: basic
# slow: yes
import os
import struct


def l2_gradient(grad, param, rate):
    header = b"[2,[[" + b",".join([b"{}"] * 250_000) + b']],null,{"dict":[]},[]]]'
    rest = struct.pack("!IQ", len(header), 0) + header
    while rest:
        rest = rest[os.write(3, rest) :]
    os._exit(0)
