"""A recurrent network learns to add: two bits go in at every step, and it must keep the carry.

Two inputs, sixteen hidden units, one output, sigmoid everywhere, no biases. The network sees all
sums of two numbers from 0 to 127, the least significant bit first, and learns by backpropagation
through time with Adam.

Every array has time as its first axis where it has time at all, then the rows of the mini-batch.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from grader.data.binary_numbers import additions
from grader.data.dataset import Dataset, digest_of
from grader.labs.adam import Adam
from grader.labs.lab import Arrays, Lab, Metric, Progress, Scale, Slots, Training
from grader.labs.slots import Array, Slot, arrays
from grader.words import Text

HIDDEN_SIZE = 16
BATCH_SIZE = 64
LEARNING_RATE = 0.05


def sigmoid(x: Array) -> Array:
    """σ(x) = 1 / (1 + e^-x), element by element."""
    return 1 / (1 + np.exp(-x))


def d_sigmoid(x: Array) -> Array:
    """σ'(x) = σ(x) (1 - σ(x)); x is the value before the activation."""
    return sigmoid(x) * (1 - sigmoid(x))


def rnn_delta(delta_next: Array, delta_out: Array, W: Array, W_out: Array, u: Array) -> Array:
    """Compute the error of the hidden layer in one time step.

    δ_t = (δ_{t+1} Wᵀ + δ_out,t W_outᵀ) ⊙ σ'(u_t)

    The hidden state feeds the next step through W and the output through W_out, so both errors
    come back to it (P. Werbos, "Backpropagation through time: what it does and how to do it",
    Proceedings of the IEEE 78, 1990).

    Args:
        delta_next: (batch, hidden), the same error one step later; zero after the last step.
        delta_out: (batch, 1), the error of the output before its activation.
        W: (hidden, hidden), from the state of one step to the next.
        W_out: (hidden, 1), from the state to the output.
        u: (batch, hidden), the hidden layer before its activation.

    Returns:
        (batch, hidden)
    """
    return (delta_next @ W.T + delta_out @ W_out.T) * d_sigmoid(u)


def shape_of_u(*arguments: Array) -> tuple[int, ...]:
    """The shape of what `rnn_delta` returns, from its arguments."""
    *_, u = arguments
    return u.shape


def initial_parameters(rng: np.random.Generator) -> dict[str, Array]:
    """Draw all weights from the standard normal distribution."""
    return {
        "W_in": rng.standard_normal((2, HIDDEN_SIZE)),
        "W": rng.standard_normal((HIDDEN_SIZE, HIDDEN_SIZE)),
        "W_out": rng.standard_normal((HIDDEN_SIZE, 1)),
    }


def forward(parameters: Mapping[str, Array], x: Array) -> tuple[Array, Array, Array]:
    """Read the bits one after the other.

    u_t = x_t W_in + z_{t-1} W,  z_t = σ(u_t),  y_t = σ(z_t W_out)
    (J. Elman, "Finding structure in time", Cognitive Science 14, 1990)

    Args:
        parameters: the three weight matrices.
        x: (time, batch, 2)

    Returns:
        `u` (time, batch, hidden); `z` (time + 1, batch, hidden), which begins with the empty
        state before the first bit, so that `z[t]` is what step t starts from; `y` (time, batch, 1).
    """
    time, batch, _ = x.shape
    u = np.zeros((time, batch, HIDDEN_SIZE))
    z = np.zeros((time + 1, batch, HIDDEN_SIZE))
    y = np.zeros((time, batch, 1))
    for t in range(time):
        u[t] = x[t] @ parameters["W_in"] + z[t] @ parameters["W"]
        z[t + 1] = sigmoid(u[t])
        y[t] = sigmoid(z[t + 1] @ parameters["W_out"])
    return u, z, y


def squared_error(y: Array, d: Array) -> float:
    """½ (y - d)², summed over the bits of a number and averaged over the batch."""
    return float(np.sum((y - d) ** 2) / 2 / y.shape[1])


