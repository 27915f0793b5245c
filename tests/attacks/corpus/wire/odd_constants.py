"""Sends NaN and infinities as bare words, and a node with the same key twice. They are no values of the format."""
# stopped at: basic
import os
import struct


def l2_gradient(grad, param, rate):
    header = b'[2,[[NaN,Infinity,-Infinity,{"float":"0x1","float":"nan"}],null,{"dict":[]},[]]]'
    os.write(3, struct.pack("!IQ", len(header), 0) + header)
    os._exit(0)
