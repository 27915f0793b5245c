"""Raises what is no Exception: KeyboardInterrupt, GeneratorExit, an exception of its own with odd bases. None goes past the worker."""
# stopped at: basic


class Odd(BaseException):
    def __str__(self):
        raise KeyboardInterrupt

    __repr__ = __str__


def l2_gradient(grad, param, rate):
    if rate == 0.5:
        raise KeyboardInterrupt
    raise Odd
