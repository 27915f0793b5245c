"""Attacks by the size and depth of the text that is to be parsed."""

from __future__ import annotations

from tests.attacks.attack import Place
from tests.attacks.building import NAME, RIGHT, WRONG, built, write_bytes
from tests.attacks.levels import ROOT


@built()
def long_line(place: Place) -> None:
    """Hands in a line of ten MB. Sizes are limited before parsing."""
    write_bytes(place, b"x = '" + b"a" * 10_000_000 + b"'\n" + RIGHT.encode())


@built()
def long_line_within_size(place: Place) -> None:
    """Hands in a line of 150 KB, within the size of a file. Lines have a limit of their own."""
    write_bytes(place, b"x = " + b"1+" * 75_000 + b"1\n" + RIGHT.encode())


@built(expects="harmless", slow=True)
def many_statements(place: Place) -> None:
    """Hands in as many statements as fit. They are executed one by one, in time."""
    write_bytes(place, b"0\n" * 95_000 + RIGHT.encode())


@built(slow=True)
def too_many_statements(place: Place) -> None:
    """Hands in half a million statements. The size is limited before parsing."""
    write_bytes(place, b"0\n" * 500_000 + RIGHT.encode())


@built(slow=True)
def many_imports(place: Place) -> None:
    """Imports ten thousand modules that are not there.

    They are passed over, and the first few told.
    """
    write_bytes(
        place, b"".join(b"import x%d\n" % number for number in range(10_000)) + WRONG.encode()
    )


@built()
def many_blanks(place: Place) -> None:
    """Leaves ten thousand blanks open. They are told in one sentence of bounded length."""
    blanks = "".join(f"    ___{number}\n" for number in range(10_000))
    place.write(NAME, f"def l2_gradient(grad, param, rate):\n{blanks}    return grad\n")


@built()
def deep_brackets(place: Place) -> None:
    """Nests two thousand brackets. The parser's limit is told as a verdict."""
    place.write(NAME, f"x = {'(' * 2000}0{')' * 2000}\n{RIGHT}")


@built()
def deep_operators(place: Place) -> None:
    """Nests operators, attributes, calls and lambdas deeper than recursion allows.

    Whatever walks the tree is guarded.
    """
    deep = "-" * 1200 + "1", "a" + ".a" * 2000, "f" + "()" * 2000, "lambda: " * 90 + "0"
    place.write(NAME, "".join(f"x = {text}\n" for text in deep) + RIGHT)


@built()
def deep_in_the_blank(place: Place) -> None:
    """Fills the blank with an expression nested deeper than recursion allows.

    Whatever aligns and substitutes it is guarded.
    """
    template = (ROOT / "exercises/day2/section3_overfitting/l2_gradient.py").read_text("utf-8")
    place.write(NAME, template.replace("___", "+".join(["-param"] * 600)))


@built()
def nearly_the_template(place: Place) -> None:
    """Repeats the template's lines so that aligning has many ways to go.

    Aligning takes bounded time.
    """
    template = (ROOT / "exercises/day2/section3_overfitting/l2_gradient.py").read_text("utf-8")
    fill = "grad + rate * (" * 40 + "param" + ")" * 40
    place.write(NAME, template.replace("___", fill) + "    return grad + rate * 0\n" * 300)


@built(slow=True)
def huge_constant(place: Place) -> None:
    """Writes constants that a compiler would compute for hours or terabytes.

    Python folds neither, and calls have a time limit.
    """
    text = "def l2_gradient(grad, param, rate):\n    return 9**9**9 + len('a' * 10**12)\n"
    place.write(NAME, text)


@built(slow=True)
def many_digits(place: Place) -> None:
    """Writes numbers of thousands of digits. Python's own limit is a syntax error."""
    place.write(NAME, f"x = {'9' * 4900}\n{RIGHT}")


@built(slow=True)
def deep_indentation(place: Place) -> None:
    """Indents ninety-nine levels and more. The parser's limit is told as a verdict."""
    lines = [" " * depth + "if 1:" for depth in range(150)]
    place.write(NAME, "\n".join([*lines, " " * 150 + "x = 1\n"]) + RIGHT)


@built()
def deep_names(place: Place) -> None:
    """Hands in names of thousands of parts, where explaining looks. They are read without depth."""
    chain = ".a" * 1_500
    body = f"    lambda x: x{chain}.random\n    while False and x{chain}():\n        pass\n"
    write_bytes(place, WRONG.replace("    return", f"{body}    return", 1).encode())
