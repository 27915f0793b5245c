"""Raises exceptions with thousands of bases and an endless chain of causes. They are cut."""
# stopped at: basic
kind = ValueError
for number in range(300):
    kind = type(f"E{number}", (kind,), {})


def l2_gradient(grad, param, rate):
    error = kind("deep")
    error.__cause__ = error.__context__ = error
    raise error
