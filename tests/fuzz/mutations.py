"""Students' files: answers to the course's exercises, with a few tokens changed."""

from __future__ import annotations

import io
import tokenize
from pathlib import Path
from typing import NamedTuple

from hypothesis import strategies as st

from grader.course.blanks import render_exercise, solution_without_markers
from grader.course.catalog import load_course

ROOT = Path(__file__).resolve().parents[2]

LAYER = '''class Affine:
    """全結合層。"""

    def __init__(self, W):
        self.W = W

    @property
    def shape(self):
        return self.W.shape  # blank: self.W.shape

    def backward(self, x, d_out):
        for row in x:
            # blank
            d_W = x.T @ d_out
            print(d_W)
            # end blank
        else:
            d_W = f"{x!r:>{d_out}}" 'a'
        return d_out @ self.W.T, [d_W, {"d": -d_W}]  # blank: self.W.T ; -d_W


@staticmethod
def double(x, /, *, by=2):
    # blank
    x = by * x
    # end blank
    print(x); "doc"
    y = x
    # blank
    return y  # x
    # end blank
'''


class Exercise(NamedTuple):
    """A marked solution, the template made from it, and an answer to it."""

    solution: str
    template: str
    answer: str


def _exercise(name: str, solution: str) -> Exercise:
    return Exercise(
        solution,
        render_exercise(solution, f"{name}.py", name),
        solution_without_markers(solution, f"{name}.py"),
    )


EXERCISES = {
    "affine": _exercise("affine", LAYER),
    **{
        exercise.name: _exercise(exercise.name, exercise.solution_path.read_text(encoding="utf-8"))
        for exercise in load_course(ROOT).exercises
    },
}

# What may stand between two tokens, and where it may not, what a careless editor puts there.
GAPS = [
    *(" ", "", "\t", "\x0c", "\\\n", "\\\n\\\n ", "\n", "\n\n    ", "\n\x0c    ", "\r\n", "\r"),
    *("\r\n\t", "  # 注 ___\n", "\\\r\n", "\n\\\n    "),
]
ODD = [
    *("\ufeff", "\0", "\x1a", "\u3000", "\u200b", "\u2028", "\x85", "\xa0", "\ud800", "²", "ﬁ"),
    *("＿", "𝐱"),
]
PIECES = [
    *("(", ")", "[", "]", "{", "}", ":", ";", ",", "=", "*", "**", "->", ":=", "@", "...", "!"),
    *("$", "?", "___", "___1", "___2", "___3", "x", "_", "0", "0x", "1_0", "1e999", "1j", "0777"),
    *("'", '"', "'''", '"""', "'a'", "b''", "rb'\\'", "f'{x}'", "f'{x!r:{y}}'", "f'{"),
    *("f'{f\"{x}\"}'", "f'''{\nx}\n'''", "lambda: 0", "(y := x)", "case _:", "type X = int\n"),
    *("match x:\n        case [1, *_]: pass\n", "def g[T](): pass\n", "class C: pass\n"),
    *("@x\n", "@ \\\n x\n", "async ", "await x", "yield", "return", "if x: ", "else: ", "elif x: "),
    *("for _ in x: ", "while x: ", "with x as y: ", "try: ", "except* E: ", "finally: ", "del x"),
    *("print(x)", "print", "import x", "global x", "pass", "x; y", ";;", "\n    x\n    "),
    *("#", "# blank\n", "# end blank\n", "# blank: x\n", "\n    if x:\n        print(x)\n    "),
    *("(" * 90, "[" * 210, "-" * 3_000, "not " * 300, "x" * 6_000, "x." * 1_500, "a +" * 800),
    *("\n" + " " * 120, "\n" + "\t" * 110, "if x:" * 50, "(yield " * 30 + ")" * 30),
    *("lambda:" * 400, "'a' " * 900, "{" * 60 + "}" * 60, "(-" * 150 + "x" + ")" * 150),
]


def pieces_of(source: str) -> list[str]:
    """Split source into tokens and what stands between them; joined, they are the source again."""
    pieces: list[str] = []
    lines = source.splitlines(keepends=True)
    line, column = 1, 0
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        row, start = token.start
        if token.end < (line, column) or row > len(lines):
            continue
        gap = lines[line - 1][column:] if row > line else lines[line - 1][column:start]
        gap += "".join(lines[line : row - 1]) + (lines[row - 1][:start] if row > line else "")
        pieces += [gap, token.string]
        line, column = token.end
    return pieces


@st.composite
def mutated(draw: st.DrawFn, source: str) -> str:
    """A text with one to four of its pieces deleted, doubled, swapped, or others put in."""
    pieces = pieces_of(source)
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(pieces) - 2))
        length = draw(st.sampled_from([1, 1, 2, 4, 12]))
        other = draw(st.integers(0, len(pieces) - 1))
        match draw(st.sampled_from(["delete", "double", "swap", "piece", "gap", "gap", "odd"])):
            case "delete" if len(pieces) > length + 2:
                del pieces[at : at + length]
            case "double":
                pieces[at:at] = pieces[at : at + length]
            case "swap":
                pieces[at], pieces[other] = pieces[other], pieces[at]
            case "piece":
                pieces[at:at] = [" ", draw(st.sampled_from(PIECES)), " "]
            case "gap":
                pieces.insert(at, draw(st.sampled_from(GAPS)))
            case _:
                pieces.insert(at, draw(st.sampled_from(ODD)))
    return draw(_as_saved("".join(pieces)))


@st.composite
def _as_saved(draw: st.DrawFn, text: str) -> str:
    way = draw(st.sampled_from(["as it is"] * 8 + ["CRLF", "CR", "tabs", "BOM", "cut", "wide"]))
    match way:
        case "CRLF":
            return text.replace("\n", "\r\n")
        case "CR":
            return text.replace("\n", "\r")
        case "tabs":
            return text.replace("        ", "\t")
        case "BOM":
            return "\ufeff" + text
        case "cut":
            return text[: draw(st.integers(0, len(text)))]
        case "wide":
            return text.replace("    ", " " * draw(st.integers(1, 40)))
    return text


def answers() -> st.SearchStrategy[tuple[str, str]]:
    """A template, and a mutated answer or copy of it."""
    return st.sampled_from(list(EXERCISES.values())).flatmap(
        lambda exercise: st.tuples(
            st.just(exercise.template), mutated(exercise.answer) | mutated(exercise.template)
        )
    )


def solutions() -> st.SearchStrategy[str]:
    """A mutated solution, its markers among the tokens."""
    return st.sampled_from(list(EXERCISES.values())).flatmap(
        lambda exercise: mutated(exercise.solution)
    )
