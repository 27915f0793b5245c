"""Answers rightly while a thread sends replies that nobody asked for. The next request is not sent to somebody who talks out of turn."""
# stopped at: basic
# slow: yes
import json
import os
import struct
import threading
import time


def talk():
    header = json.dumps([3, [None, None, {"dict": []}, [], None]]).encode()
    while True:
        time.sleep(0)
        os.write(3, struct.pack("!IQ", len(header), 0) + header)


def l2_gradient(grad, param, rate):
    threading.Thread(target=talk, daemon=True).start()
    return grad + rate * param
