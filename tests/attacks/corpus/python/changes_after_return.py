"""Changes the array in a thread after it was returned. The answer was copied before."""
# stopped at: basic
import threading
import time


def spoil(array):
    while True:
        array[...] = 0
        time.sleep(0)


def l2_gradient(grad, param, rate):
    answer = grad.copy()
    threading.Thread(target=spoil, args=(answer,), daemon=True).start()
    return answer
