"""Starts three hundred threads that sleep. The limit of memory bounds them, and they end with the process."""
# stopped at: basic
import threading
import time

for _ in range(300):
    try:
        threading.Thread(target=time.sleep, args=(20,), daemon=True).start()
    except (RuntimeError, MemoryError):
        break


def l2_gradient(grad, param, rate):
    return grad
