from __future__ import annotations

from collections.abc import Sequence
from textwrap import dedent, indent
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.calls.performer import Performer, describe_error
from grader.calls.steps import RaisedError, Step
from grader.judge.exceptions import explain_exception
from grader.words import LANGUAGES, translate

HEAD = "import math\n\nimport numpy as np\n\n\n"


def step_of(**arguments: Any) -> Step:
    return Step("call", "f", arguments)


def raised(source: str, step: Step) -> RaisedError:
    """The exception that the code really ends in, while its file is run or by the step."""
    namespace: dict[str, Any] = {}
    try:
        exec(compile(source, "student.py", "exec"), namespace)
    except BaseException as exception:
        return describe_error(exception, "student.py")
    error = Performer(namespace, step.name, "student.py").perform(step).error
    assert error is not None
    return error


def explained(source: str, **arguments: Any) -> tuple[str, str]:
    """What is said about the exception, in English and Japanese."""
    step = step_of(**arguments)
    said = explain_exception(raised(source, step), source, step)
    assert said is not None
    english, japanese = (translate(said, language) for language in LANGUAGES)
    return english, japanese


def body(code: str, parameters: str = "") -> str:
    """A function `f` around some lines of code."""
    return f"{HEAD}def f({parameters}):\n{indent(dedent(code), '    ')}\n"


def assert_says(said: tuple[str, str], *facts: str) -> None:
    for text in said:
        for fact in facts:
            assert fact in text


A, B = np.ones((2, 3)), np.ones((4, 5))


def test_a_matrix_product_names_both_operands_and_their_shapes() -> None:
    said = explained(body("return delta @ W", "delta, W"), delta=A, W=B)
    assert_says(said, "`delta`", "`W`", "(2, 3)", "(4, 5)", "3", "4")
    assert said[0] == (
        "In this matrix product `delta` has shape (2, 3) and `W` has shape (4, 5). The last number "
        "on the left (3) and the first number on the right (4) would have to be equal."
    )


def test_a_transposed_argument_has_its_shape_turned() -> None:
    said = explained(body("return a @ b.T", "a, b"), a=A, b=B)
    assert_says(said, "`a`", "`b.T`", "(2, 3)", "(5, 4)")


def test_shapes_follow_the_students_own_names_for_the_parameters() -> None:
    source = body("return mine @ yours", "mine, yours")
    said = explained(source, delta=A, W=B)
    assert_says(said, "`mine`", "(2, 3)", "`yours`", "(4, 5)")


@pytest.mark.parametrize(
    "code",
    [
        "a = a[:, :2]\nreturn a @ b",
        "for a in [a[:, :2]]:\n    return a @ b",
        "a.shape = (3, 2)\nreturn a @ b",
        "return [a @ b for a in [a[:, :2]]]",
        "return (lambda a: a @ b)(a[:, :2])",
    ],
)
def test_a_name_that_was_bound_again_is_not_given_the_arguments_shape(code: str) -> None:
    said = explained(body(code, "a, b"), a=A, b=B)
    assert_says(said, "`a`", "`b`", "2", "4")
    assert not any("(2, 3)" in text or "(4, 5)" in text for text in said)


def test_a_helper_is_not_given_the_shapes_of_the_exercise() -> None:
    source = f"{HEAD}def g(a, b):\n    return a @ b\n\n\ndef f(a, b):\n    return g(b.T, b.T)\n"
    said = explained(source, a=A, b=B)
    assert_says(said, "4", "5")
    assert not any("(2, 3)" in text for text in said)


def test_a_function_that_calls_itself_is_not_given_the_shapes() -> None:
    code = "if len(a) == 2:\n    return f(b, b)\nreturn a @ b"
    said = explained(body(code, "a, b"), a=A, b=B)
    assert not any("(2, 3)" in text for text in said)


def test_with_two_products_in_a_line_none_is_named() -> None:
    said = explained(body("return (a @ a.T) @ b", "a, b"), a=A, b=B)
    assert_says(said, "2", "4")
    assert not any("`a`" in text or "(4, 5)" in text for text in said)


