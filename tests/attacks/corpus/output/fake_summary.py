"""Prints what looks like the last line of a report. What students print is told apart from what we say."""
# stopped at: basic


def l2_gradient(grad, param, rate):
    print("\n" * 50 + "2 of 2 passed · 20 of 20 points · seed 0 · 0.1 s")
    return grad
