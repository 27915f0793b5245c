from __future__ import annotations

import warnings
from typing import Any

import numpy as np
import pytest

from grader.calls.messages import MAX_WARNINGS
from grader.calls.performer import Performer, describe_error
from grader.calls.steps import MAX_MESSAGE, Outcome, Step
from grader.calls.values import NamedFunction, RandomGenerator, Unsupported

FILENAME = "answer.py"


def performer(source: str) -> Performer:
    namespace: dict[str, Any] = {"np": np, "warnings": warnings}
    exec(compile(source, FILENAME, "exec"), namespace)
    return Performer(namespace, "answer", FILENAME)


def call(source: str, **arguments: Any) -> Outcome:
    return performer(source).perform(Step("call", "function", arguments))


def test_arguments_are_passed_by_position() -> None:
    outcome = call("def answer(a, b): return a - b", minuend=5, subtrahend=3)
    assert outcome == Outcome(value=2)


def test_only_what_was_altered_is_reported() -> None:
    outcome = call(
        "def answer(a, b, c):\n    a += 1\n    b.append(np.zeros(1))\n    c + 1",
        a=np.zeros(2),
        b=[],
        c=np.zeros(2),
    )
    assert list(outcome.changed) == ["a", "b"]
    np.testing.assert_array_equal(outcome.changed["a"], [1.0, 1.0])


def test_an_argument_altered_before_an_exception_is_reported() -> None:
    outcome = call("def answer(a):\n    a += 1\n    raise ValueError", a=np.zeros(1))
    assert outcome.error is not None
    assert outcome.changed["a"][0] == 1.0


def test_using_a_generator_or_function_is_no_change() -> None:
    outcome = call(
        "def answer(rng, f): return f(rng.normal(size=2))",
        rng=RandomGenerator(1),
        f=NamedFunction("square_sum"),
    )
    assert outcome.changed == {}


def test_a_generator_that_fails_inside_an_argument_does_no_harm() -> None:
    outcome = call("def answer(a): a.append(1 / 0 for _ in 'x')", a=[])
    assert outcome.changed == {"a": Unsupported("ZeroDivisionError")}


def test_a_generator_that_fails_is_an_error() -> None:
    error = call("def answer():\n    yield 1\n    yield 1 / 0").error
    assert error is not None
    assert (error.type_name, error.line) == ("ZeroDivisionError", 3)


def test_later_steps_do_not_alter_earlier_answers() -> None:
    source = (
        "class answer:\n"
        "    def __init__(self): self.W = np.zeros(1)\n"
        "    def update(self):\n"
        "        self.W += 1\n"
        "        return self.W\n"
    )
    steps = performer(source)
    steps.perform(Step("construct", "function"))
    first = steps.perform(Step("method", "update"))
    second = steps.perform(Step("method", "update"))
    assert (first.value[0], second.value[0]) == (1.0, 2.0)


def test_a_missing_function_is_an_error() -> None:
    error = call("pass").error
    assert error is not None
    assert error.type_name == "KeyError"


def test_the_line_is_the_last_one_of_the_file() -> None:
    error = call("def answer():\n    helper()\n\ndef helper():\n    np.ones(2) @ np.ones(3)").error
    assert error is not None
    assert error.line == 5


def test_the_line_of_a_syntax_error_is_the_one_it_names() -> None:
    with pytest.raises(SyntaxError) as caught:
        compile("x = 1\ny = (", FILENAME, "exec")
    assert describe_error(caught.value, FILENAME).line == 2
    assert describe_error(caught.value, "other.py").line is None


@pytest.mark.parametrize(
    ("raised", "message"),
    [
        ("ValueError('x' * 10_000)", "x" * MAX_MESSAGE),
        ("ValueError('\\ud800')", "?"),
        ("Silent()", ""),
    ],
)
def test_messages_are_made_harmless(raised: str, message: str) -> None:
    error = call(
        "class Silent(Exception):\n"
        "    def __str__(self): raise SystemExit\n"
        f"def answer(): raise {raised}"
    ).error
    assert error is not None
    assert error.message == message


def test_warnings_are_told_once_each_and_not_without_end() -> None:
    outcome = call(
        "def answer():\n"
        "    for n in range(1000):\n"
        "        warnings.warn('again')\n"
        "        warnings.warn(f'number {n}')\n"
    )
    assert len(outcome.warnings) == MAX_WARNINGS
    assert [warned.message for warned in outcome.warnings].count("again") == 1
    assert {warned.line for warned in outcome.warnings} == {3, 4}


def test_warnings_of_libraries_have_no_line_of_the_file() -> None:
    (warned,) = call("def answer(): np.mean([])[()]").warnings[:1]
    assert warned.category == "RuntimeWarning"
    assert warned.line is None


def compute(source: str, **arguments: Any) -> Outcome:
    return performer(source).perform(Step("compute", "function", arguments))


def test_computing_tells_the_value_alone() -> None:
    source = (
        "def answer(a, rng):\n    warnings.warn('hush')\n    a += 1\n    return rng.normal() * a"
    )
    outcome = compute(source, a=np.zeros(2), rng=RandomGenerator(3))
    expected = np.random.default_rng(3).normal() * np.ones(2)
    np.testing.assert_array_equal(outcome.value, expected)
    assert (outcome.error, outcome.changed, outcome.warnings) == (None, {}, ())


def test_computing_tells_the_exception() -> None:
    error = compute("def answer(a):\n    return 1 / a", a=0).error
    assert error is not None
    assert (error.type_name, error.line) == ("ZeroDivisionError", 2)


def test_a_filter_of_the_code_makes_no_errors_of_warnings_while_computing() -> None:
    source = "def answer(a):\n    return np.log(a)"
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        outcome = compute(source, a=np.zeros(1))
    assert outcome.error is None
    assert outcome.value[0] == -np.inf


def test_computing_answers_with_plain_types_only() -> None:
    source = "class Own(np.ndarray): pass\ndef answer(a): return a.view(Own)"
    assert compute(source, a=np.zeros(1)).value == Unsupported("Own")
