"""Reduces a report to what may be told where the cases must not become known.

Nothing is cut out of what was said. What remains is either known to hold nothing of a case, or it
is said anew from what does not depend on the code's own words; everything else is left away.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Literal

from grader.grading.translations import translations
from grader.grading.vouching import is_known_type, read_back, tells_no_value
from grader.model import LabResult, Report, Result
from grader.words import Language, Sentence, sentence, speak
from grader.words.notebook import TEXTS as NOTEBOOK
from grader.words.verdict import TEXTS as VERDICT

Feedback = Literal["full", "no-values", "verdict"]

# They are decided before the code meets any input, so that their messages cannot tell one.
BEFORE_ANY_CASE = ("todo", "blocked", "invalid")
# Sentences without a gap that may stand where others are left away.
ALWAYS_THE_SAME = (
    *("submission.not_aligned", "submission.blanks_alone", "submission.blanks_together"),
    "verdict.blank_endless",
)


def reduced(report: Report, feedback: Feedback, authored: Collection[str] = ()) -> Report:
    """Leave in a report what this level of feedback allows.

    Args:
        report: everything that was found out.
        feedback: `full`: all of it. `no-values`: nothing of the cases' inputs, of expected or
            returned values, of cases' names, and none of the words of the student's code, which
            could tell them. `verdict`: status and score.
        authored: what the author wrote about known mistakes; it is the same for every input.
    """
    if feedback == "full":
        return report
    if feedback == "verdict":
        results = tuple(map(_verdict, report.results))
    else:
        results = tuple(
            _without_values(result, report.language, authored) for result in report.results
        )
    told = translations((report.titles, results))
    return replace(report, results=results, translations=told)


def _verdict(result: Result) -> Result:
    return Result(
        id=result.id,
        title=result.title,
        status=result.status,
        score=result.score,
        max_score=result.max_score,
        file=result.file,
    )


def _without_values(result: Result, language: Language, authored: Collection[str]) -> Result:
    def may_be_told(message: str) -> bool:
        return (
            message in authored or message in _fixed(language) or tells_no_value(message, language)
        )

    return replace(
        result,
        line=_line(result),
        # Code can wait for as long as a value says.
        duration=0.0,
        blanks=tuple(
            blank if may_be_told(blank.message) else replace(blank, message="")
            for blank in result.blanks
        ),
        counterexample=None,
        diagnosis=tuple(
            one
            for one in result.diagnosis
            if result.status in BEFORE_ANY_CASE
            or (one.kind in ("mistake", "pattern") and may_be_told(one.message))
        ),
        messages=tuple(_messages(result, language)),
        stdout="",
        warnings=(),
        labs=tuple(_lab_without_words(lab, language) for lab in result.labs),
    )


def _line(result: Result) -> int | None:
    """A line that the code could not choose by an input; where it stops, it can."""
    if result.status in BEFORE_ANY_CASE or _stopped_while_loading(result):
        return result.line
    return next((blank.line for blank in result.blanks if blank.status == "wrong"), None)


def _stopped_while_loading(result: Result) -> bool:
    return result.status == "error" and result.counterexample is None


def _messages(result: Result, language: Language) -> Iterator[str]:
    if result.status in BEFORE_ANY_CASE:
        yield from result.messages
        return
    said = _reason(result, language)
    if said is not None:
        yield speak(said, language)
    yield from (message for message in result.messages if message in _fixed(language))


def _reason(result: Result, language: Language) -> Sentence | None:
    if result.counterexample is not None:
        return _difference(result)
    if _stopped_while_loading(result):
        return sentence("feedback.not_loaded", type=_type_while_loading(result, language))
    if result.status in ("timeout", "crashed"):
        return sentence("feedback.timeout" if result.status == "timeout" else "feedback.crashed")
    return None


def _difference(result: Result) -> Sentence:
    assert result.counterexample is not None
    difference, got = result.counterexample.difference, result.counterexample.got
    assert isinstance(difference, dict)
    kind = difference["kind"]
    if kind != "raised":
        return sentence(f"feedback.differs_{kind}")
    name = got.get("name") if isinstance(got, dict) else None
    return sentence("feedback.differs_raised", type=_known_type(str(name)))


def _type_while_loading(result: Result, language: Language) -> str | Sentence:
    for message in result.messages:
        for form in (VERDICT["load_error"], NOTEBOOK["load_error"]):
            values = read_back(message, form, language)
            if values is not None:
                return _known_type(values["type"])
    return _known_type("")


def _known_type(name: str) -> str | Sentence:
    return name if is_known_type(name) else sentence("feedback.some_exception")


def _fixed(language: Language) -> frozenset[str]:
    said = (speak(sentence(name), language) for name in ALWAYS_THE_SAME)
    return frozenset({"", *said})


def _lab_without_words(lab: LabResult, language: Language) -> LabResult:
    # Why a lab was not run is found out before a student's function is there.
    if lab.status == "not_run":
        return lab
    said = [sentence(f"feedback.lab_{lab.status}"), *_measured(lab)]
    messages = tuple(speak(one, language) for one in said)
    return replace(lab, history={}, curves={}, messages=messages)


def _measured(lab: LabResult) -> Iterator[Sentence]:
    from grader.labs import find_labs

    known = find_labs().get(lab.id)
    for name, metric in known.metrics.items() if known else ():
        if name not in lab.metrics:
            continue
        names = {"value": name, "reference": f"reference_{name}", "without": f"without_{name}"}
        written = {
            key: format(lab.metrics[one], metric.spec)
            for key, one in names.items()
            if one in lab.metrics
        }
        key = "labs.metric_of_three" if "without" in written else "labs.metric"
        yield sentence(key, label=metric.label, **written)
