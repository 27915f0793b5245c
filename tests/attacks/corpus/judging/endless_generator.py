"""Returns a generator that never ends. It is drained to a limit."""
# stopped at: basic
import itertools


def l2_gradient(grad, param, rate):
    yield from itertools.repeat(grad)
