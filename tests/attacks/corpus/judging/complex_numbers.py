"""Returns the right answer with an imaginary part of 0. The kind of numbers is looked at."""
# stopped at: basic


def l2_gradient(grad, param, rate):
    return grad + rate * param + 0j