def test_a_product_by_dot_takes_the_shapes_from_numpy() -> None:
    for code in ("return np.dot(h, w)", "return h.dot(w)"):
        said = explained(body(f"h, w = a + 0, b + 0\n{code}", "a, b"), a=A, b=B)
        assert_says(said, "`h`", "(2, 3)", "`w`", "(4, 5)")


def test_a_stack_of_matrices_is_multiplied_by_its_last_two_axes() -> None:
    said = explained(body("return a.dot(b)", "a, b"), a=A, b=np.ones((7, 4, 5)))
    assert "second-to-last" in said[0]
    assert "最後から 2 番目" in said[1]


def test_inner_shows_numpy_the_second_array_turned_so_nothing_is_claimed() -> None:
    source = body("return np.inner(a, b)", "a, b")
    step = step_of(a=A, b=B)
    assert explain_exception(raised(source, step), source, step) is None


def test_a_product_with_a_number() -> None:
    assert_says(explained(body("return a @ rate", "a, rate"), a=A, rate=2.0), "`rate`")


def test_operands_that_do_not_broadcast_are_named_with_their_shapes() -> None:
    source = body("exp_x = np.exp(x - np.max(x, axis=1))\nreturn exp_x", "x")
    said = explained(source, x=A)
    assert_says(said, "`x`", "(2, 3)", "`np.max(x, axis=1)`", "(2,)", "3", "2")


def test_a_product_with_a_number_is_no_candidate_for_the_mismatch() -> None:
    said = explained(body("return 2 * rate * (a - b)", "a, b, rate"), a=A, b=B, rate=0.1)
    assert not any("`a`" in text for text in said)
    said = explained(body("c = 2 * (a - b)\nreturn c", "a, b"), a=A, b=B)
    assert_says(said, "(2, 3)", "(4, 5)")


def test_with_functions_that_combine_arrays_the_operands_are_not_guessed() -> None:
    said = explained(body("return np.where(a > 0, b, 1) - 1", "a, b"), a=A, b=B)
    assert_says(said, "(2, 3)", "(4, 5)", "3", "5")
    assert not any("`" in text for text in said)


def test_in_place_both_sides_are_named() -> None:
    said = explained(body("a = a.copy()\na -= b", "a, b"), a=A, b=B)
    assert_says(said, "`a`", "(2, 3)", "`b`", "(4, 5)")


def test_an_index_out_of_bounds_names_what_holds_it() -> None:
    source = body("N = y.shape[0]\nreturn y[np.arange(N), d]", "d, y")
    said = explained(source, d=np.array([0, 3]), y=A)
    assert_says(said, "`d`", "3", "`y`", "0", "2")
    assert "axis 1" in said[0]
    assert "軸 1" in said[1]


def test_an_index_after_a_mask_may_belong_to_another_axis() -> None:
    source = body("return y[mask, d]", "y, mask, d")
    said = explained(source, y=np.ones((2, 2, 3)), mask=np.ones((2, 2), bool), d=7)
    assert_says(said, "7", "`y`")
    assert not any("`d`" in text for text in said)


def test_exceptions_of_the_students_own_making_are_not_explained() -> None:
    source = body("raise ValueError('shapes (2,3) and (4,5) not aligned: 3 (dim 1) != 4 (dim 0)')")
    step = step_of()
    assert explain_exception(raised(source, step), source, step) is None


def test_a_line_that_is_not_in_the_file_is_no_obstacle() -> None:
    error = RaisedError("ZeroDivisionError", ("ZeroDivisionError",), "division by zero", 400)
    assert explain_exception(error, "def f(", None) is not None


