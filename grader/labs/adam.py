"""The optimiser of the labs that do not stand for another one."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from grader.labs.slots import Array


class Adam:
    """Steps that adapt to the running mean m and the running square v of every gradient.

    m ← β₁ m + (1 - β₁) g,  v ← β₂ v + (1 - β₂) g²,
    param ← param - η · (m / (1 - β₁ᵗ)) / (√(v / (1 - β₂ᵗ)) + ε)
    (D. Kingma and J. Ba, "Adam: a method for stochastic optimization", ICLR 2015, algorithm 1)
    """

    def __init__(
        self,
        parameters: dict[str, Array],
        learning_rate: float,
        beta1: float = 0.9,
        beta2: float = 0.999,
    ) -> None:
        self.parameters = parameters
        self.learning_rate = learning_rate
        self.beta1 = beta1
        self.beta2 = beta2
        self.step = 0
        self.m = {name: np.zeros_like(param) for name, param in parameters.items()}
        self.v = {name: np.zeros_like(param) for name, param in parameters.items()}

    def update(self, grads: Mapping[str, Array]) -> None:
        """Make one step; the parameters change in place."""
        self.step += 1
        for name, grad in grads.items():
            self.m[name] = self.beta1 * self.m[name] + (1 - self.beta1) * grad
            self.v[name] = self.beta2 * self.v[name] + (1 - self.beta2) * grad**2
            m_hat = self.m[name] / (1 - self.beta1**self.step)
            v_hat = self.v[name] / (1 - self.beta2**self.step)
            self.parameters[name] -= self.learning_rate * m_hat / (np.sqrt(v_hat) + 1e-8)
