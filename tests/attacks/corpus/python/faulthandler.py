"""Has Python write the stack of its process to the channel for ever. It is no frame."""
# stopped at: basic
# slow: yes
import faulthandler
import time


def l2_gradient(grad, param, rate):
    faulthandler.dump_traceback_later(0.01, repeat=True, file=3)
    time.sleep(0.2)
    return grad