# What the code is, and what both languages have to mention.
CASES: dict[str, tuple[str, tuple[str, ...]]] = {
    # names
    "unknown name": ("return nothing", ("`nothing`",)),
    "near name": ("exp_x = 1\nreturn exp_X", ("`exp_X`", "`exp_x`")),
    "builtin mistyped": ("return lenn([1])", ("`lenn`", "`len`")),
    "blank": ("return ___2", ("`___2`",)),
    "numpy under its full name": ("return numpy.ones(2)", ("`numpy`", "`np`")),
    "numpy function alone": ("return exp(1)", ("`exp`", "`np.exp`")),
    "module without import": ("return itertools.count()", ("`itertools`",)),
    "unbound on a path": (
        "if len('a') > 3:\n    y = 1\nreturn y",
        ("`y`", "8"),
    ),
    "unbound until later": ("a = b\nb = 1", ("`b`", "8")),
    "unbound, from itself": ("total += 1", ("`total`",)),
    "removed alias": ("return np.float(3)", ("`np.float`", "`float`")),
    "removed in NumPy 2": ("return np.Inf", ("`np.Inf`", "2.0")),
    "numpy function mistyped": ("return np.matmull(1, 2)", ("`matmull`", "`matmul`")),
    "attribute of None": ("x = None\nreturn x.shape", ("`x`", "None", "`shape`")),
    "attribute of a list": ("x = [1]\nreturn x.shape", ("`x`", "`shape`")),
    "attribute of an array": ("return np.ones(2).sums()", ("`sums`", "`sum`")),
    "function as a method": ("return np.ones(2).exp()", ("`exp`", "`np.exp`")),
    "old random function": ("return np.random.default_rng(0).randint(3)", ("`randint`",)),
    "missing module": ("import torch_of_nobody", ("`torch_of_nobody`",)),
    "mistyped module": ("import numpyy", ("`numpyy`", "`numpy`")),
    "missing in module": ("from math import expp", ("`expp`", "`math`")),
    # calls
    "array called": ("x = np.ones(2)\nreturn x(1 - x)", ("`x`", "`*`")),
    "hidden builtin": ("max = 3\nreturn max([1])", ("`max`", "7")),
    "shape called": ("return np.ones(2).shape(0)", ("`np.ones(2).shape`",)),
    "function indexed": ("return np.zeros[3]", ("`np.zeros`",)),
    "None indexed": ("x = None\nreturn x[0]", ("`x`", "None")),
    "argument missing": ("return np.dot([1])", ("`dot`", "`b`")),
    "too many arguments": ("return (lambda a: a)(1, 2)", ("`<lambda>`", "1", "2")),
    "too many for a builtin": ("return [].append(1, 2)", ("`list.append`", "1", "2")),
    "too few": ("return np.exp()", ("`exp`", "0", "1")),
    "keyword mistyped": (
        "return np.ones(2).sum(keepdim=True)",
        ("`sum`", "`keepdim`", "`keepdims`"),
    ),
    "keyword": ("return np.sum([1], axes=0)", ("`sum`", "`axes`", "`axis`")),
    "given twice": ("return np.sum([1], a=[2])", ("`sum`", "`a`")),
    # types
    "None in a sum": ("x = None\nreturn x + 1", ("`x + 1`", "`+`", "None")),
    "list minus list": ("return [1] - [2]", ("`[1] - [2]`", "`-`", "NumPy")),
    "list plus number": ("return [1] + 1", ("`[1] + 1`", "`+`")),
    "list times float": ("return [1] * 2.0", ("`[1] * 2.0`",)),
    "caret": ("return np.ones(2) ^ 2", ("`^`",)),
    "minus a list": ("return -[1]", ("`-`",)),
    "comparison with None": ("return None < 1", ("`<`", "None")),
    "boolean minus": ("return -(np.ones(2) > 0)", ("`-`",)),
    "exp of None": ("return np.exp(None)", ("`exp`", "None")),
    "not iterable": ("for i in 3:\n    pass", ()),
    "not unpackable": ("a, b = None", ("None",)),
    "no length": ("return len(3)", ("`len`",)),
    "float as an integer": ("return range(len([1, 2]) / 2)", ("`len([1, 2]) / 2`", "`/`")),
    "tuple as an integer": ("return np.random.rand((2, 3))", ()),
    "list index": ("x = [1]\nreturn x[1.5]", ()),
    "list with two indices": ("x = [[1]]\nreturn x[0, 0]", ()),
    "tuple assignment": ("x = (1, 2)\nx[0] = 1", ()),
    "array as an integer": ("return [1, 2][np.array([0, 1])]", ()),
    "arrays not in a list": ("return np.concatenate(np.ones(2), np.ones(2))", ("`concatenate`",)),
    "array as a number": ("return float(np.ones(3))", ()),
    "math on an array": ("return math.exp(np.ones(3))", ("`math.exp`",)),
    "shape as two arguments": ("return np.zeros(2, 3)", ("`zeros`",)),
    "float into int": ("x = np.arange(3)\nx -= 0.5", ("`x`", "int64", "float64")),
    "unhashable": ("return {np.ones(2): 1}", ()),
    "list into float": ("return float([1])", ()),
    "search in a number": ("return 1 in 3", ("`in`",)),
    # values
    "truth of an array": ("if np.ones(2):\n    pass", ("`if`",)),
    "and of arrays": ("x = np.ones(2)\nreturn x > 0 and x < 2", ("`and`",)),
    "chained comparison": ("x = np.ones(2)\nreturn 0 < x < 2", ("`0 < x < 2`", "`and`")),
    "max of an array and a number": ("return max(np.ones(2), 0)", ("`max`",)),
    "ragged rows": ("return np.array([[1, 2], [3]])", ()),
    "list into an element": ("x = np.zeros(2)\nx[0] = [1, 2]", ("1",)),
    "read-only": ("x = np.broadcast_to(0.0, (2,))\nx[0] = 1", ()),
    "read-only, in place": ("x = np.ones(2)\nx.flags.writeable = False\nx += 1", ()),
    "empty range to draw from": ("return np.random.default_rng(0).integers(0)", ("0",)),
    "low above high": ("return np.random.default_rng(0).integers(5, 2)", ()),
    "unpack": ("a, b, c = 1, 2", ("3", "2")),
    "unpack too many": ("a, b = 1, 2, 3", ("2",)),
    "unpack a shape": ("x = np.ones((2, 3))\nh, w, c = x.shape", ("`x.shape`", "3", "2")),
    "unpack a longer shape": ("x = np.ones((2, 3, 4))\nh, w = x.shape", ("`x.shape`", "2")),
    "text as a number": ("return float('abc')", ("'abc'",)),
    "text as an integer": ("return int('1.5')", ("'1.5'",)),
    "maximum of nothing": ("return np.max(np.ones(0))", ("`max`",)),
    "argmax of nothing": ("return np.argmax(np.ones(0))", ("`argmax`",)),
    "max of no list": ("return max([])", ("`max`",)),
    "NaN as an integer": ("return int(float('nan'))", ("NaN",)),
    "domain": ("return math.log(-1)", ("`math`",)),
    "too large for int8": ("return np.int8(300)", ("300", "int8")),
    "overflow": ("return math.exp(1000)", ("1.8e308",)),
    # shapes
    "axis": ("return np.sum(np.ones((2, 3)), axis=2)", ("2", "0", "1", "-2", "-1")),
    "axis of a vector": ("return np.ones(3).sum(axis=1)", ("1", "0")),
    "axis of a number": ("return np.float64(1).sum(axis=1)", ("1",)),
    "reshape": ("return np.arange(6).reshape(4, 2)", ("6", "(4, 2)", "8")),
    "reshape with -1": ("return np.arange(6).reshape(-1, 4)", ("6", "4")),
    "reshape with two -1": ("return np.arange(6).reshape(-1, -1)", ("-1",)),
    "transpose": ("return np.ones((2, 3)).transpose(0, 1, 2)", ()),
    "join nothing": ("return np.concatenate([])", ()),
    "join different lengths": (
        "return np.concatenate([np.ones((2, 3)), np.ones((4, 5))])",
        ("1", "3", "5"),
    ),
    "join different dimensions": (
        "return np.concatenate([np.ones((2, 3)), np.ones(4)])",
        ("2", "1"),
    ),
    "stack": ("return np.stack([np.ones(2), np.ones(3)])", ()),
    "too large a value": ("x = np.ones((2, 3))\nx[0] = np.ones(5)", ("(5,)", "(3,)")),
    "too large a result": ("x = np.ones(3)\nx += np.ones((2, 3))", ("(2, 3)", "(3,)")),
    "negative length": ("return np.zeros(-1)", ()),
    # indices
    "index": ("x = np.ones((2, 3))\nreturn x[5]", ("`x`", "5", "2", "0", "1")),
    "too many indices": ("y = np.ones(2)\nreturn y[np.arange(2), 0]", ("`y`", "2", "1")),
    "number indexed": ("y = np.array(1)\nreturn y[0]", ("`y`",)),
    "float as an index": ("return np.ones(3)[1.0]", ()),
    "quotient as an index": ("return np.ones(4)[4 / 2]", ("`/`",)),
    "float array as an index": ("d = np.array([0.0])\nreturn np.ones(3)[d]", ("`d`",)),
    "index arrays": ("return np.ones((2, 3))[np.arange(2), np.arange(3)]", ("(2,)", "(3,)")),
    "mask": ("return np.ones(2)[np.ones(3) > 0]", ("2", "3")),
    "list too short": ("return [1][3]", ()),
    "shape too short": ("x = np.ones(3)\nreturn x.shape[1]", ("`x.shape`", "[1]")),
    "key": ("return {'W1': 1}['w1']", ("'w1'", "'W1'")),
    # the run
    "division": ("N = 0\nreturn 1 / N", ("`N`", "0")),
    "division by 0 itself": ("return 1 // 0", ("0",)),
    "0 to a negative power": ("return 0 ** -1", ("0",)),
    "recursion": ("return f()", ("`f`",)),
    "assert": ("N = 0\nassert N > 0, 'no'", ("`assert`", "`N > 0`")),
    "memory": ("return np.zeros((10**7, 10**7))", ("(10000000, 10000000)",)),
    "file": ("return open('of nobody.txt')", ()),
    "outside a loop": ("break", ("`break`",)),
}


