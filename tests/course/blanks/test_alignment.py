import pytest

from grader.course.blanks import Fill, align, is_current, substitute
from grader.errors import CourseError

HEADER = "# Fill in every ___, then run / ___ を埋めて実行:  grader check f\n"

L2 = (
    HEADER
    + '''import numpy as np


def l2_gradient(grad, param, rate):
    """荷重減衰を加えた勾配。"""
    return grad + rate * ___
'''
)

TWO = HEADER + "def f(a, b):\n    return ___1 - ___2\n"

LOOP = (
    HEADER
    + """def f(x):
    total = 0
    for i in x:
        total += ___1
    ___2
    return total
"""
)


def fills(template: str, student: str) -> dict[str, str] | None:
    alignment = align(template, student)
    return {fill.label: fill.text for fill in alignment.fills} if alignment.aligned else None


def in_l2(expression: str) -> str:
    return L2.replace("___\n", f"{expression}\n")


@pytest.mark.parametrize(
    "typed",
    [
        "param",
        "2 * param",
        "param ** 2",
        "param + 1",
        "(param)",
        "-param",
        "a if b else 0",
        'd["#"]',
        'g("___", \'"\')',
        "g(param,\n  1)",
        "[v for v in param]",
        "g(a)(b)[c].T",
        'f"{param!r:>{rate}}日本"',
        "param  # 主",
        "lambda: 0",
    ],
)
def test_a_fill_is_recovered_as_typed(typed: str) -> None:
    expected = typed.split("  #")[0]
    template = L2.replace("rate *", "rate,")
    alignment = align(template, in_l2(typed).replace("rate *", "rate,"))
    assert [fill.text for fill in alignment.fills] == [expected]
    assert not alignment.fills[0].todo


def test_a_fill_that_regroups_the_line_is_recovered() -> None:
    alignment = align(L2, in_l2("2 * param"))
    assert alignment.aligned
    student = in_l2("2 * param")
    start = student.index("2 * param")
    assert alignment.fills == (
        Fill("1", "expression", "2 * param", 7, start, start + 9, todo=False),
    )


@pytest.mark.parametrize("typed", ["___", "___ + 2", "2 * (___)", "g(___, param)"])
def test_a_fill_that_still_has_a_blank_is_todo(typed: str) -> None:
    alignment = align(L2, in_l2(typed))
    assert alignment.aligned
    assert [(fill.text, fill.todo) for fill in alignment.fills] == [(typed, True)]


def test_what_stands_around_the_functions_is_free() -> None:
    student = '''import math
from numpy import *

def helper(x):
    return x

@decorator
class Other: pass

def l2_gradient(grad, param, rate):
    """My own words."""
    # 主な式

    return (grad  # 勾配
        + rate * param)

if __name__ == "__main__":
    print("___")
'''.replace("(grad  # 勾配\n        + rate * param)", "grad + rate * param")
    assert fills(L2, student) == {"1": "param"}


def test_the_last_definition_of_a_name_counts() -> None:
    earlier = "def l2_gradient(grad, param, rate):\n    return 0\n"
    assert fills(L2, earlier + in_l2("param")) == {"1": "param"}
    assert fills(L2, in_l2("param") + earlier) is None


@pytest.mark.parametrize(
    "student",
    [
        "",
        "l2_gradient = max\n",
        in_l2("param").replace("grad + ", "grad - "),
        in_l2("param").replace("    return", "    grad = 1\n    return"),
        in_l2("param").replace("l2_gradient", "l1_gradient"),
        in_l2("param").replace("grad, param, rate", "grad, rate, param"),
        in_l2("param").replace("def ", "async def "),
        in_l2("param").replace("def ", "@cache\ndef "),
        in_l2("param; 1"),
    ],
)
def test_code_that_differs_beyond_the_blanks_is_not_aligned(student: str) -> None:
    assert fills(L2, student) is None


def test_code_in_another_block_is_not_aligned() -> None:
    filled = LOOP.replace("___1", "i").replace("___2", "total /= 2")
    assert fills(LOOP, filled) == {"1": "i", "2": "total /= 2"}
    assert fills(LOOP, filled.replace("    return", "        return")) is None
    assert fills(LOOP, filled.replace("    total /=", "        total /=")) is None


def test_leftover_blanks_are_reported_where_alignment_fails() -> None:
    rewritten = "def f(x):\n    y = ___2 + 日本\n    z = ___2 + ___7\n    return '___1'\n"
    alignment = align(LOOP, rewritten)
    assert not alignment.aligned
    start = rewritten.index("___2")
    assert alignment.fills == (Fill("2", "expression", "___2", 2, start, start + 4, todo=True),)


def test_source_that_is_not_python_is_not_aligned() -> None:
    assert align(L2, "def f(:\n").fills == ()
    assert not align(L2, "'''").aligned


def test_a_block_takes_several_statements() -> None:
    body = (
        "if total:\n        for i in x:\n            total -= i\n    else: pass\n"
        "    y = '''a\n b'''"
    )
    alignment = align(LOOP, LOOP.replace("___1", "i").replace("___2", body))
    assert alignment.aligned
    block = alignment.fills[1]
    assert (block.kind, block.line) == ("block", 6)
    assert block.text == (
        "if total:\n    for i in x:\n        total -= i\nelse: pass\ny = '''a\n b'''"
    )


