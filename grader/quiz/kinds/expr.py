"""A formula in any equivalent writing, compared at random points. A response is text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from grader.quiz.answer import (
    Answer,
    AnswerBlock,
    Asked,
    FormatError,
    Graded,
    Json,
    Unreadable,
    mark,
    unreadable,
)
from grader.quiz.folding import fold_formula, written
from grader.quiz.formula import Node, Probe, Vocabulary, make_probe, parse_formula, same, spoken
from grader.quiz.formula.nodes import FUNCTIONS
from grader.quiz.kinds._reading import allow_settings, needed_lines, no_options, unclear
from grader.quiz.kinds.numeric import read_number
from grader.words import Language, sentence

if TYPE_CHECKING:
    from grader.quiz.prose import Place

DOMAINS = {"real": (-2.0, 2.0), "positive": (0.1, 2.0)}


@dataclass(frozen=True)
class Expr(Answer):
    """A key with the values that every equivalent formula has; `written` holds its spellings.

    All lines of the block are one and the same function: the first is shown, the others are there
    for lint to try.
    """

    kind = "expr"
    written: tuple[str, ...]
    vocabulary: Vocabulary
    probe: Probe

    def grade(self, response: object) -> Graded:
        """Mark a typed formula."""
        try:
            formula = read_formula(response, self.vocabulary)
        except Unreadable as problem:
            return unreadable(problem.said)
        return mark(same(self.probe, formula), read_as=spoken(formula))

    def describe(self, language: Language) -> str:  # noqa: ARG002 - the same in every language
        """The first spelling of the key."""
        return self.written[0]

    def right_responses(self) -> Sequence[Json]:
        """All spellings of the key."""
        return self.written

    def data(self) -> dict[str, Json]:
        """Names, points, and the key's values there; a formula is right when it has them too."""
        functions: dict[str, Json] = dict(self.vocabulary.functions)
        return {
            "kind": self.kind,
            "variables": list(self.vocabulary.variables),
            "functions": functions,
            "points": [dict(point) for point in self.probe.points],
            "values": list(self.probe.values),
            "tolerance": self.probe.tolerance,
        }


def read_formula(response: object, vocabulary: Vocabulary) -> Node:
    """Read a formula that somebody typed.

    Raises:
        Unreadable: it is empty, or no formula in these names.
    """
    return parse_formula(fold_formula(written(response)), vocabulary)


def read(block: AnswerBlock, asked: Asked) -> Expr:
    """Read formulas, one a line; all of them are the same function.

    Raises:
        FormatError: a line is no formula in the names given, or has no values.
    """
    allow_settings(block, "vars", "functions", "domain")
    no_options(block, asked.options)
    variables = tuple(filter(None, block.settings.get("vars", "").split(",")))
    vocabulary = Vocabulary(variables, _functions(block))
    lines = needed_lines(block)
    place, first = lines[0]
    probe = make_probe(_key(place, first, vocabulary), variables, _domain(block))
    if probe is None:
        raise FormatError(place, sentence("quiz_format.formula_undefined", formula=first))
    for place, line in lines[1:]:
        if not same(probe, _key(place, line, vocabulary)):
            raise FormatError(place, sentence("quiz_format.formulas_differ", formula=line))
    return Expr(tuple(line for _, line in lines), vocabulary, probe)


def _key(place: Place, line: str, vocabulary: Vocabulary) -> Node:
    try:
        return read_formula(line, vocabulary)
    except Unreadable as problem:
        raise unclear(place, line, problem) from problem


def _functions(block: AnswerBlock) -> Mapping[str, str]:
    return dict(_own_functions(block))


def _own_functions(block: AnswerBlock) -> Iterator[tuple[str, str]]:
    for part in filter(None, block.settings.get("functions", "").split(",")):
        name, _, meaning = part.partition(":")
        if not name or meaning not in FUNCTIONS:
            said = sentence("quiz_format.function_unknown", written=part)
            raise FormatError(block.place, said)
        yield name, meaning


def _domain(block: AnswerBlock) -> tuple[float, float]:
    text = block.settings.get("domain", "real")
    if text in DOMAINS:
        return DOMAINS[text]
    try:
        low, high = (read_number(end).value for end in text.split(".."))
    except (Unreadable, ValueError) as error:
        said = sentence("quiz_format.domain_unknown", written=text)
        raise FormatError(block.place, said) from error
    return low, high