@pytest.mark.parametrize("case", CASES)
def test_what_really_happens_is_explained(case: str) -> None:
    code, facts = CASES[case]
    english, japanese = explained(body(code))
    assert_says((english, japanese), *facts)
    assert not english[0].islower()
    assert english.endswith((".", "?"))
    assert japanese.endswith("。")


@pytest.mark.parametrize(
    ("source", "facts"),
    [
        ("def f():\n    return np.ones(2)\n", ("`np`", "`import numpy as np`")),
        ("import numpy\n\ndef f():\n    return np.ones(2)\n", ("`np`", "`numpy`")),
        ("def f():\n    return W\n\ndef g():\n    W = 1\n", ("`W`", "`g`")),
        ("x = later()\n\ndef later():\n    pass\n", ("`later`",)),
        ("x = 1\ndef f():\n    x += 1\n", ("`x`", "3")),
        ("return 3\n", ("`return`",)),
    ],
)
def test_names_are_looked_for_in_the_whole_file(source: str, facts: tuple[str, ...]) -> None:
    assert_says(explained(source), *facts)


CLASS = "class Layer:\n    def __init__(self, lr):\n        self.lr = lr\n\n"


@pytest.mark.parametrize(
    ("methods", "facts"),
    [
        ("def step(self):\n    return lr", ("`lr`", "`self.lr`")),
        ("def step(self):\n    return self.lrr", ("`Layer`", "`lrr`", "`lr`")),
        (
            "def step(self):\n    return self.y\ndef forward(self):\n    self.y = 1",
            ("`y`", "`forward`"),
        ),
        ("def step(): return 1", ("`Layer.step`", "`self`")),
        ("def step(self, x, y): return 1", ("`Layer.step`", "`x`", "`y`")),
    ],
)
def test_objects_of_the_students_own_classes(methods: str, facts: tuple[str, ...]) -> None:
    source = f"{CLASS}{indent(methods, '    ')}\n\ndef f():\n    return Layer(1).step()\n"
    assert_says(explained(source), *facts)


