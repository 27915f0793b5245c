from __future__ import annotations

import numpy as np

from grader.labs.pixels import as_rows, scaled


def test_black_is_zero_and_white_is_one() -> None:
    rows = as_rows(np.array([[[0, 255], [51, 102]]], dtype=np.uint8))
    assert rows.dtype == np.float64
    np.testing.assert_allclose(rows, [[0.0, 1.0, 0.2, 0.4]], rtol=1e-15)


def test_bytes_and_the_same_numbers_as_floats_are_the_same_pixels() -> None:
    pixels = np.arange(256, dtype=np.uint8)
    for dtype in (np.float32, np.float64, np.int64):
        np.testing.assert_array_equal(scaled(pixels.astype(dtype)), scaled(pixels), strict=True)
