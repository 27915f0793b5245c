"""Random fills and reformattings of solutions come back as they were put in.

The solutions are those of the course, and a few that go further than its exercises do so far.
"""

import ast
import io
import random
import tokenize
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from grader.course.blanks import (
    BlankKind,
    align,
    fill_template,
    find_blanks,
    is_current,
    render_exercise,
    solution_without_markers,
    substitute,
)
from grader.course.catalog import load_course

SOFTMAX = '''import numpy as np


def softmax(x):
    """ソフトマックス関数。桁あふれを防ぐために最大値を引く。

    x: (n, k) の配列。"# blank" はここでは印ではない。
    """
    # blank
    largest = np.max(x, axis=-1, keepdims=True)  # 行ごとの最大値
    shifted = x - largest
    # end blank
    exponentials = np.exp(shifted)  # blank: shifted
    total = np.sum(exponentials, axis=-1, keepdims=True)  # blank: True ; -1
    return exponentials / total  # blank: total
'''

RNN_DELTA = '''import numpy as np


def d_sigmoid(u):
    """シグモイド関数の微分。"""
    y = 1 / (1 + np.exp(-u))
    return y * (1 - y)


def rnn_delta(delta_next, delta_out, W, W_out, u):
    """一つ前の時刻に戻す誤差。"""
    return (delta_next @ W.T + delta_out @ W_out.T) * d_sigmoid(u)  # blank: D @ W.T ; d_sigmoid(u)
'''.replace("D @", "delta_next @")

L2_GRADIENT = '''def l2_gradient(grad, param, rate):
    """荷重減衰（weight decay）を加えた勾配。"""
    return grad + rate * param  # blank: param
'''

NESTED = '''def numerical_gradient(function, x, h=1e-4):
    """数値微分。"""

    def difference(index):
        """中心差分を返す。"""
        original = x[index]
        # blank
        x[index] = original + h
        above = function(x)
        if above is None:
            raise ValueError("関数が値を返しません")
        # end blank
        x[index] = original - h  # blank: original - h
        below = function(x)
        x[index] = original
        return (above - below) / (2 * h)  # blank: above - below ; 2 * h

    return [difference(i) for i in range(len(x))]  # blank: range(len(x))
'''

AFFINE = '''class Affine:
    """全結合層。"""

    def __init__(self, W, b):
        self.W, self.b = W, b
        self.x = None

    def forward(self, x):
        """順伝播。"""
        self.x = x
        return x @ self.W + self.b  # blank: x @ self.W

    def backward(self, d_out):
        """逆伝播。"""
        # blank
        self.d_W = self.x.T @ d_out
        self.d_b = d_out.sum(axis=0)
        # end blank
        return d_out @ self.W.T  # blank: self.W.T
'''

ROOT = Path(__file__).resolve().parents[3]
SOLUTIONS = {
    "softmax": SOFTMAX,
    "rnn_delta": RNN_DELTA,
    "l2_gradient": L2_GRADIENT,
    "numerical_gradient": NESTED,
    "affine": AFFINE,
    **{
        exercise.id: exercise.solution_path.read_text(encoding="utf-8")
        for exercise in load_course(ROOT).exercises
    },
}
EXAMPLES = 70

ATOMS = st.sampled_from(
    ["a", "b_1", "変数", "0", "1e-3", "2j", "None", "'#'", '"___"', "'''\n  # 日\n'''", "b'\\n'",
     'f"{a!r:>{b}} # {c[0]}"', "[]", "()", "{'k': 1}", "a.T", "..."]
)  # fmt: skip