@pytest.mark.parametrize(
    ("parameters", "facts"),
    [("x, rate", ("`f`", "1", "`rate`")), ("", ("`f`", "1", "0"))],
)
def test_a_changed_first_line_is_told_from_the_students_own_calls(
    parameters: str, facts: tuple[str, ...]
) -> None:
    said = explained(body("return 1", parameters), x=1.0)
    assert_says(said, *facts)
    assert "exercise" in said[0]
    assert "演習" in said[1]


@pytest.mark.parametrize(
    ("kinds", "fact"),
    [
        (("PermissionError", "OSError", "Exception"), "network"),
        (("gaierror", "OSError", "Exception"), "network"),
        (("FileNotFoundError", "OSError", "Exception"), "no such file"),
    ],
)
def test_what_the_sandbox_refuses(kinds: Sequence[str], fact: str) -> None:
    error = RaisedError(kinds[0], tuple(kinds), "[Errno 1] Operation not permitted", 1)
    said = explain_exception(error, "open('x')\n", None)
    assert said is not None
    assert fact in translate(said, "en")


FRAGMENTS = [
    *("shapes ", "(2,3)", "()", "(9", " and ", " not aligned", "operands could not be broadcast"),
    *(
        " together with shapes ",
        "axis 1 is out of bounds for array of dimension ",
        "0",
        "-7",
        "'x'",
    ),
    *("name '", "' is not defined", "cannot access local variable '", "'", "index ", "{place}"),
    *(" is out of bounds for axis ", " with size ", "module 'numpy' has no attribute '", "___1"),
    *("' object has no attribute '", "NoneType", "`", "\n", "\x1b[2J", "f() takes ", "%s", "９"),
    *(" positional arguments but ", "cannot reshape array of size ", " into shape ", "9" * 5000),
]
KINDS = ["ValueError", "TypeError", "IndexError", "NameError", "AxisError", "KeyError", "OSError"]
SOURCES = [
    "x = 1\n",
    "def f(x):\n    return x @ x.T - y[0] / z\n",
    "class A:\n    def f(self): self.x; f(1)(2)[3]\n",
    "def f(",
    "x = '\x00'",
    "(" * 3000,
]


