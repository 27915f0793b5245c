"""Returns a generator that sleeps before every number. The time limit is for the whole reply."""
# stopped at: basic
# slow: yes
import time


def l2_gradient(grad, param, rate):
    while True:
        time.sleep(0.5)
        yield grad
