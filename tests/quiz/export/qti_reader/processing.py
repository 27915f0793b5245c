"""``resprocessing``: parsed, evaluated as the standard says, and arranged as Canvas sees it."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from tests.quiz.export.qti_reader.archive import children, local, only_child, text_of
from tests.quiz.export.qti_reader.idents import feedback_ident, feedback_role, label_ident
from tests.quiz.export.qti_reader.model import ImportRefused

NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?")


@dataclass(frozen=True)
class Test:
    """One comparison: ``varequal``, ``vargte`` or ``varlte``."""

    op: str
    response: str
    value: str


@dataclass(frozen=True)
class Logic:
    """``and``, ``or``, ``not``, ``other``, or ``all``: several tests right in ``conditionvar``."""

    op: str
    parts: tuple[Test | Logic, ...] = ()


@dataclass(frozen=True)
class Condition:
    """One ``respcondition``: its test, what it does to SCORE and the feedback it shows."""

    test: Test | Logic
    goes_on: bool
    score: tuple[str, float] | None
    shows: tuple[str, ...]

    def tests(self) -> Iterator[Test]:
        """Every comparison in the condition, in file order, whatever stands around it."""
        return tests_of(self.test)


@dataclass
class Node:
    """A QTI 2.1 ``responseCondition``: an if with its else-ifs, and conditions in its else."""

    ifs: list[Condition]
    nested: list[Node] = field(default_factory=list)

    def all_ifs(self) -> Iterator[Condition]:
        """Every if below, in document order."""
        yield from self.ifs
        for node in self.nested:
            yield from node.all_ifs()

    def walk(self) -> Iterator[Node]:
        """Yield the condition and those nested in it, in document order."""
        yield self
        for node in self.nested:
            yield from node.walk()


@dataclass(frozen=True)
class Processing:
    """All conditions of a question and the score that counts as full."""

    conditions: tuple[Condition, ...] = ()
    full: float = 100.0


def tests_of(test: Test | Logic) -> Iterator[Test]:
    """Every comparison in a test, in file order."""
    if isinstance(test, Test):
        yield test
        return
    for part in test.parts:
        yield from tests_of(part)


def find(test: Test | Logic, op: str) -> Logic | None:
    """Return the first operator of that name, in document order."""
    if isinstance(test, Test):
        return None
    if test.op == op or (op == "and" and test.op == "all"):
        return test
    return next((found for part in test.parts if (found := find(part, op))), None)


def run(
    processing: Processing, holds: Callable[[Test], bool], *, lists: bool, stops: bool
) -> tuple[float, set[str]]:
    """Return the fraction and the feedback by the file itself (QTI 1.2 ASI, resprocessing).

    A condition that holds stops the processing unless it has continue="Yes". Several tests in
    one ``conditionvar`` are joined by and; with ``lists`` by or, which is how Canvas writes the
    list of accepted answers of a short answer (lib/cc/qti/qti_items.rb). Without ``stops`` every
    condition is looked at, which is how Canvas writes the pairs of a matching question: there it
    leaves ``continue`` out. ``other`` holds, as QTIMigrationTool makes it.
    """
    score, shown = 0.0, set[str]()
    for condition in processing.conditions:
        if not _holds(condition.test, holds, lists):
            continue
        if condition.score:
            action, value = condition.score
            score = score + value if action == "Add" else value
        shown.update(condition.shows)
        if stops and not condition.goes_on:
            break
    return score / processing.full, shown


def _holds(test: Test | Logic, holds: Callable[[Test], bool], lists: bool) -> bool:
    if isinstance(test, Test):
        return holds(test)
    parts = (_holds(part, holds, lists) for part in test.parts)
    if test.op == "not":
        return not all(parts)
    if test.op == "or" or (test.op == "all" and lists):
        return any(parts)
    return all(parts)


def arrange(conditions: tuple[Condition, ...]) -> list[Node]:
    """Nest the conditions as QTIMigrationTool does (imsqtiv1.py, AddRespCondition).

    After a condition with continue="No" the next one becomes its else-if, or, if it has
    continue="Yes", moves into its else together with everything that follows.
    """
    top: list[Node] = []
    home, chain = top, Node([])
    in_chain = False
    for condition in conditions:
        if condition.goes_on:
            home = chain.nested if in_chain else home
            home.append(Node([condition]))
        elif in_chain:
            chain.ifs.append(condition)
        else:
            chain = Node([condition])
            home.append(chain)
        in_chain = not condition.goes_on
    return top


def comment_of(conditions: Iterator[Condition]) -> str | None:
    """Return the answer comment Canvas takes from conditions (assessment_item_converter.rb).

    Only the first ``displayfeedback`` counts, and a name that sounds like a general, correct or
    incorrect comment counts as none.
    """
    shown = next((c.shows[0] for c in conditions if c.shows), None)
    if shown is None or feedback_role(shown) in ("general", "correct", "incorrect"):
        return None
    return shown


def parse_processing(
    item: ET.Element, responses: set[str], where: str, ignored: list[str]
) -> Processing:
    """Read the ``resprocessing`` of an item; none at all is an empty one."""
    found = children(item, "resprocessing")
    if not found:
        return Processing()
    if len(found) > 1:
        raise ImportRefused(f"{where}: Canvas merges several <resprocessing> into one.")
    full = _declared(only_child(found[0], "outcomes", where), where)
    reader = _Conditions(responses, where, ignored)
    return Processing(tuple(map(reader.condition, children(found[0], "respcondition"))), full)


def _declared(outcomes: ET.Element, where: str) -> float:
    decvar = only_child(outcomes, "decvar", where)
    if decvar.get("varname", "SCORE").upper() != "SCORE":
        raise ImportRefused(f"{where}: Canvas reads only the variable SCORE.")
    if decvar.get("vartype", "Integer") not in ("Integer", "Decimal", "Scientific"):
        raise ImportRefused(f"{where}: SCORE must be a number.")
    full = number(decvar.get("maxvalue", "100"), where)
    if full <= 0:
        raise ImportRefused(f"{where}: the maxvalue of SCORE must be positive.")
    return full


def number(text: str, where: str) -> float:
    """Read a number, written so that Python and Ruby (to_f, BigDecimal) agree on it."""
    if not NUMBER.fullmatch(text.strip()) or not math.isfinite(float(text)):
        raise ImportRefused(f"{where}: {text.strip()!r} is not a number as Canvas reads one.")
    return float(text)


class _Conditions:
    """Reads ``respcondition`` elements of one question."""

    def __init__(self, responses: set[str], where: str, ignored: list[str]) -> None:
        self.responses = responses
        self.where = where
        self.ignored = ignored

    def condition(self, node: ET.Element) -> Condition:
        """One ``respcondition``."""
        again = node.get("continue", "No").lower()
        if again not in ("yes", "no"):
            raise ImportRefused(f"{self.where}: continue must be Yes or No.")
        parts = tuple(map(self.test, only_child(node, "conditionvar", self.where)))
        if not parts:
            raise ImportRefused(f"{self.where}: a <conditionvar> is empty.")
        test = parts[0] if len(parts) == 1 else Logic("all", parts)
        shows = tuple(map(self.shows, children(node, "displayfeedback")))
        return Condition(test, again == "yes", self.score(children(node, "setvar")), shows)

    def score(self, nodes: list[ET.Element]) -> tuple[str, float] | None:
        """Read what a condition does to SCORE: Set or Add."""
        if not nodes:
            return None
        action = nodes[0].get("action", "Set")
        if len(nodes) > 1 or nodes[0].get("varname", "SCORE").upper() != "SCORE":
            raise ImportRefused(f"{self.where}: only one <setvar>, on SCORE, is read.")
        if action not in ("Set", "Add"):
            raise ImportRefused(f"{self.where}: Canvas takes {action} for earning points.")
        return action, number(text_of(nodes[0]), self.where)

    def shows(self, node: ET.Element) -> str:
        """Return the feedback a ``displayfeedback`` names."""
        kind = node.get("feedbacktype", "Response")
        if kind != "Response":
            self.ignored.append(f"{self.where}: feedbacktype {kind}")
        return feedback_ident(node.get("linkrefid", ""))

    def test(self, node: ET.Element) -> Test | Logic:
        """One comparison or operator."""
        name = local(node)
        if name in ("and", "or", "not"):
            parts = tuple(map(self.test, node))
            if not parts or (name == "not" and len(parts) > 1):
                raise ImportRefused(f"{self.where}: <{name}> holds a wrong number of tests.")
            return Logic(name, parts)
        if name == "other":
            return Logic("other")
        if name in ("vargt", "varlt"):
            raise ImportRefused(
                f"{self.where}: Canvas takes <{name}> for a count of digits or a closed bound."
            )
        if name not in ("varequal", "vargte", "varlte"):
            raise ImportRefused(f"{self.where}: Canvas does not read <{name}>.")
        return self.comparison(name, node)

    def comparison(self, name: str, node: ET.Element) -> Test:
        """One comparison with a declared response."""
        response = label_ident(node.get("respident", ""))
        if response not in self.responses:
            raise ImportRefused(f"{self.where}: <{name}> tests a response that is not declared.")
        if node.get("case", "No") == "Yes":
            self.ignored.append(f"{self.where}: case-sensitive comparison")
        if "index" in node.attrib:
            self.ignored.append(f"{self.where}: index of a comparison")
        return Test(name, response, text_of(node))
