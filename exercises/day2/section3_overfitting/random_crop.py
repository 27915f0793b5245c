# Fill in every ___, then run / ___ を埋めて実行:  grader check random_crop
"""Random crop: windows cut at random places make several training images of one.

ランダムクロップ: ランダムな位置で切り出し、1 枚の画像から何枚もの学習用画像を作ります。
"""

import numpy as np


def random_crop(image, crop_size, rng):
    """Cut a window out of an image at a random place.

    The row of the upper edge (top) is drawn first, then the column of the left edge (left), each
    with one call of rng.integers. Every place where the window fits is equally likely.
    Source: Krizhevsky, Sutskever, Hinton, "ImageNet Classification with Deep Convolutional
    Neural Networks" (2012), section 4.1.

    Args:
        image: the image, shape (H, W, C); left unchanged.
        crop_size: height and width of the window, a tuple of two integers.
        rng: a random generator, made by np.random.default_rng.

    Returns:
        The window, shape (height, width, C), with the dtype of the image.

    Raises:
        ValueError: the window is higher or wider than the image.

    画像から、ランダムな位置の窓を切り出します。

    先に上端の行 top、次に左端の列 left を、rng.integers を 1 回ずつ呼んで決めます。
    窓が収まる位置は、どれも同じ確率で選ばれます。
    出典: Krizhevsky, Sutskever, Hinton "ImageNet Classification with Deep Convolutional
    Neural Networks" (2012) 4.1 節

    引数:
        image: 画像。形状は (H, W, C)。書き換えません。
        crop_size: 窓の高さと幅。整数 2 つのタプル。
        rng: np.random.default_rng で作った乱数生成器。

    戻り値:
        切り出した窓。形状は (高さ, 幅, C) で、dtype は image と同じです。

    例外:
        ValueError: 窓の高さか幅が画像より大きいとき。
    """
    height, width, _ = image.shape
    crop_height, crop_width = crop_size
    if crop_height > height or crop_width > width:
        raise ValueError(f"a crop of {crop_size} does not fit into {height} x {width} pixels")

    top = rng.integers(0, ___1)
    left = rng.integers(0, ___2)
    bottom = top + crop_height
    right = left + crop_width
    return ___3
