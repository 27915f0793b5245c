"""Functions that a case can pass by name to an exercise that takes a function."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np


def square_sum(x: Any) -> Any:
    """Return Σ x², whose gradient is 2x."""
    return np.sum(x**2)


def cube_sum(x: Any) -> Any:
    """Return Σ x³, whose gradient is 3x²."""
    return np.sum(x**3)


def sine_sum(x: Any) -> Any:
    """Return Σ sin x, whose gradient is cos x."""
    return np.sum(np.sin(x))


def product(x: Any) -> Any:
    """Return Π x, whose partial derivatives are the products of the other factors."""
    return np.prod(x)


FUNCTIONS: dict[str, Callable[..., Any]] = {
    function.__name__: function for function in (square_sum, cube_sum, sine_sum, product)
}
