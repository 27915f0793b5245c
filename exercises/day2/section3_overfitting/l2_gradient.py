# Fill in every ___, then run / ___ を埋めて実行:  grader check l2_gradient
"""L2 regularisation: the gradient with the pull of the squared weights added.

L2 正則化: 重みの 2 乗によるペナルティを、勾配に加えます。
"""

import numpy as np


def l2_gradient(grad, param, rate):
    """Add the gradient of the L2 penalty, 1/2 * rate * sum(param^2), to a gradient.

    Formula: Goodfellow, Bengio, Courville, "Deep Learning" (2016), section 7.1.1.

    Args:
        grad: gradient of the loss for the weights, any shape; left unchanged.
        param: the weights, same shape as grad; left unchanged.
        rate: strength of the regularisation, one number of 0 or more.

    Returns:
        The gradient of loss and penalty together: a new array in the shape of grad.

    L2 正則化のペナルティ 1/2 * rate * Σ param^2 の勾配を、元の勾配に足します。

    数式の出典: Goodfellow, Bengio, Courville "Deep Learning" (2016) 7.1.1 節

    引数:
        grad: 重みに関する損失の勾配。形状は任意。書き換えません。
        param: 重み。形状は grad と同じ。書き換えません。
        rate: 正則化の強さ。0 以上の数 1 つ。

    戻り値:
        損失とペナルティを合わせた勾配。grad と同じ形状の新しい配列です。
    """
    return grad + rate * ___
