from __future__ import annotations

import ast
import warnings

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.judge.syntax import explain_syntax
from grader.words import LANGUAGES, Sentence, translate


def refused(source: str) -> SyntaxError | None:
    """The error Python really gives for a file."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            ast.parse(source)
        except SyntaxError as error:
            return error
        except (ValueError, RecursionError, MemoryError):
            return None
    return None


def explanation(source: str) -> Sentence | None:
    error = refused(source)
    assert error is not None
    return explain_syntax(error, source)


def explained(source: str) -> tuple[str, str]:
    """What is said about a file that Python cannot read, in English and Japanese."""
    said = explanation(source)
    assert said is not None
    english, japanese = (translate(said, language) for language in LANGUAGES)
    return english, japanese


# The file, and what both languages have to mention.
CASES: dict[str, tuple[str, tuple[str, ...]]] = {
    "full-width brackets": ("y = 1\nx = f（1）\n", ("2", "`（`", "`(`", "`）`", "`)`")),
    "full-width equals": ("x＝1\n", ("1", "2", "`＝`", "`=`")),
    "full-width colon": ("if x：\n  pass\n", ("5", "`：`", "`:`")),
    "full-width comma": ("x = [1，2]\n", ("7", "`，`", "`,`")),
    "Japanese comma": ("x = [1、2]\n", ("7", "`、`", "`,`")),
    "full-width digits": ("x = ２＋３\n", ("`２`", "`2`", "`＋`", "`+`", "`３`", "`3`")),
    "column after a Japanese string": ('s = "ああ" ＋ "い"\n', ("10", "`＋`", "`+`")),
    "full-width signs in a string are fine": ('s = "（）" ＋ s\n', ("10", "`＋`", "`+`")),
    "no-break space": ("x\u00a0= 1\n", ("2", "U+00A0")),
    "zero-width space": ("x = 1\u200b\n", ("6", "U+200B")),
    "byte order mark inside": ("x =\ufeff1\n", ("4", "U+FEFF")),
    "typographic quotes": ("x = “a”\n", ("5", "`“`", '`"`')),
    "typographic apostrophes": ("x = ‘a’\n", ("5", "`‘`", "`'`")),
    "typographic end of a string": ("x = 'a’\n", ("7", "`’`")),
    "minus sign": ("x = 1 −2\n", ("7", "`−`", "`-`")),
    "times sign": ("x = 3 × 4\n", ("`×`", "`*`")),
    "less or equal": ("if a ≤ b:\n  pass\n", ("`≤`", "`<=`")),
    "character without meaning": ("x = √2\n", ("5", "`√`")),
    "colon of def": ("def f(x)\n    return x\n", ("`def`", "`:`")),
    "colon of else": ("if x:\n  y\nelse\n  z\n", ("`else`", "`:`")),
    "else if": ("if x:\n  y\nelse if z:\n  w\n", ("`else if`", "`elif`")),
    "comparison": ("if x = 1:\n  pass\n", ("`=`", "`==`")),
    "assignment to an expression": ("a + b = c\n", ("`=`", "`==`")),
    "assignment in a call": ("f(a=1, b.c=2)\n", ("`=`", "`==`")),
    "open bracket": ("y = 1\nx = np.sum(np.exp(x)\nz = 2\n", ("`(`", "`)`", "2", "11")),
    "open square bracket": ("x = [1,\n  2\ny = 3\n", ("`[`", "`]`", "1", "5")),
    "open bracket before a colon": ("if (a == 1:\n  pass\n", ("`(`", "`)`", "1", "4")),
    "bracket too many": ("x = np.sum(x))\n", ("`)`", "14")),
    "wrong bracket": ("x = (1,\n 2]\n", ("`(`", "`]`", "1")),
    "unexpected indent": ("x = 1\n  y = 2\n", ()),
    "no block": ("x = 1\ndef f():\nreturn 1\n", ("2",)),
    "unindent": ("if x:\n        y = 1\n    z = 2\n", ()),
    "else alone": ("x = 1\nelse:\n  y\n", ("`else`",)),
    "blank half replaced": ("return ___1 2\n", ("`___1`",)),
    "blank beside an operator": ("x = ___ +\n", ("`___`",)),
    "prompt": (">>> x = 1\n", ("`>>>`",)),
    "prompt of a block": ("... x\n", ("`...`",)),
    "merge conflict": ("x = 1\n<<<<<<< HEAD\ny = 1\n=======\n", ("`<<<<<<<`", "`=======`")),
    "Markdown": ("```python\nx = 1\n```\n", ()),
    "notebook": ("%matplotlib inline\n", ("`%`",)),
    "LaTeX fraction": ("x = \\frac{1}{2}\n", ("`\\frac`", "LaTeX")),
    "LaTeX index": ("x = α_{1}\n", ("`_{`", "LaTeX")),
    "LaTeX formula": ("x = $y$\n", ("`$y$`", "LaTeX")),
    "backslash": ("x = 1 \\ \ny = 2\n", ()),
    "print": ("print x\n", ("`print`", "Python 2")),
    "string": ("x = f('abc)\n", ("7",)),
    "string of three": ("x = 1\ny = '''abc\n", ("2",)),
    "f-string": ("x = f'{}'\n", ("`{`", "`}`")),
    "number before a name": ("x = 2y\n", ("5", "`*`")),
    "leading zero": ("x = 01\n", ("0",)),
    "and": ("x = a && b\n", ("`&&`", "`and`")),
    "increment": ("x++\n", ("`++`", "`+= 1`")),
    "greater or equal": ("if x => 3:\n  pass\n", ("`=>`", "`>=`")),
    "reserved word": ("lambda = 0.1\n", ("`lambda`",)),
    "reserved word as parameter": ("f(lambda=0.1)\n", ("`lambda`",)),
    "mistyped return": ("retrun x\n", ("`retrun`", "`return`")),
    "mistyped from": ("form numpy import exp\n", ("`form`", "`from`")),
    "missing comma": ("x = np.sum(x axis=1)\n", ("12",)),
    "side by side": ("x = y z\n", ("`y`", "`z`")),
    "line breaks off": ("x = a *\n", ("`*`",)),
    "one operator too many": ("x = a * / b\n", ("9", "`/`")),
    "if without else": ("x = 3 if y\n", ("`else`",)),
    "order of arguments": ("f(a=1, 2)\n", ()),
    "def without brackets": ("def f:\n  pass\n", ("`def`",)),
}


@pytest.mark.parametrize("case", CASES)
def test_what_python_refuses_is_explained(case: str) -> None:
    source, facts = CASES[case]
    english, japanese = explained(source)
    for fact in facts:
        assert fact in english
        assert fact in japanese
    assert english.endswith((".", "?"))
    assert japanese.endswith("。")


@pytest.mark.parametrize("source", ["x =　1\n", "if x:\n    y\n  　z\n", "　x = 1\n", "x = 1　\n"])
def test_a_full_width_space_is_named_with_its_place(source: str) -> None:
    line, column = next(
        (number, text.index("　") + 1)
        for number, text in enumerate(source.split("\n"), 1)
        if "　" in text
    )
    english, japanese = explained(source)
    assert english.startswith(f"Line {line}, column {column}: there is a full-width space.")
    assert japanese.startswith(f"{line} 行目の {column} 文字目: 全角スペースがあります。")


@pytest.mark.parametrize(
    "source", ["if x:\n\ty=1\n        z=2\n", "def f():\n\tx = 1\n    y = 2\n"]
)
def test_tabs_and_spaces(source: str) -> None:
    english, japanese = explained(source)
    assert "tabs" in english
    assert "タブ" in japanese


@pytest.mark.parametrize(
    "source", ["x = [i for i in]\n", "return return x\n", "x = a b c \x1b[2J\n"]
)
def test_what_is_quoted_can_be_shown(source: str) -> None:
    said = explanation(source)
    assert said is None or translate(said, "en").isprintable()


def test_an_arrow_function_is_not_taken_for_a_comparison() -> None:
    assert "`>=`" not in explained("f = lambda x => x\n")[0]


def test_an_error_without_a_place_is_left_to_python() -> None:
    assert explain_syntax(SyntaxError("source code string cannot contain null bytes"), "\0") is None
    assert explain_syntax(SyntaxError("invalid syntax", ("f", 9, 1, "x", 9, 2)), "x\n") is None


PIECES = [
    *(
        "x",
        "=",
        "1",
        "2y",
        "(",
        ")",
        "[",
        "}",
        ":",
        "\n",
        "    ",
        "\t",
        "　",
        "（",
        "：",
        "def ",
        "if ",
    ),
    *(
        "else",
        " if ",
        "___1",
        ">>> ",
        "<<<<<<<",
        "\\frac",
        "$",
        "^{",
        "'",
        '"',
        "“",
        "’",
        "f'{",
        "#",
    ),
    *(
        "print x",
        "lambda",
        "&&",
        "++",
        "\u200b",
        "\ufeff",
        "\x0c",
        "\r",
        "\u2028",
        "`",
        "\\",
        ",",
        ".",
    ),
]


@given(st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PIECES), max_size=12).map("".join)))
def test_whatever_python_refuses_nothing_raises(source: str) -> None:
    error = refused(source)
    said = explain_syntax(error, source) if error is not None else None
    for language in LANGUAGES if said is not None else ():
        assert said is not None
        text = translate(said, language)
        assert text.isprintable()
        assert len(text) < 600
