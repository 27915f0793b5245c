"""Sets np.ndarray and other names that the encoder needs to None. It keeps what it needs."""
# stopped at: basic
import numpy as np

for name in ("ndarray", "generic", "array", "frombuffer", "ascontiguousarray", "empty", "uint8", "dtype"):
    setattr(np, name, None)


def l2_gradient(grad, param, rate):
    return grad
