"""Back-propagation through time: the error of the hidden units, one step back.

通時的逆伝播（BPTT）: 隠れユニットの誤差を、時刻を 1 つさかのぼって求めます。
"""

import numpy as np


def sigmoid(u):
    """Compute 1 / (1 + exp(-u)) for any u, however large.

    1 / (1 + exp(-u)) を計算します。u の絶対値がどれほど大きくてもかまいません。
    """
    # exp(-u) overflows at u = -1000. The sigmoid is also a tanh, shifted and scaled, and tanh never
    # overflows.
    return 0.5 * (1 + np.tanh(0.5 * u))


def d_sigmoid(u):
    """Compute the slope of the sigmoid at u, the value before the activation.

    シグモイド関数の u における傾き（微分）です。u は活性化関数を通す前の値です。
    """
    y = sigmoid(u)
    return y * (1 - y)


def rnn_delta(delta_next, delta_out, W, W_out, u):
    """Compute the error of the hidden units at time t from the errors they took part in.

    Forward, u_t = x_t W_in + z_{t-1} W and z_t = sigmoid(u_t); z_t W_out goes to the output.
    So z_t went two ways, and its error comes back on both.
    Formula: Werbos, "Backpropagation through time: what it does and how to do it" (1990).

    Args:
        delta_next: error of the hidden units at time t + 1, shape (N, H).
        delta_out: error of the outputs at time t, shape (N, O).
        W: weights from the hidden units to those one step later, shape (H, H).
        W_out: weights from the hidden units to the outputs, shape (H, O).
        u: the hidden units at time t before the activation, shape (N, H).

    Returns:
        The error with respect to u, shape (N, H).

    Raises:
        ValueError: the shapes do not fit each other; NumPy raises it.

    時刻 t の隠れユニットの誤差を、その影響が及んだ先の誤差から求めます。

    順伝播は u_t = x_t W_in + z_{t-1} W、z_t = sigmoid(u_t) で、出力へは z_t W_out が
    渡されます。z_t は 2 つの経路へ渡されるので、誤差も 2 つの経路から戻ってきます。
    数式の出典: Werbos "Backpropagation through time: what it does and how to do it" (1990)

    引数:
        delta_next: 時刻 t + 1 の隠れユニットの誤差。形状は (N, H)。
        delta_out: 時刻 t の出力の誤差。形状は (N, O)。
        W: 次の時刻の隠れユニットへの重み。形状は (H, H)。
        W_out: 出力への重み。形状は (H, O)。
        u: 時刻 t の隠れ層の総入力（活性化前の値）。形状は (N, H)。

    戻り値:
        u についての誤差。形状は (N, H)。

    例外:
        ValueError: 形状が合わないとき。NumPy が送出します。
    """
    return (delta_next @ W.T + delta_out @ W_out.T) * d_sigmoid(u)  # blank: delta_next @ W.T ; d_sigmoid(u)
