"""Turns warnings into errors, raises in showing them, and sends thousands of long ones. They are counted and cut."""
# stopped at: basic
import warnings

warnings.simplefilter("error")
warnings.showwarning = warnings.formatwarning = None


def l2_gradient(grad, param, rate):
    for number in range(5000):
        warnings.warn_explicit(f"{number}" + "x" * 10_000, UserWarning, "l2_gradient.py", number + 1)
    return grad
