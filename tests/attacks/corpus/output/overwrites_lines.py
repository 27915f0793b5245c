"""Prints carriage returns, backspaces, tabs, form feeds and NULs. A report shows them as text or not at all."""
# stopped at: basic
# slow: yes


def l2_gradient(grad, param, rate):
    print("wrong\rright" + "\b" * 100 + "\x0b\x0c\x00\x7f\x1a\x04")
    return grad
