from __future__ import annotations

from collections.abc import Iterator

import pytest

from grader.sandbox import Zygote


@pytest.fixture(scope="session")
def zygote() -> Iterator[Zygote]:
    """A zygote whose workers have every layer that this machine offers."""
    yield from _started_without("")


@pytest.fixture(scope="session")
def bare_zygote() -> Iterator[Zygote]:
    """A zygote whose workers have no more than a process of their own, and limits."""
    yield from _started_without("landlock,seccomp,bubblewrap")


def _started_without(layers: str) -> Iterator[Zygote]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GRADER_SANDBOX_WITHOUT", layers)
        started = Zygote.start()
    with started:
        yield started