@pytest.mark.parametrize("statements", ["y = 1; z = 2", "y = 1;"])
def test_semicolons_end_statements(statements: str) -> None:
    found = fills(LOOP, LOOP.replace("___1", "i").replace("___2", statements))
    if statements.endswith(";"):
        assert found is None
    else:
        assert found == {"1": "i", "2": statements}


def test_a_block_that_shares_its_line_is_not_aligned() -> None:
    student = LOOP.replace("___1", "i").replace("___2\n    return total", "y = 1; return total")
    assert fills(LOOP, student) is None


def test_readings_that_do_not_parse_are_ruled_out() -> None:
    assert fills(TWO, TWO.replace("___1 - ___2", "-a - -b")) == {"1": "-a", "2": "-b"}
    assert fills(TWO, TWO.replace("___1 - ___2", "a - (b - 1)")) == {"1": "a", "2": "(b - 1)"}


def test_an_ambiguous_line_is_not_aligned() -> None:
    assert fills(TWO, TWO.replace("___1 - ___2", "a - b - c")) is None
    assert fills(TWO, TWO.replace("___1 - ___2", "a" + " - a" * 1000)) is None


TREE = (
    HEADER
    + """def f(x, y):
    z = g(x, 'key') + ___1
    if x:
        ___2
    return (___3) * z
"""
)


@pytest.mark.parametrize(
    ("old", "new"),
    [("'key'", '"key"'), ("'key')", "'key',)"), ("g(x,", "(g)(x,"), ("if x:", "if (x):")],
)
def test_quotes_parentheses_and_trailing_commas_do_not_matter(old: str, new: str) -> None:
    student = (
        TREE.replace(old, new)
        .replace("___1", "g(y)")
        .replace("___2", "y = 1\n        x = y")
        .replace("___3", "y - 1")
    )
    assert fills(TREE, student) == {"1": "g(y)", "2": "y = 1\nx = y", "3": "y - 1"}


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("g((y + 1))", {"1": "(y + 1)"}),
        ("g(i for i in y)", {"1": "i for i in y"}),
        ("g((i for i in y))", {"1": "(i for i in y)"}),
        ("(g(\n  y +  # 主\n  1))", {"1": "y + 1"}),
    ],
)
def test_fills_found_on_the_tree_keep_their_own_parentheses(
    typed: str, expected: dict[str, str]
) -> None:
    template = "def f(y):\n    return 'a', g(___)\n"
    assert fills(template, f'def f(y):\n    return "a", {typed}\n') == expected


def test_parentheses_that_the_template_has_are_not_part_of_the_fill() -> None:
    student = TREE.replace("'key'", '"key"').replace("___1", "1").replace("___2", "y = 2")
    assert fills(TREE, student.replace("(___3)", "((y - 1))")) == {
        "1": "1",
        "2": "y = 2",
        "3": "(y - 1)",
    }
    # Without them another fill could not be put there as typed.
    assert fills(TREE, student.replace("(___3)", "y")) is None


def test_a_formatter_may_wrap_the_line() -> None:
    student = (
        "def l2_gradient(grad, param, rate):\n"
        "    return (\n        grad\n        + rate * param\n    )\n"
    )
    assert fills(L2, student) == {"1": "param"}


def test_one_line_functions_are_found_on_the_tree() -> None:
    student = "def l2_gradient(grad, param, rate): return grad + rate * param\n"
    assert fills(L2, student) == {"1": "param"}


def test_several_adjacent_blocks_are_ambiguous_only_when_they_are() -> None:
    template = "def f(x):\n    ___1\n    y = 'a'\n    ___2\n"
    student = 'def f(x):\n    a\n    y = "a"\n    b\n    c\n'
    assert fills(template, student) == {"1": "a", "2": "b\nc"}
    assert fills(template, student.replace("    c\n", '    y = "a"\n')) == {
        "1": "a",
        "2": 'b\ny = "a"',
    }
    assert fills(template, student.replace("    b\n", '    b\n    y = "a"\n')) is None


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_substituting_keeps_the_rest_of_the_file(newline: str) -> None:
    student = (
        LOOP.replace("___1", 'i["日本"]')
        .replace("___2", "if x:\n        pass\n    y = 1  # 主")
        .replace("    ", "\t")
        .replace("\n", newline)
    )
    alignment = align(LOOP, student)
    assert alignment.aligned
    assert substitute(student, alignment, {"1": "i", "2": "total *= 2"}) == (
        LOOP.replace("___1", "i")
        .replace("___2", "total *= 2  # 主")
        .replace("    ", "\t")
        .replace("\n", newline)
    )
    assert substitute(student, alignment, {}) == student


def test_substituting_an_unknown_label_is_refused() -> None:
    with pytest.raises(CourseError, match="no blank 2 here; the blanks are: 1"):
        substitute(in_l2("param"), align(L2, in_l2("param")), {"2": "x"})


def test_a_working_copy_is_current() -> None:
    assert is_current(L2, L2)
    assert is_current(L2, in_l2("g(\n        param)  # 主").replace("    ", "\n  "))
    assert is_current(LOOP, LOOP.replace("___1", "i").replace("___2", "x = 1\n    y = 2"))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("import numpy as np\n", ""),
        ("import numpy as np\n", "import numpy as np\nimport math\n"),
        ("荷重減衰", "減衰"),
        ("grad +", "grad -"),
    ],
)
def test_a_file_of_an_older_template_is_not_current(old: str, new: str) -> None:
    assert not is_current(L2, in_l2("param").replace(old, new))
