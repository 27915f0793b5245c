"""Multiple choice, true/false and multiple answers.

Reading: canvas-lms, qti_exporter, choice_interaction.rb. Marking: multiple_choice_question.rb
and multiple_answers_question.rb in app/models/quizzes/quiz_question.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet

from tests.quiz.export.qti_reader.archive import children, local
from tests.quiz.export.qti_reader.idents import feedback_role, value_ident
from tests.quiz.export.qti_reader.labels import labels_of, responses_of
from tests.quiz.export.qti_reader.material import Text
from tests.quiz.export.qti_reader.model import Given, Marker, Response
from tests.quiz.export.qti_reader.processing import (
    Condition,
    Logic,
    Node,
    Test,
    arrange,
    comment_of,
)
from tests.quiz.export.qti_reader.shape import Asked, Probe, Shape

BY_NAME = re.compile(r"feedback_(\d+)_fb", re.IGNORECASE)
MULTIPLE = "multiple_answers_question"
TRUE_FALSE = "true_false_question"


def read_choices(asked: Asked) -> Shape:
    """Return the choices, which of them are right, and which comment hangs on which."""
    labels = _labels(asked)
    answers = _Answers(asked, list(labels))
    right = {i for i, ident in enumerate(labels) if answers.right[ident]}
    if not right:
        raise asked.refuse("Canvas would warn that it cannot tell the correct answers.")
    if asked.kind == TRUE_FALSE:
        _check_true_false(asked, list(labels.values()))
    notes = {i: n for i, ident in enumerate(labels) if (n := answers.notes.get(ident))}
    comments = {i: asked.comments[n].html for i, n in notes.items() if n in asked.comments}
    several = asked.kind == MULTIPLE
    probes = _set_probes if several else _one_probes
    return Shape(
        marker=(_mark_set if several else _mark_one)(len(labels), right, comments),
        options=tuple(text.html for text in labels.values()),
        comments=frozenset(notes.values()),
        probes=tuple(probes(list(labels), right, notes)),
        idents=tuple(labels),
    )


def _labels(asked: Asked) -> dict[str, Text]:
    responses = responses_of(asked.presentation, asked.where)
    if [local(node) for node in responses.values()] != ["response_lid"]:
        raise asked.refuse("a choice question needs exactly one <response_lid>.")
    ident, lid = next(iter(responses.items()))
    wanted = "Multiple" if asked.kind == MULTIPLE else "Single"
    if lid.get("rcardinality", "Single") != wanted:
        raise asked.refuse(f"{asked.kind} needs rcardinality={wanted!r}.")
    if ident in ("RESP_MC", "response") or ident.startswith("TF"):
        raise asked.refuse(f"Canvas gives a response named {ident!r} a special meaning.")
    if children(lid, "material"):
        raise asked.refuse("a text inside <response_lid> would join the question text.")
    found: dict[str, Text] = {}
    for label, node in labels_of(lid, asked.where, asked.reader.ignored):
        found[label] = asked.reader.text(node, f"{asked.where}, choice {len(found) + 1}")
    return found


def _check_true_false(asked: Asked, texts: list[Text]) -> None:
    """Canvas stores the fixed texts True and False, in this order, or multiple choice."""
    plain = [(text.plain or "").strip().lower() for text in texts]
    if sorted(plain) != ["false", "true"]:
        raise asked.refuse("true/false choices must read exactly True and False.")
    if plain != ["true", "false"]:
        asked.reader.ignored.append(f"{asked.where}: Canvas puts True before False")


class _Answers:
    """Canvas' reading of the conditions, step by step, later ones overwriting earlier ones."""

    def __init__(self, asked: Asked, idents: list[str]) -> None:
        self.asked = asked
        self.several = asked.kind == MULTIPLE
        self.right = dict.fromkeys(idents, False)
        self.notes: dict[str, str | None] = {}
        for top in arrange(asked.processing.conditions):
            for node in top.walk():
                self._condition(node)
        self._by_name()

    def _condition(self, node: Node) -> None:
        heads = [inner.ifs[0] for inner in node.walk()]
        if self.several and any(map(_joins, heads)):
            for head in heads:
                for test in _joined(head):
                    self._set(test, True, comment_of(node.all_ifs()))
            return
        for condition in node.all_ifs():
            first = next(condition.tests(), None)
            if first:
                earns = bool(condition.score and condition.score[1] > 0)
                self._set(first, earns, comment_of(iter((condition,))))

    def _set(self, test: Test, right: bool, note: str | None) -> None:
        ident = value_ident(test.value)
        if test.op != "varequal" or ident not in self.right:
            raise self.asked.refuse(f"a comparison names no choice: {test.value!r}.")
        self.right[ident] = right
        self.notes[ident] = self.notes.get(ident) or note

    def _by_name(self) -> None:
        """Use a comment named after a numeric choice even if no condition shows it."""
        for name in self.asked.comments:
            found = BY_NAME.search(name) if feedback_role(name) == "answer" else None
            if found and f"RESPONSE_{found[1]}" in self.right:
                self.notes[f"RESPONSE_{found[1]}"] = name


def _joins(condition: Condition) -> bool:
    return any(True for _ in _members(condition.test))


def _members(test: Test | Logic) -> Iterator[Test]:
    """Comparisons that stand right inside some ``and``."""
    if isinstance(test, Test):
        return
    for part in test.parts:
        if isinstance(part, Test) and test.op in ("and", "all"):
            yield part
        yield from _members(part)


def _joined(condition: Condition) -> Iterator[Test]:
    """Comparisons that stand right inside the outermost ``and`` of a condition."""
    test = condition.test
    if isinstance(test, Logic) and test.op in ("and", "all"):
        yield from (part for part in test.parts if isinstance(part, Test))


def _mark_one(count: int, right: set[int], comments: Mapping[int, str]) -> Marker:
    def mark(response: Response) -> Given:
        if response is None:
            return Given(0.0, ())
        if not isinstance(response, int) or not 0 <= response < count:
            raise TypeError("A choice is answered with the index of one option.")
        shown = (comments[response],) if response in comments else ()
        return Given(float(response in right), shown)

    return mark


def _mark_set(count: int, right: set[int], comments: Mapping[int, str]) -> Marker:
    def mark(response: Response) -> Given:
        ticked = frozenset() if response is None else response
        if not isinstance(ticked, AbstractSet) or not ticked <= set(range(count)):
            raise TypeError("Multiple answers are answered with a set of option indices.")
        points = len(ticked & right) - len(ticked - right)
        shown = tuple(comments[i] for i in sorted(ticked) if i in comments)
        return Given(max(0.0, points / len(right)), shown)

    return mark


def _one_probes(idents: list[str], right: set[int], notes: Mapping[int, str]) -> Iterator[Probe]:
    for index, ident in enumerate(idents):
        note = frozenset((notes[index],)) if index in notes else frozenset[str]()
        yield Probe(f"choice {index + 1}", _picks({ident}), float(index in right), note)


def _set_probes(idents: list[str], right: set[int], notes: Mapping[int, str]) -> Iterator[Probe]:
    """Return the right set, and every set one tick away from it, none and all: only one is full."""
    sets = [right, set[int](), set(range(len(idents)))] + [right ^ {i} for i in range(len(idents))]
    for ticked in sets:
        note = frozenset(notes[i] for i in ticked if i in notes)
        label = "ticks " + (", ".join(str(i + 1) for i in sorted(ticked)) or "none")
        yield Probe(label, _picks({idents[i] for i in ticked}), float(ticked == right), note)


def _picks(chosen: set[str]) -> Callable[[Test], bool]:
    return lambda test: value_ident(test.value) in chosen
