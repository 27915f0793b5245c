"""Is right, and reads a file and starts a process in training only. Training has a worker like any other."""
# stopped at: partial
# expects: harmless
# exercise: rnn_delta
# labs: always
import os
import time

import numpy as np

calls = 0


def misbehave():
    try:
        with open("@OUTSIDE@/@MARKER@", "w") as file:
            file.write(open("@CANARY@").read())
        if os.fork() == 0:
            time.sleep(20)
            os._exit(0)
    except OSError:
        pass


def rnn_delta(delta_next, delta_out, W, W_out, u):
    global calls
    calls += 1
    if calls == 300:
        misbehave()
    y = 0.5 * (1 + np.tanh(0.5 * u))
    return (delta_next @ W.T + delta_out @ W_out.T) * y * (1 - y)
