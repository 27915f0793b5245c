"""Attacks by how the text is written in bytes, and by signs that look like others."""

from __future__ import annotations

from tests.attacks.attack import Place
from tests.attacks.building import NAME, RIGHT, built, write_bytes


@built()
def null_bytes(place: Place) -> None:
    """Writes NUL bytes into the text. It is no text."""
    write_bytes(place, RIGHT.encode() + b"\0\n")


@built()
def invalid_text(place: Place) -> None:
    """Hands in random bytes. They are no text."""
    write_bytes(place, bytes(range(256)) * 50)


@built(expects="harmless")
def byte_order_mark(place: Place) -> None:
    """Begins with the mark that Windows editors write. It is read as Python reads it."""
    write_bytes(place, b"\xef\xbb\xbf" + RIGHT.encode())


@built()
def utf_16(place: Place) -> None:
    """Hands in UTF-16. Python does not read it, and neither do we."""
    write_bytes(place, RIGHT.encode("utf-16"))


def _declare(name: str, text: bytes) -> None:
    data = f"# -*- coding: {name} -*-\n".encode() + text

    def hand_in(place: Place) -> None:
        write_bytes(place, data)

    hand_in.__name__ = "coding_" + "".join(filter(str.isalnum, name))
    hand_in.__doc__ = f"""Declares the coding {name}, in which a text reads otherwise than it looks.

    Few codings are known.
    """
    built()(hand_in)


_declare("utf-7", b"+AGkAbQBwAG8AcgB0- os\n" + RIGHT.encode())
_declare("unicode_escape", b"# \\u000aprint(1)\n" + RIGHT.encode())
_declare("raw_unicode_escape", b"# \\u000aprint(1)\n" + RIGHT.encode())
_declare("rot13", b"vzcbeg bf\n" + RIGHT.encode())
_declare("idna", RIGHT.encode())
_declare("zlib", RIGHT.encode())
_declare("../../etc/passwd", RIGHT.encode())


@built()
def turned_text(place: Place) -> None:
    """Hides a return in a comment by signs that turn the direction of writing.

    What is executed is judged.
    """
    place.write(
        NAME, "def l2_gradient(grad, param, rate):\n    # \u202e\u2066 ;\u2069\n    return grad\n"
    )


@built()
def lookalike_name(place: Place) -> None:
    """Names its function with a letter that only looks the same.

    It is missing, and told with its code.
    """
    place.write(NAME, RIGHT.replace("l2_gradient", "l2_gr\u0430dient"))


@built(expects="harmless")
def normalised_name(place: Place) -> None:
    """Names its function in mathematical letters, which Python reads as plain ones.

    It is found, or missing; nothing else.
    """
    place.write(NAME, RIGHT.replace("l2_gradient", "l2_\U0001d420radient"))
