from __future__ import annotations

import os
import select
import time
from pathlib import Path

import pytest

from grader.errors import CourseError
from grader.watch import background
from grader.watch.background import Background, Send, start
from grader.watch.events import Broken, Event, Trained
from grader.words import sentence


@pytest.fixture(params=["fork", "here"])
def _either_way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "here":
        monkeypatch.setattr(background, "can_fork", lambda: False)


def everything(work: Background) -> list[Event]:
    received: list[Event] = []
    deadline = time.monotonic() + 20
    while not work.done:
        assert time.monotonic() < deadline
        if work.descriptor is not None:
            select.select([work.descriptor], [], [], 1.0)
        received += work.receive()
    return received


@pytest.mark.usefixtures("_either_way")
def test_what_is_found_out_arrives_in_order() -> None:
    def work(send: Send) -> None:
        for done in range(3):
            send(Trained(done, 3))

    assert everything(start(work)) == [Trained(0, 3), Trained(1, 3), Trained(2, 3)]


@pytest.mark.usefixtures("_either_way")
def test_what_makes_it_impossible_is_told() -> None:
    said = sentence("course.no_cases", file="checks.py")

    def work(send: Send) -> None:
        send(Trained(0, 1))
        raise CourseError(said)

    assert everything(start(work)) == [Trained(0, 1), Broken(said)]


@pytest.mark.usefixtures("_either_way")
def test_a_fault_of_ours_is_raised_where_it_can_be_seen() -> None:
    def work(_send: Send) -> None:
        raise ZeroDivisionError

    with pytest.raises((RuntimeError, ZeroDivisionError)):
        everything(start(work))


def test_work_is_broken_off_at_once(tmp_path: Path) -> None:
    pid_file = tmp_path / "pid"

    def work(send: Send) -> None:
        pid_file.write_text(str(os.getpid()), "utf-8")
        send(Trained(0, 1))
        time.sleep(60)

    under_way = start(work, patient=True)
    assert under_way.descriptor is not None
    assert select.select([under_way.descriptor], [], [], 20.0)[0]
    under_way.close()
    under_way.close()
    assert under_way.done
    assert under_way.descriptor is None
    with pytest.raises(ProcessLookupError):
        os.kill(int(pid_file.read_text("utf-8")), 0)
