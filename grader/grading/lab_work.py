"""Results that wait for their labs, which are trained in the background."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from types import TracebackType
from typing import TYPE_CHECKING, NamedTuple, Self

from grader.course.plan import Plan
from grader.grading.bench import Bench
from grader.model import Result

if TYPE_CHECKING:
    from grader.grading.laboratory import Laboratory, Trial


class _Waiting(NamedTuple):
    """The result of an exercise's cases, and its labs under way."""

    result: Result
    trials: tuple[Trial, ...]

    def finished(self, laboratory: Laboratory) -> Result:
        """The result with its labs; one that disagrees fails the exercise."""
        labs = tuple(map(laboratory.result, self.trials))
        disagrees = any(lab.status in ("failed", "error") for lab in labs)
        if self.result.status == "passed" and disagrees:
            return replace(self.result, labs=labs, status="failed", score=0.0)
        return replace(self.result, labs=labs)


class LabWork:
    """Keeps the results that wait for labs; closed like a file, which breaks these off.

    What trains them is loaded with the first of them: most checks need no lab.
    """

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._laboratory: Laboratory | None = None
        self._waiting: dict[str, _Waiting] = {}

    def start(self, plan: Plan, source: str, result: Result, earlier: str = "") -> None:
        """Begin to train all labs of an exercise with an answer whose cases were graded."""
        from grader.grading.laboratory import Laboratory

        self._laboratory = self._laboratory or Laboratory(self._bench)
        links = plan.table.spec.labs
        trials = [self._laboratory.start(link, plan, source, earlier) for link in links]
        self._waiting[result.id] = _Waiting(result, tuple(trials))

    def finish(self, ids: Iterable[str]) -> Iterator[Result]:
        """Wait for these exercises, as far as they wait for labs."""
        for name in ids:
            if name in self._waiting:
                assert self._laboratory is not None
                yield self._waiting.pop(name).finished(self._laboratory)

    def finish_all(self) -> Iterator[Result]:
        """Wait for all exercises, and give each when its labs are done."""
        while self._waiting:
            assert self._laboratory is not None
            pending = [trial for one in self._waiting.values() for trial in one.trials]
            self._laboratory.wait([trial for trial in pending if not trial.done])
            done = [
                name
                for name, one in self._waiting.items()
                if all(trial.done for trial in one.trials)
            ]
            yield from self.finish(done)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _traceback: TracebackType | None,
    ) -> None:
        if self._laboratory is not None:
            self._laboratory.close()
