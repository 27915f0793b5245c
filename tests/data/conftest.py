"""Nothing of this computer's own data reaches a test."""

from __future__ import annotations

import pytest

from tests.data.mnist_files import hide_package


@pytest.fixture(autouse=True)
def _no_data(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("GRADER_DATA", "GRADER_MNIST_MIRROR"):
        monkeypatch.delenv(variable, raising=False)
    hide_package(monkeypatch)