@given(
    kind=st.one_of(st.sampled_from(KINDS), st.text()),
    bases=st.lists(st.one_of(st.sampled_from(KINDS), st.text()), max_size=3),
    message=st.one_of(st.lists(st.sampled_from(FRAGMENTS)).map("".join), st.text()),
    line=st.one_of(st.none(), st.integers(-3, 10**20)),
    source=st.one_of(st.sampled_from(SOURCES), st.text()),
)
def test_whatever_is_claimed_nothing_raises_or_gets_long(
    kind: str, bases: list[str], message: str, line: int | None, source: str
) -> None:
    error = RaisedError(kind, tuple(bases), message, line)
    said = explain_exception(error, source, step_of(x=np.ones((2, 3))))
    if said is None:
        return
    for language in LANGUAGES:
        text = translate(said, language)
        assert text.isprintable()
        assert len(text) < 1_200


@pytest.mark.parametrize(
    ("kind", "message"),
    [
        ("ValueError", "operands could not be broadcast together with shapes " + "(1,1) " * 300),
        ("TypeError", "f() missing 1 required positional argument: " + "'a', " * 300),
        ("NameError", "name '" + "a" * 1_900 + "' is not defined"),
        ("ValueError", "cannot reshape array of size 6 into shape (" + "9," * 90 + "9)"),
        ("KeyError", "'" + "k" * 1_900 + "'"),
    ],
)
def test_long_messages_are_answered_at_once(kind: str, message: str) -> None:
    said = explain_exception(RaisedError(kind, (kind,), message, 1), "x = 1\n", None)
    assert said is None or len(translate(said, "en")) < 1_200
