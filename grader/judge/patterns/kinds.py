"""Results of the wrong type: a list, text, a truth value, nothing at all."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from grader.calls.values import Drained, Unsupported
from grader.judge.patterns.evidence import Case, Evidence
from grader.judge.patterns.numeric import any_numbers, nested_numbers, numbers, same
from grader.judge.patterns.rule import Holds, Rule
from grader.judge.patterns.source import prints_only

_CONTAINERS: tuple[tuple[type, str], ...] = (
    (list, "list"),
    (tuple, "tuple"),
    (Drained, "generator"),
)
_SEQUENCES: tuple[tuple[type, str], ...] = (
    (list, "list"),
    (tuple, "tuple"),
    (np.ndarray, "ndarray"),
)
_FUNCTIONS = ("function", "builtin_function_or_method", "method", "method-wrapper", "ufunc")


def rules(evidence: Evidence) -> Iterator[Rule]:
    """Ideas about the type of the result."""
    yield from _no_value(evidence)
    yield from _containers(evidence)
    yield from _kinds_of_number(evidence)


def _no_value(evidence: Evidence) -> Iterator[Rule]:
    say = evidence.say
    if prints_only(evidence.source):
        asked = say("patterns.prints_ask")
        yield Rule("prints-instead-of-returning", _nothing, say("patterns.prints"), asked)
    yield Rule("returns-nothing", _nothing, say("patterns.nothing"), say("patterns.nothing_ask"))
    yield Rule("text", _text, say("patterns.text"), say("patterns.text_ask"))
    asked = say("patterns.function_ask")
    yield Rule("returns-a-function", _function, say("patterns.function"), asked)


def _containers(evidence: Evidence) -> Iterator[Rule]:
    say = evidence.say
    yield Rule(
        "trailing-comma", _one_in_a_tuple, say("patterns.one_tuple"), say("patterns.one_tuple_ask")
    )
    asked = say("patterns.too_many_ask")
    yield Rule("returns-more", _first_of_several, say("patterns.too_many"), asked)
    asked = say("patterns.list_ask")
    for kind, name in _CONTAINERS:
        said = say("patterns.container", type=name)
        yield Rule(f"{name}-for-array", _container_for_array(kind), said, asked)
    asked = say("patterns.sequence_ask")
    for kind, name in _SEQUENCES:
        said = say("patterns.sequence", type=name)
        yield Rule(f"{name}-for-sequence", _other_sequence(kind), said, asked)
    said = say("patterns.number_in_list")
    yield Rule("list-for-number", _list_for_number, said, say("patterns.number_in_list_ask"))


def _kinds_of_number(evidence: Evidence) -> Iterator[Rule]:
    say = evidence.say
    asked = say("patterns.bool_ask")
    yield Rule("bool-for-number", _bool_for_number, say("patterns.bool"), asked)
    said = say("patterns.float_for_int")
    yield Rule("float-for-int", _float_for_int, said, say("patterns.float_for_int_ask"))
    said = say("patterns.fraction_for_int")
    asked = say("patterns.fraction_for_int_ask")
    yield Rule("fraction-for-int", _fraction_for_int, said, asked)
    said = say("patterns.int_for_float")
    yield Rule("int-for-float", _int_for_float, said, say("patterns.int_for_float_ask"))
    asked = say("patterns.complex_ask")
    yield Rule("complex-for-real", _complex_for_real, say("patterns.complex"), asked)
    asked = say("patterns.number_for_bool_ask")
    yield Rule("number-for-bool", _number_for_bool, say("patterns.number_for_bool"), asked)


def _nothing(case: Case) -> bool | None:
    return None if case.expected is None else case.got is None and case.error is None


def _text(case: Case) -> bool | None:
    return None if isinstance(case.expected, str) else isinstance(case.got, str)


def _function(case: Case) -> bool:
    return isinstance(case.got, Unsupported) and case.got.type_name in _FUNCTIONS


def _container_for_array(kind: type) -> Holds:
    def holds(case: Case) -> bool | None:
        if not isinstance(case.expected, np.ndarray) or case.expected.ndim == 0:
            return None
        if type(case.got) is not kind:
            return False
        found = any_numbers(case.got)
        return found is not None and case.is_right(found)

    return holds


def _other_sequence(kind: type) -> Holds:
    def holds(case: Case) -> bool | None:
        if not isinstance(case.expected, (list, tuple)) or type(case.expected) is kind:
            return None
        if type(case.got) is not kind:
            return False
        return _holds_the_same(case)

    return holds


def _holds_the_same(case: Case) -> bool:
    wanted, found = any_numbers(case.expected), any_numbers(case.got)
    return wanted is not None and found is not None and same(wanted, found, case.tolerance)


def _one_in_a_tuple(case: Case) -> bool | None:
    return None if case.wanted is None else _tuple_around(case, lambda length: length == 1)


def _first_of_several(case: Case) -> bool | None:
    return None if case.wanted is None else _tuple_around(case, lambda length: length > 1)


def _tuple_around(case: Case, fits: Callable[[int], bool]) -> bool:
    if not isinstance(case.got, tuple) or not fits(len(case.got)):
        return False
    found = numbers(case.got[0])
    return found is not None and case.is_right(found)


def _list_for_number(case: Case) -> bool | None:
    if case.wanted is None or case.wanted.ndim:
        return None
    found = nested_numbers(case.got)
    return found is not None and found.size == 1 and case.is_right(found.reshape(()))


def _bool_for_number(case: Case) -> bool | None:
    return None if case.wanted_kind in ("", "b") else case.found_kind == "b"


def _number_for_bool(case: Case) -> bool | None:
    if case.wanted_kind != "b":
        return None
    return case.found_kind in ("i", "u", "f") and case.has_right_numbers


def _float_for_int(case: Case) -> bool | None:
    if case.wanted_kind not in ("i", "u"):
        return None
    return case.found_kind == "f" and case.has_right_numbers


def _fraction_for_int(case: Case) -> bool | None:
    if case.wanted_kind not in ("i", "u"):
        return None
    if case.found_kind != "f" or case.found is None:
        return False
    return case.is_right(np.floor(case.found))


def _int_for_float(case: Case) -> bool | None:
    if case.wanted_kind != "f":
        return None
    return case.found_kind in ("i", "u") and case.has_right_numbers


def _complex_for_real(case: Case) -> bool | None:
    return None if case.wanted_kind in ("", "c") else case.found_kind == "c"
