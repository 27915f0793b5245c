from __future__ import annotations

import numpy as np
import pytest

from grader.data.dataset import digest_of

ARRAYS = {"x": np.arange(6), "y": np.ones(2)}


def test_the_digest_is_the_same_whatever_the_order_and_the_layout() -> None:
    wide = np.arange(6).repeat(2)[::2]
    assert digest_of({"y": np.ones(2), "x": wide}) == digest_of(ARRAYS)
    assert len(bytes.fromhex(digest_of(ARRAYS))) == 32


@pytest.mark.parametrize(
    "change",
    [
        {"x": np.arange(6).reshape(2, 3)},
        {"x": np.arange(6).astype(np.uint64)},
        {"x": np.arange(1, 7)},
        {"z": np.arange(0)},
    ],
    ids=["shape", "dtype", "content", "name"],
)
def test_the_digest_tells_one_from_another(change: dict[str, np.ndarray]) -> None:
    assert digest_of(ARRAYS | change) != digest_of(ARRAYS)
