import ast
from textwrap import dedent

import pytest

from grader.course.blanks import Blank, find_blanks, solution_without_markers
from grader.errors import CourseError
from grader.words import LANGUAGES, translate

RNN_DELTA = '''"""RNN の誤差。"""
import numpy as np


def rnn_delta(delta_next, delta_out, W, W_out, u):
    """一つ前の時刻に戻す誤差。 # blank: u"""
    記号 = "# blank"
    return (delta_next @ W.T + delta_out @ W_out.T) * d_sigmoid(u)  # blank: D @ W.T ; d_sigmoid(u)
'''.replace("D @", "delta_next @")

SOFTMAX = '''def softmax(x):
    if x.ndim == 1:  # blank: x.ndim == 1
        # blank
        # 桁あふれを防ぐ
        x = x - np.max(x)

        note = """最大値を
引く"""
        # end blank
    return np.exp(x) / total(x)  # blank: total(x)
'''


def inside(*lines: str) -> str:
    return "def f(x, y):\n" + "".join(f"    {line}\n" for line in lines)


def test_expressions_are_found_behind_japanese_text() -> None:
    first, second = find_blanks(RNN_DELTA, "rnn_delta.py")
    assert (first.label, first.kind, first.line, first.fill) == (
        "1",
        "expression",
        8,
        "delta_next @ W.T",
    )
    assert (second.label, second.line, second.fill) == ("2", 8, "d_sigmoid(u)")
    assert RNN_DELTA[second.start : second.end] == "d_sigmoid(u)"


def test_columns_are_counted_in_characters() -> None:
    source = inside("""記号 = "日本語"; z = g("日本", x)  # blank: g("日本", x)""")
    (blank,) = find_blanks(source, "f.py")
    assert source[blank.start : blank.end] == blank.fill == 'g("日本", x)'


def test_a_fenced_block_is_given_without_its_indentation() -> None:
    labels = [(blank.label, blank.kind) for blank in find_blanks(SOFTMAX, "softmax.py")]
    assert labels == [("1", "expression"), ("2", "block"), ("3", "expression")]
    block = find_blanks(SOFTMAX, "softmax.py")[1]
    assert block.line == 4
    assert block.fill == ('# 桁あふれを防ぐ\nx = x - np.max(x)\n\nnote = """最大値を\n引く"""')
    assert SOFTMAX[block.start :].startswith("# 桁あふれ")


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_line_ends_and_tabs_of_other_systems(newline: str) -> None:
    source = SOFTMAX.replace("    ", "\t").replace("\n", newline)
    blanks = find_blanks(source, "softmax.py")
    assert [blank.line for blank in blanks] == [2, 4, 10]
    assert ast.dump(ast.parse(blanks[1].fill)) == ast.dump(
        ast.parse(find_blanks(SOFTMAX, "softmax.py")[1].fill)
    )


@pytest.mark.parametrize(
    ("statement", "fill"),
    [
        ("return x  +  y  # blank: x + y", "x  +  y"),
        ('return g(";#", x)  # blank: ";#"', '";#"'),
        ("return (y := x + 1) * 2  # blank: y := x + 1", "y := x + 1"),
        ("return x, y  # blank: x, y", "x, y"),
        ("x[y + 1] = 3  # blank: y + 1", "y + 1"),
        ("x += y * 2  # blank: y * 2", "y * 2"),
        ("return lambda v: v + 1  # blank: v + 1", "v + 1"),
        ("return x  #blank:x", "x"),
        ('return f"日本{x}" + y  # blank: y', "y"),
    ],
)
def test_expressions_of_all_kinds(statement: str, fill: str) -> None:
    (blank,) = find_blanks(inside(statement), "f.py")
    assert blank.fill == fill


def test_a_marker_belongs_to_the_whole_statement_it_stands_on() -> None:
    source = inside("return g(", "    x * 2,  # blank: x * 2", "    y + 1,", ")  # blank: y + 1")
    assert [(b.fill, b.line) for b in find_blanks(source, "f.py")] == [("x * 2", 3), ("y + 1", 4)]


def test_the_body_of_a_compound_statement_is_not_part_of_its_header() -> None:
    source = inside("for i in range(x):  # blank: range(x)", "    y += range(x)")
    (blank,) = find_blanks(source, "f.py")
    assert blank.line == 2


def test_a_call_that_is_the_whole_statement_is_a_block() -> None:
    (blank,) = find_blanks(inside("np.add(x, y, out=x)  # blank: np.add(x, y, out=x)"), "f.py")
    assert blank.kind == "block"


def test_comments_that_only_resemble_markers_are_left_alone() -> None:
    source = inside("# blank lines follow", 'z = "# blank: x"', "return x  # blank: x")
    assert [blank.fill for blank in find_blanks(source, "f.py")] == ["x"]


