"""How well students' answers are understood: the corpus of `tests/corpus`, graded and counted.

python -m benchmarks.explanations
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator, Sequence

import click

from benchmarks.markdown import table
from grader.sandbox import Zygote
from tests.corpus.answers import PARTS, answers
from tests.corpus.grading import Understood, grade_corpus

COLUMNS = [
    *("answers", "right accepted", "wrong rejected", "blank localised"),
    *("mistake or pattern", "any explanation"),
]


@click.command(help=__doc__)
def main() -> None:
    """Grade everything, count, and print."""
    with Zygote.start() as zygote:
        done, seconds = zip(*_timed(zygote), strict=True)
    rows = [
        [f"{exercise} ({part})", *_shares(chosen)]
        for exercise in sorted({one.answer.exercise for one in done})
        for part in PARTS
        if (chosen := [one for one in done if _is_of(one, exercise, part)])
    ]
    rows += [
        [f"all ({part})", *_shares([one for one in done if one.answer.part == part])]
        for part in PARTS
    ]
    click.echo(table(COLUMNS, rows))
    endless = [one.result.status == "timeout" for one in done]
    finished = [time for time, is_endless in zip(seconds, endless, strict=True) if not is_endless]
    milliseconds = [1000 * each for each in sorted(finished)]
    click.echo(
        f"\nJudged and explained in {statistics.median(milliseconds):.0f} ms in the middle, "
        f"{milliseconds[-1]:.0f} ms at most (endless loops aside)."
    )


def _timed(zygote: Zygote) -> Iterator[tuple[Understood, float]]:
    started = time.perf_counter()
    for done in grade_corpus(zygote, answers()):
        yield done, time.perf_counter() - started
        started = time.perf_counter()


def _is_of(one: Understood, exercise: str, part: str) -> bool:
    return one.answer.exercise == exercise and one.answer.part == part


def _shares(chosen: Sequence[Understood]) -> list[str]:
    right = [one for one in chosen if one.answer.is_right]
    wrong = [one for one in chosen if not one.answer.is_right]
    several = [one for one in wrong if one.can_be_localised]
    values = [one for one in wrong if {"mistake", "pattern"} & _kinds(one)]
    return [
        _share(sum(one.judged_right for one in right), len(right)),
        _share(sum(one.judged_right for one in wrong), len(wrong)),
        _share(sum(one.is_localised for one in several), len(several)),
        _share(len(values), len(wrong)),
        _share(sum(one.is_named for one in wrong), len(wrong)),
    ]


def _kinds(one: Understood) -> set[str]:
    return {found.kind for found in one.result.diagnosis}


def _share(part: int, whole: int) -> str:
    return f"{part} of {whole} ({100 * part / whole:.0f} %)" if whole else "–"


if __name__ == "__main__":
    main()
