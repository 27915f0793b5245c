"""Blanks in code, compared as syntax trees. A response is an object: text by name of the blank."""

from __future__ import annotations

import ast
import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from grader.quiz.answer import (
    Answer,
    AnswerBlock,
    Asked,
    FormatError,
    Graded,
    Json,
    Unreadable,
    mark_parts,
    unreadable,
)
from grader.quiz.folding import fold_code, written
from grader.quiz.kinds._reading import allow_settings, needed_lines, no_options, unclear
from grader.words import Language, sentence

MAX_CODE = 300


@dataclass(frozen=True)
class Code(Answer):
    """For each blank, by its name, the fills that are right."""

    kind = "code"
    fills: Mapping[str, tuple[str, ...]]

    def grade(self, response: object) -> Graded:
        """Mark the fills; text alone fills the only blank."""
        try:
            trees = self.read(response)
        except Unreadable as problem:
            return unreadable(problem.said)
        return mark_parts(
            {
                name: tree in [tree_of(fill) for fill in self.fills[name]]
                for name, tree in trees.items()
            }
        )

    def read(self, response: object) -> Mapping[str, str]:
        """Turn the fills of a response into syntax trees, by name of the blank.

        Raises:
            Unreadable: a fill is missing or is no Python.
        """
        if isinstance(response, str) and len(self.fills) == 1:
            response = dict.fromkeys(self.fills, response)
        if response is None or response == "":
            raise Unreadable(sentence("quiz_answers.empty"))
        if not isinstance(response, Mapping):
            raise Unreadable(sentence("quiz_answers.not_text"))
        missing = [name for name in self.fills if not str(response.get(name) or "").strip()]
        if missing:
            raise Unreadable(sentence("quiz_answers.blank_empty", names=", ".join(missing)))
        return {name: tree_of(response[name]) for name in self.fills}

    def describe(self, language: Language) -> str:  # noqa: ARG002 - the same in every language
        """The first fill of each blank."""
        if len(self.fills) == 1:
            return next(iter(self.fills.values()))[0]
        return " · ".join(f"{name}: {fills[0]}" for name, fills in self.fills.items())

    def right_responses(self) -> Sequence[Json]:
        """Every fill of every blank at least once."""
        most = max(map(len, self.fills.values()))
        return tuple(
            {name: fills[min(index, len(fills) - 1)] for name, fills in self.fills.items()}
            for index in range(most)
        )

    def data(self) -> dict[str, Json]:
        """The fills as they are written; the page compares them as expressions too."""
        fills: dict[str, Json] = {name: list(right) for name, right in self.fills.items()}
        return {"kind": self.kind, "fills": fills}


def tree_of(code: object) -> str:
    """Parse code and write its tree out; keyword arguments are put in one order.

    Raises:
        Unreadable: it is no Python.
    """
    text = fold_code(written(code, MAX_CODE))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = _Sorted().visit(ast.parse(text))
            return ast.dump(tree)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise Unreadable(sentence("quiz_answers.not_python", code=text[:60])) from error


class _Sorted(ast.NodeTransformer):
    def visit_Call(self, node: ast.Call) -> ast.Call:
        self.generic_visit(node)
        if all(keyword.arg for keyword in node.keywords):
            node.keywords.sort(key=lambda keyword: keyword.arg or "")
        return node


def read(block: AnswerBlock, asked: Asked) -> Code:
    """Read lines such as `1: np.max(x)`; a name may come again with another right fill.

    Raises:
        FormatError: the names are not those of the blanks, or a fill is no Python.
    """
    allow_settings(block)
    no_options(block, asked.options)
    fills: dict[str, tuple[str, ...]] = dict.fromkeys(asked.blanks, ())
    for place, line in needed_lines(block):
        name, colon, code = line.partition(":")
        if not colon or name.strip() not in fills:
            known = ", ".join(asked.blanks) or "–"
            raise FormatError(place, sentence("quiz_format.blank_unknown", line=line, known=known))
        try:
            tree_of(code)
        except Unreadable as problem:
            raise unclear(place, code.strip(), problem) from problem
        fills[name.strip()] += (code.strip(),)
    unfilled = [name for name, right in fills.items() if not right]
    if unfilled:
        said = sentence("quiz_format.blank_without_key", names=", ".join(unfilled))
        raise FormatError(block.place, said)
    return Code(fills)
