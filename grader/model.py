"""The result format, schema 1: what grading gave, and nothing about how.

Every field here stands in `docs/result.schema.json` under the same name; every renderer and
exporter is a projection of a `Report`. Sentences are already in the reader's language; what they
are in the other one stands in `Report.translations`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from grader.words import Language

SCHEMA = 1

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
Status = Literal["passed", "failed", "todo", "blocked", "error", "timeout", "crashed", "invalid"]
BlankStatus = Literal["right", "wrong", "todo", "unknown"]
LabStatus = Literal["passed", "failed", "not_run", "error"]
DiagnosisKind = Literal["mistake", "pattern", "exception", "gradient"]


@dataclass(frozen=True)
class BlankResult:
    """One blank of an exercise, as the student left it.

    The fill stands in the source from `column` of `line` to before `end_column` of `end_line`,
    all counted from 1, columns in characters.
    """

    label: str
    line: int
    fill: str
    status: BlankStatus
    message: str = ""
    column: int | None = None
    end_line: int | None = None
    end_column: int | None = None


@dataclass(frozen=True)
class CaseCount:
    """How many of an exercise's cases pass."""

    passed: int
    total: int


@dataclass(frozen=True)
class Counterexample:
    """The smallest failing case: inputs by parameter name, and where the results differ most."""

    case: str
    inputs: Mapping[str, Json]
    expected: Json
    got: Json
    difference: Json


@dataclass(frozen=True)
class Diagnosis:
    """Why the answer is wrong, as far as that is known."""

    kind: DiagnosisKind
    id: str
    message: str
    confidence: Literal["exact", "likely"]


@dataclass(frozen=True)
class LabResult:
    """One training run with the student's function in a slot.

    `data` says which edition of which data it was trained on. Names in `metrics` and `history`
    that begin with `reference_` belong to the run with the reference in that slot, `without_` to
    the run without it; `curves` names the series of the history in the reader's language, the
    most telling one first.
    """

    id: str
    title: str
    status: LabStatus
    slot: str = ""
    data: Mapping[str, str] = field(default_factory=dict)
    metrics: Mapping[str, float] = field(default_factory=dict)
    history: Mapping[str, tuple[float, ...]] = field(default_factory=dict)
    curves: Mapping[str, str] = field(default_factory=dict)
    messages: tuple[str, ...] = ()


@dataclass(frozen=True)
class Result:
    """What grading one exercise of one submission gave. Scores are points, durations seconds.

    `source` is the student's file as it was graded, `task` the task in Markdown by language.
    """

    id: str
    title: str
    status: Status
    score: float
    max_score: float
    file: str | None = None
    line: int | None = None
    duration: float = 0.0
    aligned: bool = False
    blocked_by: tuple[str, ...] = ()
    hints_used: int = 0
    question: str | None = None
    blanks: tuple[BlankResult, ...] = ()
    cases: CaseCount = CaseCount(0, 0)
    counterexample: Counterexample | None = None
    diagnosis: tuple[Diagnosis, ...] = ()
    messages: tuple[str, ...] = ()
    stdout: str = ""
    warnings: tuple[str, ...] = ()
    labs: tuple[LabResult, ...] = ()
    source: str = ""
    task: Mapping[Language, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Sandbox:
    """Which layers stood between the student's code and the machine."""

    level: Literal["strong", "partial", "basic"]
    layers: tuple[str, ...]


@dataclass(frozen=True)
class Report:
    """The results of one submission, and all that is needed to obtain them again.

    `titles` are those of the course and of the sections, by their ids. `translations` gives for
    prose of this report, as it stands here, what it is in the other language.
    """

    grader: str
    course: str
    seed: int
    language: Language
    data: Mapping[str, str]
    sandbox: Sandbox
    versions: Mapping[str, str]
    submission: str
    results: tuple[Result, ...]
    schema: int = SCHEMA
    titles: Mapping[str, str] = field(default_factory=dict)
    translations: Mapping[str, str] = field(default_factory=dict)

    @property
    def score(self) -> float:
        """Points reached, over all results."""
        return sum(result.score for result in self.results)

    @property
    def max_score(self) -> float:
        """Points that could be reached, over all results."""
        return sum(result.max_score for result in self.results)

    @property
    def all_passed(self) -> bool:
        """Whether every exercise that was asked for passed."""
        return all(result.status == "passed" for result in self.results)
