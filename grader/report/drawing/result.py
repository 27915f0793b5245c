"""The result of one exercise as a person reads it in a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from grader.layout import cut, display_width, pad, printable
from grader.model import BlankResult, Counterexample, Json, Result
from grader.report.drawing.facts import (
    blank_label,
    blank_status,
    cases_of,
    hints_used,
    name_of,
    points_of,
    status_of,
    unsaid_diagnoses,
)
from grader.report.drawing.pen import INDENT, SIGNS, Pen
from grader.report.drawing.training import draw_lab
from grader.report.drawing.values import draw_pair, draw_value
from grader.words import Sentence, sentence

# A name and a title need so many columns; where there are fewer, what is said beside them is not.
LEAST_ROOM = 16
BLANK_COLOURS = {"right": "green", "wrong": "red", "todo": "yellow", "unknown": "white"}


class ResultPen(Pen):
    """Draws results as lines."""

    def result(self, result: Result) -> Iterator[str]:
        """Draw all there is to say about a result, with a headline."""
        yield self._headline(result)
        yield from self.details(result)

    def details(self, result: Result) -> Iterator[str]:
        """Draw all there is to say about a result."""
        for message in self._messages(result):
            yield from self.paragraph(message)
        if result.status != "passed":
            yield from self._blanks(result)
        yield from self._diagnosis(result)
        if result.counterexample is not None:
            yield ""
            yield from self.counterexample(result.counterexample)
        yield from self._remarks(result)
        for lab in result.labs:
            yield ""
            yield from draw_lab(self, lab)
        pointers = list(self._pointers(result))
        if pointers:
            yield ""
        for pointer, command in pointers:
            yield from map(self.dim, self.paragraph(self.translate(pointer)))
            yield from map(self.dim, self.command(command))

    def _pointers(self, result: Result) -> Iterator[tuple[Sentence, str]]:
        related = self.style.related.get(result.id)
        if related is not None:
            name = "report.related_mistake" if related.about_mistake else "report.related"
            yield sentence(name, title=related.title), f"grader quiz take {related.name}"
        if result.id in self.style.hints_left:
            yield sentence("hints.pointer"), f"grader hint {name_of(result)}"

    def _headline(self, result: Result) -> str:
        *_, colour = SIGNS[result.status]
        left = f"{name_of(result)}  {result.title}"
        right = self._standing(result)
        left = pad(cut(left, self._room(right) - 2), self._room(right))
        return f" {self.sign(result.status)} {left}{self.coloured(right, colour)}"

    def _standing(self, result: Result) -> str:
        status, used = status_of(result), hints_used(result)
        points = self.translate(points_of(result))
        shorter = f"{self.translate(status)}   {points}"
        if used is None:
            return shorter
        beside = self.translate(sentence("report.beside", one=status, other=used))
        longer = f"{beside}   {points}"
        return longer if self._room(longer) >= LEAST_ROOM else shorter

    def _room(self, right: str) -> int:
        return self.style.width - 3 - display_width(right)

    def _messages(self, result: Result) -> Iterator[str]:
        yield from result.messages
        counted = cases_of(result)
        if counted is not None:
            yield self.translate(counted)

    def _blanks(self, result: Result) -> Iterator[str]:
        if all(blank.status in ("todo", "unknown") for blank in result.blanks):
            return
        yield ""
        for blank in result.blanks:
            yield from self._blank(blank)

    def _blank(self, blank: BlankResult) -> Iterator[str]:
        label = self.translate(blank_label(blank))
        status = self.translate(blank_status(blank))
        first_line, *rest = printable(blank.fill.strip()).split("\n")
        fill = f"{first_line} …" if rest else first_line
        room = self.style.width - INDENT - display_width(f"{label}:   ({status})")
        status = self.coloured(status, BLANK_COLOURS[blank.status])
        yield f"{' ' * INDENT}{label}: {cut(fill, room)}  ({status})"
        if blank.message:
            yield from self._explanation(blank.message, INDENT + 2)
            yield ""

    def _diagnosis(self, result: Result) -> Iterator[str]:
        for message in unsaid_diagnoses(result):
            yield ""
            yield from self._explanation(message, INDENT)

    def explanation(self, message: str) -> Iterator[str]:
        """The sentences of an explanation: what is wrong, and a question that leads on."""
        explained, _, question = message.partition("\n")
        yield explained
        if question:
            yield self.translate(sentence("report.think", question=question))

    def _explanation(self, message: str, indent: int) -> Iterator[str]:
        for said in self.explanation(message):
            yield from self.paragraph(said, indent)

    def counterexample(self, example: Counterexample) -> Iterator[str]:
        """Draw the smallest failing case."""
        smallest = sentence("report.smallest", case=example.case)
        yield from self.paragraph(self.translate(smallest))
        wanted = self.translate(sentence("report.expected"))
        came = self.translate(sentence("report.got"))
        labels = [*example.inputs, wanted, came]
        column = max(map(display_width, labels)) + 2
        width = self.style.width - INDENT - 2 - column
        for name, value in example.inputs.items():
            yield from _labelled(name, draw_value(value, width), column)
        expected, got = self._pair(example.expected, example.got, width)
        yield from _labelled(wanted, expected, column)
        yield from _labelled(came, got, column)
        if not any(_is_marks(line) for line in got):
            yield from self._worst(example, wanted, came)

    def _worst(self, example: Counterexample, wanted: str, came: str) -> Iterator[str]:
        """The numbers that differ most, where they are not among those that are drawn."""
        difference = example.difference
        if not isinstance(difference, dict) or not difference.get("index"):
            return
        place = str(difference["index"])
        labels = [f"{wanted} {place}", f"{came} {place}"]
        column = max(map(display_width, labels)) + 2
        width = self.style.width - INDENT - 2 - column
        drawn = self._pair(difference["expected"], difference["got"], width)
        for label, lines in zip(labels, drawn, strict=True):
            yield from _labelled(label, lines, column)

    def _pair(self, expected: Json, got: Json, width: int) -> tuple[list[str], list[str]]:
        wanted, found = draw_pair(expected, got, width)
        return wanted, [self.coloured(line, "red") if _is_marks(line) else line for line in found]

    def _remarks(self, result: Result) -> Iterator[str]:
        for warning in result.warnings:
            said = sentence("report.warning", warning=warning)
            yield from self.paragraph(self.translate(said))
        printed = result.stdout.strip("\n")
        if printed and result.status != "passed":
            yield from self.paragraph(self.translate(sentence("report.printed")))
            for line in shortened(printed.split("\n")):
                yield f"{' ' * INDENT}| {cut(printable(line), self.style.width - INDENT - 2)}"


def _is_marks(line: str) -> bool:
    return "^" in line and set(click.unstyle(line)) <= set(" ^")


def _labelled(label: str, drawn: Sequence[str], column: int) -> Iterator[str]:
    for number, line in enumerate(drawn):
        yield f"{' ' * (INDENT + 2)}{pad(label if number == 0 else '', column)}{line}"


def shortened(lines: list[str]) -> list[str]:
    """Leave out the middle of what is long."""
    return lines if len(lines) <= 8 else [*lines[:6], "…", lines[-1]]
