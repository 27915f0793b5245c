# Fill in every ___, then run / ___ を埋めて実行:  grader check conv_output_size
"""Output size of a convolution: how many places a filter has on its input.

畳み込みの出力サイズ: 入力の上にフィルタを置ける位置がいくつあるかを求めます。
"""

import numpy as np


def conv_output_size(input_size, filter_size, stride, padding):
    """Count the places of a filter along one axis of its input.

    The input is padded at both ends and the filter moves by the stride. A last step that would
    take it over the end is not made. Height and width are computed by two calls.
    Formula: Dumoulin, Visin, "A guide to convolution arithmetic for deep learning" (2016),
    relationship 6.

    Args:
        input_size: height or width of the input, an integer of 1 or more.
        filter_size: height or width of the filter, an integer of 1 or more.
        stride: how far the filter moves in one step, an integer.
        padding: how many pixels are added at each end, an integer of 0 or more.

    Returns:
        Height or width of the output, an integer.

    Raises:
        ValueError: the filter is larger than the padded input, or the stride is less than 1.

    入力の 1 つの軸に沿って、フィルタを置ける位置の数を求めます。

    入力の両端をパディングし、フィルタをストライドずつ動かします。端からはみ出す最後の
    1 歩は進みません。高さと幅は、2 回に分けて計算します。
    数式の出典: Dumoulin, Visin "A guide to convolution arithmetic for deep learning" (2016)
    relationship 6

    引数:
        input_size: 入力の高さまたは幅。1 以上の整数。
        filter_size: フィルタの高さまたは幅。1 以上の整数。
        stride: フィルタが 1 歩で動く距離。整数。
        padding: 片側に加える画素の数。0 以上の整数。

    戻り値:
        出力の高さまたは幅。整数です。

    例外:
        ValueError: フィルタがパディング後の入力より大きいとき、またはストライドが
            1 未満のとき。
    """
    padded = ___1
    if ___2:
        raise ValueError("the filter does not fit into the input, or the stride is less than 1")
    return ___3
