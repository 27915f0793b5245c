"""Softmax: scores of classes become probabilities, without overflow.

ソフトマックス関数: クラスのスコアを、オーバーフローさせずに確率に変えます。
"""

import numpy as np


def softmax(x):
    """Turn scores into probabilities: softmax(x)_k = exp(x_k) / sum_j exp(x_j).

    The scores are shifted first, so that exp never overflows; the result stays the same.
    Formula: Goodfellow, Bengio, Courville, "Deep Learning" (2016), section 4.1.

    Args:
        x: scores of the classes, shape (classes,) or (batch, classes); left unchanged.

    Returns:
        Probabilities in the shape of x; those of one sample add up to 1.

    スコアを確率に変えます: softmax(x)_k = exp(x_k) / Σ_j exp(x_j)

    exp がオーバーフローしないように、先にスコアをずらします。結果は変わりません。
    数式の出典: Goodfellow, Bengio, Courville "Deep Learning" (2016) 4.1 節

    引数:
        x: クラスのスコア。形状は (classes,) または (batch, classes)。書き換えません。

    戻り値:
        x と同じ形状の確率。1 サンプル分の合計は 1 になります。
    """
    # blank
    shifted = x - np.max(x, axis=-1, keepdims=True)
    # end blank
    exp_x = np.exp(shifted)  # blank: np.exp(shifted)
    return exp_x / exp_x.sum(axis=-1, keepdims=True)  # blank: exp_x.sum(axis=-1, keepdims=True)
