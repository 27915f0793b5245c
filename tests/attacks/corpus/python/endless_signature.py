"""Makes looking at its signature run code that never ends. Looking has a time limit."""
# stopped at: basic
# slow: yes


class Endless:
    @property
    def __signature__(self):
        while True:
            pass

    def __call__(self, grad, param, rate):
        return grad


l2_gradient = Endless()
