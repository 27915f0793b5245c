"""Returns a view that claims terabytes on eight bytes of memory. A reply has a limit."""
# stopped at: basic
import numpy as np


def l2_gradient(grad, param, rate):
    return np.broadcast_to(0.0, (1 << 40,))
