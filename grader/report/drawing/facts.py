"""What every format says about a report, as sentences without a language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from grader.model import BlankResult, Report, Result
from grader.words import Sentence, sentence


def points(number: float) -> str:
    """Write points without digits that say nothing."""
    return f"{number:g}"


def name_of(result: Result) -> str:
    """The name of the exercise, which is the last part of its id."""
    return result.id.rpartition("/")[2]


def section_of(result: Result) -> str:
    """The id of the exercise's section."""
    return result.id.rpartition("/")[0]


def handed_in(report: Report) -> list[Result]:
    """The results of exercises that there is an answer to."""
    return [result for result in report.results if result.file is not None]


def by_section(results: Iterable[Result]) -> Iterator[tuple[str, list[Result]]]:
    """Group results, which are in the order of the course, by the ids of their sections."""
    for section, found in groupby(results, section_of):
        yield section, list(found)


def not_handed_in(report: Report) -> Sentence | None:
    """Name the exercises that there is no answer to."""
    absent = [name_of(result) for result in report.results if result.file is None]
    return sentence("report.not_handed_in", names=", ".join(absent)) if absent else None


def summary(report: Report) -> Sentence:
    """Sum a report up."""
    summed_up = sentence(
        "report.summary",
        passed=sum(result.status == "passed" for result in report.results),
        total=len(report.results),
        score=points(report.score),
        max_score=points(report.max_score),
        seed=report.seed,
    )
    seconds = sum(result.duration for result in report.results)
    if not seconds:
        return summed_up
    return sentence("report.timed", what=summed_up, seconds=f"{seconds:.1f}")


def status_of(result: Result) -> Sentence:
    """Name the status of a result."""
    return sentence(f"report.status_{result.status}")


def hints_used(result: Result) -> Sentence | None:
    """Say how many hints were taken; nothing if none."""
    if not result.hints_used:
        return None
    key = "hints.one_used" if result.hints_used == 1 else "hints.used"
    return sentence(key, count=result.hints_used)


def points_of(result: Result) -> Sentence:
    """Say what a result is worth."""
    score, max_score = points(result.score), points(result.max_score)
    return sentence("report.points", score=score, max_score=max_score)


def cases_of(result: Result) -> Sentence | None:
    """Say how many cases pass; nothing if none was run."""
    passed, total = result.cases.passed, result.cases.total
    if not total:
        return None
    if passed == total:
        return sentence("report.cases_all", total=total)
    return sentence("report.cases_some", passed=passed, total=total)


def blank_label(blank: BlankResult) -> Sentence:
    """Say which blank it is, and where."""
    return sentence("report.blank", label=blank.label, line=blank.line)


def blank_status(blank: BlankResult) -> Sentence:
    """Name the status of a blank."""
    return sentence(f"report.blank_{blank.status}")


def unsaid_diagnoses(result: Result) -> list[str]:
    """The explanations that do not stand at a blank, or above, already."""
    said = {*result.messages, *(blank.message for blank in result.blanks)}
    return [found.message for found in result.diagnosis if found.message not in said]
