"""Raises exceptions whose text raises, never ends, or is no text. Telling it is guarded, and has a time limit."""
# stopped at: basic
# slow: yes


class Odd(Exception):
    def __str__(self):
        if self.args[0] == 0.5:
            raise Odd(0.5)
        while True:
            pass


def l2_gradient(grad, param, rate):
    raise Odd(rate)
