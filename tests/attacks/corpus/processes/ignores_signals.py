"""Blocks every signal and loops for ever. The wall-clock limit kills it with the one signal that cannot be blocked."""
# stopped at: basic
import signal


def l2_gradient(grad, param, rate):
    signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 65))
    while True:
        pass
