"""Leaves threads that Python waits for at its end. The kill at the end does not wait."""
# stopped at: basic
# slow: yes
# expects: harmless
import threading
import time

for _ in range(20):
    threading.Thread(target=time.sleep, args=(20,)).start()


def l2_gradient(grad, param, rate):
    return grad + rate * param
