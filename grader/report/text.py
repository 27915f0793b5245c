"""The report as a person reads it in a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from grader.model import BlankResult, Counterexample, Json, Report, Result
from grader.report import Style
from grader.report.drawing.layout import cut, display_width, pad, printable, wrap
from grader.report.drawing.pen import INDENT, SIGNS, Pen
from grader.report.drawing.training import data_sentence, draw_lab
from grader.report.drawing.values import draw_pair, draw_value
from grader.words import Sentence, sentence

# A name and a title need so many columns; where there are fewer, what is said beside them is not.
LEAST_ROOM = 16
BLANK_COLOURS = {"right": "green", "wrong": "red", "todo": "yellow", "unknown": "white"}


def render(report: Report, style: Style) -> str:
    """Draw a report: one block per exercise, and a line that sums up."""
    writer = _Writer(report.language, style)
    lines: list[str] = []
    section = ""
    handed_in = [result for result in report.results if result.file is not None]
    for result in handed_in:
        if result.id.rpartition("/")[0] != section:
            section = result.id.rpartition("/")[0]
            lines += [writer.bold(section)]
        lines += [*writer.result(result), ""]
    lines = [line for line, before in zip(lines, ["", *lines], strict=False) if line or before]
    lines += writer.summary(report)
    return writer.page(lines)


def sandbox_remark(level: str) -> Sentence | None:
    """Say what a level of the sandbox leaves open; nothing if it is the best."""
    return None if level == "strong" else sentence(f"report.sandbox_{level}")


class _Writer(Pen):
    def say(self, key: str, **values: object) -> str:
        return self.translate(sentence(f"report.{key}", **values))

    def result(self, result: Result) -> Iterator[str]:
        yield self._headline(result)
        for message in self._messages(result):
            yield from self.paragraph(message)
        if result.status != "passed":
            yield from self._blanks(result)
        yield from self._diagnosis(result)
        if result.counterexample is not None:
            yield ""
            yield from self._counterexample(result.counterexample)
        yield from self._remarks(result)
        for lab in result.labs:
            yield ""
            yield from draw_lab(self, lab)
        if result.id in self.style.hints_left:
            yield ""
            pointer = sentence("hints.pointer", name=result.id.rpartition("/")[2])
            yield from map(self.dim, self.paragraph(self.translate(pointer)))

    def summary(self, report: Report) -> Iterator[str]:
        absent = [result.id.rpartition("/")[2] for result in report.results if result.file is None]
        if absent:
            yield from wrap(self.say("not_handed_in", names=", ".join(absent)), self.style.width)
        something_ran = len(absent) < len(report.results)
        remark = sandbox_remark(report.sandbox.level) if something_ran else None
        for said in (remark, data_sentence(report.data)):
            if said is not None:
                yield from wrap(self.translate(said), self.style.width)
        passed = sum(result.status == "passed" for result in report.results)
        summed_up = self.say(
            "summary",
            passed=passed,
            total=len(report.results),
            score=_points(report.score),
            max_score=_points(report.max_score),
            seed=report.seed,
        )
        seconds = sum(result.duration for result in report.results)
        if seconds:
            summed_up = self.say("timed", what=summed_up, seconds=f"{seconds:.1f}")
        yield from map(self.bold, wrap(summed_up, self.style.width))

    def _headline(self, result: Result) -> str:
        *_, colour = SIGNS[result.status]
        score, max_score = _points(result.score), _points(result.max_score)
        points = self.say("points", score=score, max_score=max_score)
        status = self.say(f"status_{result.status}")
        name = result.id.rpartition("/")[2]
        left = f"{name}  {result.title}"
        right = f"{status}   {points}"
        if result.hints_used:
            beside = self.say("beside", one=status, other=self._hints_used(result))
            longer = f"{beside}   {points}"
            right = longer if self._room(longer) >= LEAST_ROOM else right
        left = pad(cut(left, self._room(right) - 2), self._room(right))
        return f" {self.sign(result.status)} {left}{self.coloured(right, colour)}"

    def _room(self, right: str) -> int:
        return self.style.width - 3 - display_width(right)

    def _hints_used(self, result: Result) -> str:
        key = "hints.one_used" if result.hints_used == 1 else "hints.used"
        return self.translate(sentence(key, count=result.hints_used))

    def _messages(self, result: Result) -> Iterator[str]:
        yield from result.messages
        if not result.cases.total:
            return
        if result.cases.passed == result.cases.total:
            yield self.say("cases_all", total=result.cases.total)
        else:
            yield self.say("cases_some", passed=result.cases.passed, total=result.cases.total)

    def _blanks(self, result: Result) -> Iterator[str]:
        if all(blank.status in ("todo", "unknown") for blank in result.blanks):
            return
        yield ""
        for blank in result.blanks:
            yield from self._blank(blank)

    def _blank(self, blank: BlankResult) -> Iterator[str]:
        label = self.say("blank", label=blank.label, line=blank.line)
        status = self.say(f"blank_{blank.status}")
        first_line, *rest = printable(blank.fill.strip()).split("\n")
        fill = f"{first_line} …" if rest else first_line
        room = self.style.width - INDENT - display_width(f"{label}:   ({status})")
        status = self.coloured(status, BLANK_COLOURS[blank.status])
        yield f"{' ' * INDENT}{label}: {cut(fill, room)}  ({status})"
        if blank.message:
            yield from self._explanation(blank.message, INDENT + 2)
            yield ""

    def _diagnosis(self, result: Result) -> Iterator[str]:
        said = {*result.messages, *(blank.message for blank in result.blanks)}
        for diagnosis in result.diagnosis:
            if diagnosis.message not in said:
                yield ""
                yield from self._explanation(diagnosis.message, INDENT)

    def _explanation(self, message: str, indent: int) -> Iterator[str]:
        explanation, _, question = message.partition("\n")
        yield from self.paragraph(explanation, indent)
        if question:
            yield from self.paragraph(self.say("think", question=question), indent)

    def _counterexample(self, example: Counterexample) -> Iterator[str]:
        yield from self.paragraph(self.say("smallest", case=example.case))
        labels = [*example.inputs, self.say("expected"), self.say("got")]
        column = max(map(display_width, labels)) + 2
        width = self.style.width - INDENT - 2 - column
        for name, value in example.inputs.items():
            yield from _labelled(name, draw_value(value, width), column)
        expected, got = self._pair(example.expected, example.got, width)
        yield from _labelled(self.say("expected"), expected, column)
        yield from _labelled(self.say("got"), got, column)

    def _pair(self, expected: Json, got: Json, width: int) -> tuple[list[str], list[str]]:
        wanted, found = draw_pair(expected, got, width)
        return wanted, [
            self.coloured(line, "red") if set(line) <= set(" ^") else line for line in found
        ]

    def _remarks(self, result: Result) -> Iterator[str]:
        for warning in result.warnings:
            yield from self.paragraph(self.say("warning", warning=warning))
        printed = result.stdout.strip("\n")
        if printed and result.status != "passed":
            yield from self.paragraph(self.say("printed"))
            for line in _shortened(printed.split("\n")):
                yield f"{' ' * INDENT}| {cut(printable(line), self.style.width - INDENT - 2)}"


def _labelled(label: str, drawn: Sequence[str], column: int) -> Iterator[str]:
    for number, line in enumerate(drawn):
        yield f"{' ' * (INDENT + 2)}{pad(label if number == 0 else '', column)}{line}"


def _shortened(lines: list[str]) -> list[str]:
    return lines if len(lines) <= 8 else [*lines[:6], "…", lines[-1]]


def _points(points: float) -> str:
    return f"{points:g}"
