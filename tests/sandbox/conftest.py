from __future__ import annotations

from collections.abc import Callable, Iterator
from textwrap import dedent

import pytest

from grader.sandbox import Limits, Loaded, Worker, Zygote

Start = Callable[..., Worker]


# What a process of its own and limits are worth by themselves; `inside/` tests the other layers.
ALL_OTHER_LAYERS = "landlock,seccomp,bubblewrap"


@pytest.fixture(autouse=True)
def _at_basic(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.path.parent.name != "inside":
        monkeypatch.setenv("GRADER_SANDBOX_WITHOUT", ALL_OTHER_LAYERS)


@pytest.fixture(scope="session")
def zygote() -> Iterator[Zygote]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GRADER_SANDBOX_WITHOUT", ALL_OTHER_LAYERS)
        started = Zygote.start()
    with started:
        yield started


@pytest.fixture
def start(zygote: Zygote) -> Iterator[Start]:
    """Start a worker with some source loaded; all are closed when the test ends."""
    workers: list[Worker] = []

    def started(source: str, **limits: float | None) -> Worker:
        worker = zygote.start_worker(Limits(**limits))  # type: ignore[arg-type]
        workers.append(worker)
        loaded = worker.load(dedent(source), "answer.py", "answer")
        assert isinstance(loaded, Loaded), loaded
        return worker

    yield started
    for worker in workers:
        worker.close()