ERRORS = {
    "colon forgotten": (inside("return x  # blank x"), "unclear_marker", 2),
    "misspelt": (inside("y = x  # blnk: x", "return y  # blank: y"), "unclear_marker", 2),
    "misspelt fence": (inside("# balnk", "y = x", "# end blank", "return y"), "unclear_marker", 2),
    "not Python": ("def f(:\n", "not_python", 1),
    "no blanks": ("def f():\n    return 1\n", "none", 1),
    "no match": (inside("return x + y  # blank: y + x"), "no_match", 2),
    "a store is not an expression": (inside("x = y  # blank: x"), "no_match", 2),
    "inside an f-string": (inside('return f"{x}"  # blank: x'), "no_match", 2),
    "a pattern": (inside("match x:", "    case 1:  # blank: 1", "        pass"), "no_match", 3),
    "a generator shares parentheses": (
        inside("return sum(i for i in x)  # blank: (i for i in x)"),
        "no_match",
        2,
    ),
    "several": (inside("return x + x  # blank: x"), "several_matches", 2),
    "no expression": (inside("return x  # blank:"), "not_an_expression", 2),
    "broken expression": (inside("return x  # blank: x +"), "not_an_expression", 2),
    "unclosed bracket": (inside("return (x)  # blank: (x"), "not_an_expression", 2),
    "empty part": (inside("return x  # blank: x ;"), "not_an_expression", 2),
    "on its own line": (inside("# blank: x", "return x"), "no_statement", 2),
    "twice the same": (inside("return x  # blank: x ; x"), "overlap", 2),
    "one in the other": (inside("return x + y  # blank: x + y ; y"), "overlap", 2),
    "expression in a fence": (
        inside("# blank", "y = x  # blank: x", "# end blank"),
        "overlap",
        3,
    ),
    "nested": (inside("# blank", "# blank", "x = 1", "# end blank"), "fence_nested", 3),
    "only an end": (inside("x = 1", "# end blank"), "fence_not_opened", 3),
    "no end": (inside("# blank", "x = 1"), "fence_not_closed", 2),
    "empty": (inside("# blank", "# only a comment", "# end blank", "return x"), "fence_empty", 2),
    "behind code": (inside("x = 1  # blank", "# end blank"), "fence_not_alone", 2),
    "inside brackets": (inside("x = [", "# blank", "1,", "# end blank", "]"), "fence_not_alone", 3),
    "only a header": (inside("# blank", "if x:", "    # end blank", "    y = 1"), "fence_cuts", 2),
    "with else": (
        inside("if x:", "    # blank", "    y = 1", "else:", "    y = 2", "    # end blank"),
        "fence_cuts",
        3,
    ),
    "from else": (
        inside("if x:", "    y = 1", "    # blank", "else: y = 2", "# end blank"),
        "fence_cuts",
        4,
    ),
    "out of a block": (
        inside("if x:", "    # blank", "    y = 1", "x = 2", "# end blank"),
        "fence_cuts",
        3,
    ),
    "top level": ("rate = 1  # blank: 1\n", "outside_function", 1),
    "top-level block": ("# blank\nrate = 1\n# end blank\n", "outside_function", 1),
    "default value": ("def f(x=3):  # blank: 3\n    return x\n", "outside_function", 1),
    "class attribute": ("class A:\n    rate = 3  # blank: 3\n", "outside_function", 2),
    "glued before": (inside("return(x, y)  # blank: (x, y)"), "touches_word", 2),
    "glued behind": (inside("return [x]if y else 1  # blank: [x]"), "touches_word", 2),
    "shared line": (inside("x = 1; g(x)  # blank: g(x)"), "shares_line", 2),
    "reserved": (inside("___1 = x", "return x  # blank: x"), "reserved_name", 2),
}


@pytest.mark.parametrize(("source", "key", "line"), ERRORS.values(), ids=ERRORS)
def test_unsound_markers_are_refused_with_their_place(source: str, key: str, line: int) -> None:
    with pytest.raises(CourseError) as caught:
        find_blanks(source, "day1/f.py")
    assert caught.value.sentence.name == f"blanks.{key}"
    for language in LANGUAGES:
        assert translate(caught.value.sentence, language).startswith(f"day1/f.py:{line}: ")


def test_the_solution_reads_well_without_markers() -> None:
    assert solution_without_markers(SOFTMAX, "softmax.py") == dedent('''\
        def softmax(x):
            if x.ndim == 1:
                # 桁あふれを防ぐ
                x = x - np.max(x)

                note = """最大値を
        引く"""
            return np.exp(x) / total(x)
        ''')
    assert "W_out.T) * d_sigmoid(u)\n" in solution_without_markers(RNN_DELTA, "rnn_delta.py")
    assert 'u"""\n' in solution_without_markers(RNN_DELTA, "rnn_delta.py")


def test_offsets_point_at_the_fill() -> None:
    for blank in find_blanks(SOFTMAX, "softmax.py"):
        assert isinstance(blank, Blank)
        if blank.kind == "expression":
            assert SOFTMAX[blank.start : blank.end] == blank.fill
