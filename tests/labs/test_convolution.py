from __future__ import annotations

import numpy as np
import pytest

from grader.labs.convolution import im2col, max_pool, max_pool_backward
from grader.labs.slots import Array
from tests.labs.slopes import numerical_gradient


def drawn(*shape: int) -> Array:
    return np.random.default_rng(7).normal(size=shape)


@pytest.mark.parametrize(("side", "size"), [(4, 2), (5, 3), (3, 3), (3, 1)])
def test_im2col_lays_out_what_the_filter_sees(side: int, size: int) -> None:
    images, places = drawn(3, side, side), side - size + 1
    columns = iter(im2col(images, size, places).T)
    for image in images:
        for top in range(places):
            for left in range(places):
                seen = image[top : top + size, left : left + size]
                np.testing.assert_array_equal(next(columns), seen.ravel())
    assert list(columns) == []


@pytest.mark.parametrize("places", [1, 2])
def test_fewer_places_than_fit_leave_out_the_last(places: int) -> None:
    images = drawn(2, 5, 5)
    all_places = im2col(images, 3, 3).reshape(9, 2, 3, 3)
    columns = im2col(images, 3, places).reshape(9, 2, places, places)
    np.testing.assert_array_equal(columns, all_places[..., :places, :places])


# In the last two cases the edge is left out: the windows do not reach it.
@pytest.mark.parametrize(("side", "size", "places"), [(4, 2, 2), (6, 3, 2), (5, 2, 2), (6, 2, 2)])
def test_max_pool_keeps_the_largest_of_every_window(side: int, size: int, places: int) -> None:
    maps = drawn(2, 3, side, side)
    pooled = max_pool(maps, size, places)
    assert pooled.shape == (2, 3, places, places)
    for row, column in np.ndindex(places, places):
        window = maps[..., row * size : (row + 1) * size, column * size : (column + 1) * size]
        np.testing.assert_array_equal(pooled[..., row, column], window.max(axis=(-2, -1)))


@pytest.mark.parametrize(("side", "size", "places"), [(4, 2, 2), (6, 3, 2), (5, 2, 2)])
def test_the_way_back_is_the_slope_of_the_way_there(side: int, size: int, places: int) -> None:
    maps, delta = drawn(2, side, side), drawn(2, places, places)
    grad = max_pool_backward(delta, maps, max_pool(maps, size, places), size)
    slope = numerical_gradient(lambda: float(np.sum(delta * max_pool(maps, size, places))), maps)
    np.testing.assert_allclose(grad, slope, atol=1e-8)


def test_of_equals_the_first_gets_the_error_and_gets_it_once() -> None:
    maps = np.array([[1.0, 2.0, 0.0, 0.0], [2.0, 2.0, 0.0, 0.0]])
    maps = np.vstack([maps, maps[:, ::-1]])
    delta = np.array([[3.0, 5.0], [7.0, 11.0]])
    grad = max_pool_backward(delta, maps, max_pool(maps, 2, 2), 2)
    np.testing.assert_array_equal(
        grad,
        [
            [0.0, 3.0, 5.0, 0.0],
            [0.0, 0.0, 0.0, 0.0],
            [7.0, 0.0, 11.0, 0.0],
            [0.0, 0.0, 0.0, 0.0],
        ],
    )


def test_a_black_map_passes_on_exactly_the_error_it_got() -> None:
    maps, delta = np.zeros((2, 3, 8, 8)), drawn(2, 3, 4, 4)
    grad = max_pool_backward(delta, maps, max_pool(maps, 2, 4), 2)
    assert np.count_nonzero(grad) == delta.size
    np.testing.assert_array_equal(grad[..., ::2, ::2], delta)
