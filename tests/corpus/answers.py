"""Answers as students write them, right and wrong, with what is truly wrong about each.

`python -m tests.corpus.answers FOLDER` writes them as files, to be checked one by one.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

from grader.course.blanks import fill_template
from grader.course.catalog import load_course
from grader.course.plan import Plan, make_plan

FOLDER = Path(__file__).parent
ROOT = FOLDER.parents[1]

Part = Literal["seen", "aside"]
PARTS: tuple[Part, ...] = ("seen", "aside")


class CorpusAnswer(NamedTuple):
    """One answer.

    Attributes:
        part: `seen` by those who wrote mistakes and patterns, or set `aside` from them.
        fills: what stands in the blanks, the solution's in those that are not named; empty for a
            file of its own.
        wrong: labels of the blanks that are wrong.
        truth: what is wrong, or what is unusual about a right one, in a teacher's words.
    """

    id: str
    exercise: str
    part: Part
    is_right: bool
    fills: Mapping[str, str]
    source: str
    wrong: tuple[str, ...]
    truth: str


@cache
def plans() -> dict[str, Plan]:
    """The plan of every exercise of the course, by name."""
    exercises = load_course(ROOT).exercises
    return {exercise.name: make_plan(exercise, seed=0) for exercise in exercises}


@cache
def answers() -> tuple[CorpusAnswer, ...]:
    """All answers there are."""
    return tuple(
        _answer(path.stem, part, entry)
        for part in PARTS
        for path in sorted((FOLDER / part).glob("*.toml"))
        for entry in tomllib.loads(path.read_text(encoding="utf-8"))["answer"]
    )


def _answer(exercise: str, part: Part, entry: Mapping[str, object]) -> CorpusAnswer:
    fills, wrong = entry.get("fills", {}), entry.get("wrong", [])
    assert isinstance(fills, dict)
    assert isinstance(wrong, list)
    plan = plans()[exercise]
    source = entry.get("source") or fill_template(plan.template, {**plan.reference_fills, **fills})
    return CorpusAnswer(
        id=str(entry["id"]),
        exercise=exercise,
        part=part,
        is_right=bool(entry["right"]),
        fills=fills,
        source=str(source),
        wrong=tuple(map(str, wrong)),
        truth=str(entry["truth"]),
    )


def write_files(folder: Path) -> None:
    """Write every answer as a file, in a folder for each exercise."""
    for answer in answers():
        kind = "right" if answer.is_right else "wrong"
        path = folder / answer.exercise / f"{kind}-{answer.id}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"# {answer.truth}\n{answer.source}", encoding="utf-8")


if __name__ == "__main__":
    write_files(Path(sys.argv[1]))
