"""Defines ten thousand functions and classes with very long names. They are counted and cut."""
# stopped at: basic
# slow: yes
for number in range(10_000):
    globals()["x" * 500 + str(number)] = lambda: None


def l2_gradient(grad, param, rate):
    return grad
