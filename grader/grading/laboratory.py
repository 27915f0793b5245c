"""Trains labs in the background, as many runs at a time as there are cores.

A run that several labs are compared with is made once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from types import TracebackType
from typing import NamedTuple, Self

from grader.course.plan import Plan
from grader.course.vocabulary import LabLink
from grader.data.dataset import Dataset
from grader.errors import UsageError
from grader.grading.bench import Bench, Desk
from grader.grading.lab_results import broken_off, demonstrated, not_trained, trained
from grader.grading.processes import Processes, Task, Tell, all_done
from grader.grading.training import Contribution, Setting, UntrainableError, train
from grader.judge.training import Runs
from grader.labs import find_labs
from grader.labs.lab import Lab, Run
from grader.labs.reference import Reference
from grader.model import LabResult
from grader.words import Sentence, sentence


class Trial(NamedTuple):
    """A lab under way: the runs it takes, and how its result is made of them."""

    runs: tuple[Task[Run] | Task[Run | UntrainableError], ...]
    conclude: Callable[[], LabResult]

    @property
    def done(self) -> bool:
        """Whether the result can be had without waiting."""
        return all_done(self.runs)


class OwnRuns:
    """The background runs of one command with the labs' own functions; no zygote is needed.

    Closed like a file, which breaks off what is left.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._processes = Processes()
        self._data: dict[Callable[[], Dataset], Dataset] = {}
        self._references: dict[str, Task[Run]] = {}

    def demonstrate(self, lab_name: str, slot: str = "") -> Trial:
        """Begin to train a lab with functions of its own.

        Args:
            lab_name: the lab.
            slot: an optional one, to be shown with and without its default; where there is none,
                the lab is trained once, with the defaults of all others.

        Raises:
            UsageError: its data is not on this computer.
        """
        lab = find_labs()[lab_name]
        setting = self._setting(lab, slot, self.load(lab))
        reference = self._reference(setting, slot or None)
        without = self._reference(setting, None) if slot else None
        return Trial(
            (reference, without) if without else (reference,),
            lambda: demonstrated(self._desk, setting, reference.result(), _result_of(without)),
        )

    def wait(self, trials: Iterable[Trial]) -> None:
        """Wait until at least one of these is done."""
        listed = list(trials)
        self._processes.wait(lambda: any(trial.done for trial in listed))

    def result(self, trial: Trial) -> LabResult:
        """Wait for the result of a lab.

        Raises:
            SandboxError: no student code can be run.
        """
        self._processes.wait(lambda: trial.done)
        return trial.conclude()

    def close(self) -> None:
        """Break off what has not finished; safe to call again."""
        self._processes.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _traceback: TracebackType | None,
    ) -> None:
        self.close()

    def load(self, lab: Lab) -> Dataset:
        """Load what a lab trains on, once.

        Raises:
            UsageError: it is not on this computer.
        """
        if lab.load_data not in self._data:
            self._data[lab.load_data] = lab.load_data()
        return self._data[lab.load_data]

    def _setting(self, lab: Lab, slot: str, data: Dataset) -> Setting:
        settings = self._desk.settings
        scale = lab.full_scale if settings.full_scale else lab.scale
        return Setting(lab, slot, data, settings.seed, scale)

    def _reference(self, setting: Setting, slot: str | None) -> Task[Run]:
        lab, _, data, seed, scale = setting
        reference = Reference(lab, data, seed, slot, scale)
        key = reference.key
        if key not in self._references:
            name = sentence("labs.run_without" if slot is None else "labs.run_reference")
            tell = self._teller(lab, name, scale.updates)
            self._references[key] = self._processes.submit(_told_to_the_end(reference), tell)
        return self._references[key]

    def _teller(self, lab: Lab, name: Sentence, total: int) -> Tell:
        """Tell about one run, from now on."""
        label = self._desk.say(sentence("labs.run", lab=lab.name, run=name))

        def tell(done: int, total: int) -> None:
            self._desk.progress.training(label, done, total)

        tell(0, total)
        return tell


class Laboratory(OwnRuns):
    """All background runs of one command: those with students' functions, too."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench.desk)
        self._bench = bench

    def start(self, link: LabLink, plan: Plan, source: str, earlier: str = "") -> Trial:
        """Begin to train a lab with a student's function.

        Args:
            link: the lab, and the slot the function goes into.
            plan: of the exercise that it is the answer to.
            source: the student's file.
            earlier: code that runs before it.
        """
        lab = find_labs()[link.lab]
        try:
            data = self.load(lab)
        except UsageError as error:
            unrun = not_trained(self._desk, lab, link.slot, error)
            return Trial((), lambda: unrun)
        setting = self._setting(lab, link.slot, data)
        # The runs to compare with come first: other labs may wait for them as well.
        reference = self._reference(setting, link.slot)
        without = self._reference(setting, None) if lab.slot(link.slot).optional else None
        parameters = tuple(plan.table.cases[0].steps[0].arguments)
        given = Contribution(source, plan.exercise.name, parameters, earlier)
        student = self._student(setting, given)

        def conclude() -> LabResult:
            run = student.result()
            if isinstance(run, UntrainableError):
                return broken_off(self._desk, setting, run)
            runs = Runs(run, reference.result(), _result_of(without))
            return trained(self._desk, setting, runs)

        return Trial((student, reference, *([without] if without else [])), conclude)

    def _student(self, setting: Setting, given: Contribution) -> Task[Run | UntrainableError]:
        total = setting.scale.updates

        def work(tell: Tell) -> Run | UntrainableError:
            try:
                return _without_parameters(train(self._bench, setting, given, tell))
            except UntrainableError as error:
                tell(total, total)
                return error

        self._bench.zygote.await_ready()
        name = sentence("labs.run_yours", name=given.name)
        return self._processes.submit(work, self._teller(setting.lab, name, total))


def _told_to_the_end(reference: Reference) -> Callable[[Tell], Run]:
    def work(tell: Tell) -> Run:
        run = reference.run(progress=tell)
        # Nothing is heard of the updates of a run that was kept.
        updates = len(run.training.history["loss"])
        tell(updates, updates)
        return _without_parameters(run)

    return work


def _without_parameters(run: Run) -> Run:
    """What is left of a run once it was measured; weights would be a burden on the way."""
    return replace(run, training=replace(run.training, parameters={}))


def _result_of(task: Task[Run] | None) -> Run | None:
    return None if task is None else task.result()