def _compound(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    forms = st.sampled_from(
        ["a({0})", "{0} * {1}", "{0} ** {1}", "{0} if {1} else b", "a[{0}]", "a[{0}:, ..., {1}]",
         "({0})", "({0}, {1})", "[\n{0},  # 注 ) ]\n\n{1}]", "a(\n  {0},\n*b, key={1},\n)", "-{0}",
         "{0} < {1} <= c", "lambda v, w=1: {0}", "not {0}", "{0} and {1}", "{{{0}: {1}}}",
         "[v for v in a({0}) if {1}]", "(v := {0})", "{0} @\\\n {1}", "a({0}).sum(axis={1})"]
    )  # fmt: skip
    return st.builds(lambda form, first, second: form.format(first, second), forms, inner, inner)


def _is_python(text: str) -> bool:
    try:
        ast.parse(text)
    except SyntaxError:
        return False
    return True


EXPRESSIONS = st.recursive(ATOMS, _compound, max_leaves=8).filter(lambda e: _is_python(f"({e})"))

SIMPLE = st.builds("c = {}".format, EXPRESSIONS) | st.builds("a({})".format, EXPRESSIONS)
HEADERS = st.sampled_from(["if a:", "for c in b:", "with a as b:", "while a:  # 注", "def c(v):"])
BLOCKS = st.recursive(
    SIMPLE | st.just("a = 1; b = 2") | st.just('a = """\n x # ___\n"""'),
    lambda inner: (
        st.builds("{}\n{}".format, inner, inner)
        | st.builds(lambda header, body: f"{header}\n{_indented(body)}", HEADERS, inner)
    ),
    max_leaves=5,
).filter(_is_python)


def _indented(body: str) -> str:
    # Lines inside strings and brackets move as well, which still is Python.
    return "".join(f"   {line}\n" for line in body.split("\n")).rstrip("\n")


def syntax(text: str, kind: BlankKind) -> str:
    """The tree of a fill; an expression may hold line breaks that need brackets around it."""
    return ast.dump(ast.parse(text if kind == "block" else f"({text})"))


def code(name: str, source: str) -> str:
    """The tree of what the solution defines, docstrings aside."""
    wanted = {getattr(node, "name", None) for node in ast.parse(SOLUTIONS[name]).body} - {None}
    module = ast.parse(source)
    for node in ast.walk(module):
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and ast.get_docstring(node):
            del node.body[0]
    return "\n".join(
        ast.dump(node) for node in module.body if getattr(node, "name", None) in wanted
    )


def reformatted(source: str, rng: random.Random) -> str:
    """The same code with other line breaks, comments, indentation and docstrings."""
    unit = rng.choice(["  ", "   ", "    ", "\t", "        "])
    written, level, bracket, literal, line_start = [""], 0, 0, 0, True
    previous = (1, 0)
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        name = tokenize.tok_name[token.type]
        level += (name == "INDENT") - (name == "DEDENT")
        if name in ("INDENT", "DEDENT", "NL", "COMMENT", "ENDMARKER"):
            continue
        if name == "NEWLINE":
            written.append(rng.choice(["\n", "\n\n", "  # 注 ___\n", "\n      # 注\n  \n"]))
            line_start = True
            continue
        same_line = token.start[0] == previous[0] and not line_start
        columns = token.start[1] - previous[1]
        gap = unit * level if line_start else " " * (columns if same_line else 1)
        if bracket and not literal:
            gap = rng.choice([gap, gap, gap, f"{gap}\n", f"{gap}\n\t ", " # ( ' 注\n  "])
        written += [gap, token.string]
        literal += name.endswith("STRING_START") - name.endswith("STRING_END")
        bracket += (token.string in "([{") - (token.string in ")]}") if name == "OP" else 0
        line_start, previous = False, token.end
    return "".join(written)


def surrounded(source: str) -> str:
    """The same code among imports, helpers and prints, with other docstrings."""
    for docstring in ('"""荷重減衰（weight decay）を加えた勾配。"""', '"""全結合層。"""'):
        source = source.replace(docstring, "'''My own\n  words: ___ # blank'''")
    before = "from math import *\nimport numpy\ndef helper(v):\n    return v\n\nclass C: pass\n"
    return f'{before}{source}\nprint("___1")\nif __name__ == "__main__":\n    helper(1)\n'


@st.composite
def answers(draw: st.DrawFn, name: str) -> tuple[str, dict[str, str]]:
    """A template with fills drawn for all of its blanks, and the fills."""
    source = SOLUTIONS[name]
    fills = {
        blank.label: draw(BLOCKS if blank.kind == "block" else EXPRESSIONS)
        for blank in find_blanks(source, f"{name}.py")
    }
    student = fill_template(render_exercise(source, f"{name}.py", name), fills)
    # `rate * lambda: 0` is a fill, but no Python.
    assume(_is_python(student))
    return student, fills


def check_round_trip(name: str, student: str, fills: dict[str, str]) -> None:
    source = SOLUTIONS[name]
    alignment = align(render_exercise(source, f"{name}.py", name), student)
    assert alignment.aligned
    assert [fill.label for fill in alignment.fills] == list(fills)
    for fill in alignment.fills:
        assert syntax(fill.text, fill.kind) == syntax(fills[fill.label], fill.kind)
        assert not fill.todo
        first = student[fill.start : fill.end].splitlines()[0]
        assert first in student.splitlines()[fill.line - 1]
        assert first == fill.text.splitlines()[0]
    reference = {blank.label: blank.fill for blank in find_blanks(source, f"{name}.py")}
    restored = substitute(student, alignment, reference)
    assert code(name, restored) == code(name, solution_without_markers(source, f"{name}.py"))


@pytest.mark.parametrize("name", SOLUTIONS)
@settings(max_examples=EXAMPLES, deadline=None)
@given(data=st.data())
def test_fills_come_back(name: str, data: st.DataObject) -> None:
    student, fills = data.draw(answers(name))
    check_round_trip(name, student, fills)
    template = render_exercise(SOLUTIONS[name], f"{name}.py", name)
    assert is_current(template, student)
    alignment = align(template, student)
    for fill in alignment.fills:
        if fill.kind == "expression":
            assert fill.text == fills[fill.label]


@pytest.mark.parametrize("name", SOLUTIONS)
@settings(max_examples=EXAMPLES, deadline=None)
@given(data=st.data(), rng=st.randoms(use_true_random=False), crlf=st.booleans())
def test_fills_come_back_from_reformatted_files(
    name: str, data: st.DataObject, rng: random.Random, crlf: bool
) -> None:
    student, fills = data.draw(answers(name))
    changed = surrounded(reformatted(student, rng))
    assume(_is_python(changed))
    assert code(name, changed) == code(name, student)
    check_round_trip(name, changed.replace("\n", "\r\n") if crlf else changed, fills)


@pytest.mark.parametrize("name", SOLUTIONS)
def test_the_solution_is_its_own_answer(name: str) -> None:
    source = SOLUTIONS[name]
    template = render_exercise(source, f"{name}.py", name)
    solution = solution_without_markers(source, f"{name}.py")
    alignment = align(template, solution)
    assert alignment.aligned
    for fill, blank in zip(alignment.fills, find_blanks(source, f"{name}.py"), strict=True):
        assert (fill.label, fill.kind) == (blank.label, blank.kind)
        assert syntax(fill.text, fill.kind) == syntax(blank.fill, blank.kind)
    assert is_current(template, solution)


@pytest.mark.parametrize("name", SOLUTIONS)
def test_an_untouched_template_is_all_todo(name: str) -> None:
    template = render_exercise(SOLUTIONS[name], f"{name}.py", name)
    alignment = align(template, template)
    assert alignment.aligned
    assert all(fill.todo for fill in alignment.fills)
    assert len(alignment.fills) == len(find_blanks(SOLUTIONS[name], f"{name}.py"))
