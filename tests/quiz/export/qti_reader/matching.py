"""Matching questions: one ``response_lid`` a left side, the same labels in each.

Reading: canvas-lms, qti_exporter, associate_interaction.rb (canvas_matching). Marking:
matching_question.rb in app/models/quizzes/quiz_question.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from tests.quiz.export.qti_reader.archive import local
from tests.quiz.export.qti_reader.idents import value_ident
from tests.quiz.export.qti_reader.labels import labels_of, responses_of
from tests.quiz.export.qti_reader.model import Given, Marker, Response
from tests.quiz.export.qti_reader.processing import Test, comment_of
from tests.quiz.export.qti_reader.shape import Asked, Probe, Shape

ENTITY = re.compile(r"&#?\w+;")


@dataclass
class Left:
    """A left side: its HTML, the ident of its partner and of its comment."""

    html: str
    partner: str | None = None
    note: str | None = None


def read_matching(asked: Asked) -> Shape:
    """Return the left sides, the right sides and which belong together."""
    responses = responses_of(asked.presentation, asked.where)
    if not responses or any(local(node) != "response_lid" for node in responses.values()):
        raise asked.refuse("a matching question needs a <response_lid> for each left side.")
    rights = _rights(asked, responses)
    lefts = {ident: Left(_left(asked, node)) for ident, node in responses.items()}
    _connect(asked, lefts, rights)
    if not all(condition.goes_on for condition in asked.processing.conditions[:-1]):
        asked.reader.ignored.append(f"{asked.where}: continue='No' between pairs")
    pairs = list(lefts.values())
    if any(left.partner is None for left in pairs):
        raise asked.refuse("a left side has no partner (Canvas wants <setvar action='Add'>).")
    notes = [asked.comments[x.note].html if x.note in asked.comments else None for x in pairs]
    return Shape(
        marker=_mark([rights[x.partner or ""] for x in pairs], notes, list(rights.values())),
        options=tuple(left.html for left in pairs),
        partners=tuple(rights.values()),
        comments=frozenset(left.note for left in pairs if left.note),
        probes=tuple(_probes(lefts, rights)),
        stops=False,
        idents=tuple(lefts),
    )


def _left(asked: Asked, node: ET.Element) -> str:
    if node.get("rcardinality", "Single") != "Single":
        raise asked.refuse("a left side needs rcardinality='Single'.")
    if [local(child) for child in node] != ["material", "render_choice"]:
        raise asked.refuse("a left side is <material> followed by <render_choice>.")
    return asked.reader.run_or_html(node, f"{asked.where}, left side", any_type=True).html


def _rights(asked: Asked, responses: Mapping[str, ET.Element]) -> dict[str, str]:
    """Read the right sides by ident; Canvas takes them from the first left side only."""
    lists = [dict(_list(asked, node)) for node in responses.values()]
    rights = lists[0]
    if any(list(other.items()) != list(rights.items()) for other in lists):
        raise asked.refuse("all left sides must offer the same labels in the same order.")
    if len(set(rights.values())) != len(rights):
        raise asked.refuse("two right sides read the same; Canvas offers only one of them.")
    numbers = [found[0] for ident in rights if (found := re.search(r"\d+", ident))]
    if len({int(n) for n in numbers}) != len(numbers) or len(numbers) not in (0, len(rights)):
        raise asked.refuse("Canvas numbers right sides by the first digits of the label ident.")
    return rights


def _list(asked: Asked, node: ET.Element) -> Iterator[tuple[str, str]]:
    for ident, label in labels_of(node, asked.where, asked.reader.ignored):
        yield ident, _right(asked, label)


def _right(asked: Asked, label: ET.Element) -> str:
    """Read a right side: it stands in a drop-down list, which shows its source as it is."""
    source, kind = asked.reader.source(label, f"{asked.where}, right side")
    text = source.strip()
    if not text:
        raise asked.refuse("a right side is empty.")
    if ENTITY.search(text) or (kind != "text/plain" and re.search("[<&]", text)):
        raise asked.refuse(f"the right side {text!r} is shown as it stands; it must be plain text.")
    if re.search(r"<img\b", text, re.IGNORECASE):
        raise asked.refuse("Canvas swaps the sides when a right side holds a picture.")
    return text


def _connect(asked: Asked, lefts: dict[str, Left], rights: Mapping[str, str]) -> None:
    """Each condition's first comparison connects; later conditions overwrite the comment."""
    for condition in asked.processing.conditions:
        test = next(condition.tests(), None)
        if test is None:
            continue
        partner = value_ident(test.value)
        if test.op != "varequal" or partner not in rights:
            raise asked.refuse(f"a comparison names no right side: {test.value!r}.")
        left = lefts[test.response]
        left.note = comment_of(iter((condition,)))
        if condition.score and condition.score[0] == "Add":
            left.partner = partner


def _mark(partners: list[str], notes: list[str | None], offered: list[str]) -> Marker:
    def mark(response: Response) -> Given:
        pairs = {} if response is None else response
        if not isinstance(pairs, Mapping) or not set(pairs.values()) <= set(offered):
            raise TypeError("Matching is answered with left index -> partner text.")
        if not set(pairs) <= set(range(len(partners))):
            raise TypeError("There is no such left side.")
        wrong = [i for i, partner in enumerate(partners) if pairs.get(i) != partner]
        shown = tuple(note for i in wrong if (note := notes[i]) is not None)
        return Given(1.0 - len(wrong) / len(partners), shown)

    return mark


def _probes(lefts: Mapping[str, Left], rights: Mapping[str, str]) -> Iterator[Probe]:
    """All pairs right, and every single pair with the other left sides blank."""
    right = {ident: left.partner or "" for ident, left in lefts.items()}
    yield _probe("all pairs", lefts, right)
    for ident in lefts:
        for partner in rights:
            yield _probe(f"one pair ({rights[partner]!r})", lefts, {ident: partner})


def _probe(label: str, lefts: Mapping[str, Left], given: Mapping[str, str]) -> Probe:
    hit = [ident for ident, left in lefts.items() if given.get(ident) == left.partner]
    notes = {left.note for ident, left in lefts.items() if ident not in hit and left.note}
    return Probe(label, _pairs(given), len(hit) / len(lefts), frozenset(notes))


def _pairs(given: Mapping[str, str]) -> Callable[[Test], bool]:
    return lambda test: given.get(test.response) == value_ident(test.value)