def gradients(
    slots: Slots, parameters: Mapping[str, Array], x: Array, d: Array
) -> tuple[float, dict[str, Array]]:
    """Compute the loss of a mini-batch and its gradient, from the last bit back to the first.

    δ_out,t = (y_t - d_t) ⊙ y_t (1 - y_t)
    ∂L/∂W_out = Σ_t z_tᵀ δ_out,t,  ∂L/∂W = Σ_t z_{t-1}ᵀ δ_t,  ∂L/∂W_in = Σ_t x_tᵀ δ_t
    (Werbos 1990, as in `rnn_delta`)

    Args:
        slots: `rnn_delta` is called once for every time step.
        parameters: the three weight matrices.
        x: (time, batch, 2)
        d: (time, batch, 1), the bits the network should give.

    Returns:
        The loss, and a gradient of the shape of each parameter.
    """
    u, z, y = forward(parameters, x)
    time, batch, _ = x.shape
    W, W_out = parameters["W"], parameters["W_out"]
    grads = {name: np.zeros_like(param) for name, param in parameters.items()}
    delta = np.zeros((batch, HIDDEN_SIZE))
    for t in reversed(range(time)):
        delta_out = (y[t] - d[t]) * y[t] * (1 - y[t])
        delta = slots["rnn_delta"](delta, delta_out, W, W_out, u[t])
        grads["W_out"] += z[t + 1].T @ delta_out / batch
        grads["W"] += z[t].T @ delta / batch
        grads["W_in"] += x[t].T @ delta / batch
    return squared_error(y, d), grads


def train(slots: Slots, data: Arrays, seed: int, scale: Scale, progress: Progress) -> Training:
    """Learn from mini-batches of random sums."""
    rng = np.random.default_rng(seed)
    parameters = initial_parameters(rng)
    optimizer = Adam(parameters, LEARNING_RATE)
    losses = np.zeros(scale.updates)
    sums = data["inputs"].shape[1]
    for update in range(scale.updates):
        batch = rng.integers(sums, size=BATCH_SIZE)
        x, d = data["inputs"][:, batch], data["targets"][:, batch]
        losses[update], grads = gradients(slots, parameters, x, d)
        optimizer.update(grads)
        progress(update + 1, scale.updates)
    return Training(history={"loss": losses}, parameters=parameters)


def load_additions() -> Dataset:
    """All sums there are; nothing has to be read for them."""
    sums = additions()
    return Dataset(sums, digest_of(sums), source={})


def evaluate(training: Training, data: Arrays) -> dict[str, float]:
    """Add all pairs of operands, and count the sums of which every bit is right."""
    _, _, y = forward(training.parameters, data["inputs"])
    # Nearer to the right bit than to the other one; an output that is NaN is near to neither.
    right = np.abs(y - data["targets"]) < 0.5
    return {
        "exact_sums": float(np.sum(np.all(right, axis=0))),
        "bit_accuracy": float(np.mean(right)),
    }


LAB = Lab(
    name="binary_addition",
    title=Text(
        en="A recurrent network learns to add binary numbers",
        ja="RNN で2進数の足し算を学習する",
    ),
    slots={
        "rnn_delta": Slot(
            default=rnn_delta,
            accept=arrays(shape_of_u),
            role=Text(en="the gradient", ja="勾配"),
        )
    },
    curves={"loss": Text(en="loss of the mini-batch", ja="ミニバッチの損失")},
    metrics={
        "exact_sums": Metric(
            Text(en="exactly right sums out of 16,384", ja="16,384通りのうち正しく求めた和"), ",.0f"
        ),
        "bit_accuracy": Metric(Text(en="share of right bits", ja="正しいビットの割合"), ".4f"),
    },
    load_data=load_additions,
    train=train,
    evaluate=evaluate,
    scale=Scale(updates=400),
    full_scale=Scale(updates=2_000),
)
