"""Cross-entropy error: how little probability the right classes were given.

交差エントロピー誤差: 正解のクラスに与えた確率がどれだけ低いかを測ります。
"""

import numpy as np


def cross_entropy_error(d, y):
    """Average the cross entropy over a batch: -sum_n log(y[n, d_n] + 1e-7) / N.

    The constant 1e-7 keeps the logarithm finite where a probability is 0.
    Formula: Bishop, "Pattern Recognition and Machine Learning" (2006), section 4.3.4.

    Args:
        d: right classes, one-hot (N, K) or labels (N,); of a single sample (K,) or one integer.
        y: predicted probabilities, shape (N, K); of a single sample (K,).

    Returns:
        The error, one number.

    バッチで平均した交差エントロピー誤差を求めます: -Σ_n log(y[n, d_n] + 1e-7) / N

    定数 1e-7 は、確率が 0 でも対数を有限に保つためのものです。
    数式の出典: Bishop "Pattern Recognition and Machine Learning" (2006) 4.3.4 節

    引数:
        d: 正解。one-hot の (N, K) またはラベルの (N,)。
           1 サンプルなら (K,) または整数 1 つ。
        y: 予測した確率。形状は (N, K)。1 サンプルなら (K,)。

    戻り値:
        誤差。数 1 つです。
    """
    d = np.asarray(d)
    if y.ndim == 1:  # a single sample is a batch of one / 1 サンプルは大きさ 1 のバッチ
        d, y = d[np.newaxis], y[np.newaxis]
    if d.ndim == 2:  # one-hot rows become labels / one-hot の行をラベルに直す
        d = d.argmax(axis=1)  # blank: d.argmax(axis=1)
    N = y.shape[0]
    picked = y[np.arange(N), d]  # blank: y[np.arange(N), d]
    return -np.sum(np.log(picked + 1e-7)) / N  # blank: -np.sum(np.log(picked + 1e-7)) / N
