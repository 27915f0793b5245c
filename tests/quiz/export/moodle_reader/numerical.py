"""Numerical questions: answers, tolerances and units.

Rules followed: `import_numerical` (question/format/xml/format.php), `save_question_options`,
`save_units` and `save_unit_options` (question/type/numerical/questiontype.php).
"""

from __future__ import annotations

from collections.abc import Sequence

from tests.quiz.export.moodle_reader.fields import Desk, rich_text
from tests.quiz.export.moodle_reader.marking import Answer, Numerical
from tests.quiz.export.moodle_reader.nodes import ImportRefused, Node
from tests.quiz.export.moodle_reader.numbers import NumberParser, Tolerance
from tests.quiz.export.moodle_reader.phplike import fourteen_digits
from tests.quiz.export.moodle_reader.settings import Header, choice, number, setting

_UNITS_OPTIONAL, _NO_UNITS = 0, 3


def numerical_marker(
    question: Node, header: Header, answers: Sequence[Answer], desk: Desk
) -> Numerical:
    """Read the numbers and units of a numerical question."""
    parser = NumberParser(_units(question), choice(question, "unitsleft", {"0": 0, "1": 1}, 0) == 1)
    _unit_settings(question, parser)
    instructions = rich_text(
        question.one("instructions"), "unit instructions", desk, header.text.format
    )
    if instructions.html:
        desk.note("<instructions> about units")
    intervals = [
        Tolerance(_stored(answer.text, f"answer {index}", parser), _tolerance(node, index, parser))
        for index, (answer, node) in enumerate(
            zip(answers, question.many("answer"), strict=True), 1
        )
    ]
    return Numerical(answers, intervals, parser)


def _stored(text: str, where: str, parser: NumberParser) -> float | None:
    """Return the number an answer or tolerance is stored as, None for `*`.

    It is read under the separators of the importing user's language, so only a decimal point is
    safe, and an unknown unit would silently be cut off.
    """
    if text == "*":
        return None
    found = None if "," in text else parser.parse(text)
    if found is None:
        raise ImportRefused(f"the {where} {text!r} is not a number with a decimal point")
    if found.unit and found.factor is None:
        raise ImportRefused(f"the {where} {text!r} has a unit that the question does not define")
    value = found.value if found.factor is None else found.value * found.factor
    exact = found.whole and found.factor is None and abs(value) < 2**63
    return value if exact else fourteen_digits(value)


def _tolerance(node: Node, index: int, parser: NumberParser) -> float:
    """Return the tolerance, a distance in the default unit; missing or empty means 0."""
    text = setting(node, "tolerance")
    if not text:
        return 0.0
    value = None if text == "*" else _stored(text, f"tolerance of answer {index}", parser)
    if value is None:
        raise ImportRefused(f"the tolerance of answer {index} is '*', which is no number")
    return abs(value)


def _units(question: Node) -> dict[str, float]:
    """Return the units and how many of each make one default unit."""
    holder = question.one("units")
    units: dict[str, float] = {}
    for node in holder.many("unit") if holder else []:
        name = setting(node, "unit_name") or ""
        multiplier = number(node, "multiplier", 1.0)
        if not name or name in units or not multiplier or len(name) > 50:
            raise ImportRefused(f"the unit {name!r} is one that Moodle leaves out")
        if " " in name:
            raise ImportRefused(f"the unit {name!r} never matches: spaces are taken from responses")
        units[name] = multiplier
    return units


def _unit_settings(question: Node, parser: NumberParser) -> None:
    """Read how units are asked for and graded.

    Moodle 4 forgets `unitgradingtype` on import, and a field of its own for the unit is more
    than one typed response can say, so both are refused.
    """
    number(question, "unitpenalty", 0.1)
    if choice(question, "unitgradingtype", {"0": 0, "1": 1, "2": 2}, 0):
        raise ImportRefused("grading of units is not kept by the import of all versions")
    default = _UNITS_OPTIONAL if parser.units else _NO_UNITS
    shown = choice(question, "showunits", {str(value): value for value in range(4)}, default)
    if shown not in (_UNITS_OPTIONAL, _NO_UNITS):
        raise ImportRefused("a separate field for the unit is not covered by this reader")
