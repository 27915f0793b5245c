"""Prints hundreds of thousands of empty lines. What is kept is counted in bytes, what is shown in lines."""
# stopped at: basic


def l2_gradient(grad, param, rate):
    print("\n" * 20_000)
    return grad
