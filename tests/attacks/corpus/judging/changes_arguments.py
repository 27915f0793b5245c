"""Gives the right answer and spoils its arguments. Arguments are to be left unchanged, and are compared."""
# stopped at: basic


def l2_gradient(grad, param, rate):
    answer = grad + rate * param
    param[...] = 0
    return answer
