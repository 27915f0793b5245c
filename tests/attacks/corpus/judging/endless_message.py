"""Raises an exception with a message of a hundred MB. It is cut where it is made."""
# stopped at: basic


def l2_gradient(grad, param, rate):
    raise ValueError("あ" * 30_000_000)
