"""Prints two hundred MB. The beginning is kept, and after a MiB it is stopped."""
# stopped at: basic


def l2_gradient(grad, param, rate):
    for _ in range(200):
        print("x" * (1 << 20))
    return grad
