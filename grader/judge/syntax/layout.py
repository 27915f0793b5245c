"""What was pasted, odd characters, indentation, brackets and colons."""

from __future__ import annotations

import re

from grader.judge.syntax.broken import Broken, Explain
from grader.judge.syntax.characters import is_odd, odd_character
from grader.words import Sentence, sentence

MAX_QUOTED = 40

_BLOCKS = (
    *("class", "def", "elif", "else", "except", "finally", "for", "if", "try", "while", "with"),
    *("async", "match", "case"),
)
_CLOSING = {"(": ")", "[": "]", "{": "}"}


def _pasted(broken: Broken) -> Sentence | None:
    line = broken.line.strip()
    if line.startswith(("<<<<<<<", ">>>>>>>")) or line == "=======":
        return sentence("syntax.merge_conflict")
    if line.startswith((">>>", "... ")):
        return sentence("syntax.prompt", prompt=line[:3])
    if line.startswith("```"):
        return sentence("syntax.code_fence")
    if line.startswith(("%", "!")) and line[1:2].isalpha():
        return sentence("syntax.notebook", text=line[0])
    return None


def _character(broken: Broken) -> Sentence | None:
    found = re.match(
        r"invalid (?:character|non-printable character) .*U\+(\w{4,6})", broken.message
    )
    if found is not None:
        return odd_character(chr(int(found[1], 16)), broken.line, broken.number, broken.place)
    indentation = broken.line[: len(broken.line) - len(broken.line.lstrip())]
    odd = next(filter(is_odd, indentation), None)
    return odd_character(odd, broken.line, broken.number, 0) if odd is not None else None


def _indentation(broken: Broken) -> Sentence | None:
    if isinstance(broken.error, TabError):
        return sentence("syntax.tabs")
    if broken.message.startswith("unindent does not match"):
        indentations = "".join(re.findall(r"^[ \t]+", broken.source, re.MULTILINE))
        mixed = "\t" in indentations and " " in indentations
        return sentence("syntax.tabs" if mixed else "syntax.unindent")
    if broken.message == "unexpected indent":
        return sentence("syntax.unexpected_indent")
    block = re.match(r"expected an indented block after .{1,60} on line (\d{1,9})", broken.message)
    return sentence("syntax.block_expected", line=block[1]) if block else None


def _colon(broken: Broken) -> Sentence | None:
    if re.match(r"\s*else\s+if\b", broken.line):
        return sentence("syntax.else_if")
    if broken.message != "expected ':'":
        return None
    word = re.match(r"\s*(\w+)", broken.line)
    if word is not None and word[1] in _BLOCKS:
        return sentence("syntax.colon", word=word[1])
    return sentence("syntax.colon_somewhere")


def _latex(broken: Broken) -> Sentence | None:
    command = re.search(r"\\[A-Za-z]{2,}|[_^]\{|\$[^$`]+\$", broken.code)
    text = command[0][:MAX_QUOTED] if command is not None else ""
    if text.startswith("\\") or (
        text.isprintable() and text and broken.message == "invalid syntax"
    ):
        return sentence("syntax.latex", text=text)
    if broken.message.startswith("unexpected character after line continuation"):
        return sentence("syntax.backslash")
    return None


def _bracket(broken: Broken) -> Sentence | None:
    opened = re.match(r"'([(\[{])' was never closed", broken.message)
    if opened is not None:
        return _never_closed(opened[1], broken.number, broken.place)
    if re.match(r"unmatched '[)\]}]'", broken.message):
        return sentence("syntax.unmatched", bracket=broken.message[11], column=broken.place + 1)
    mismatch = re.match(
        r"closing parenthesis '(.)' does not match opening parenthesis '(.)'(?: on line (\d+))?",
        broken.message,
    )
    if mismatch is not None:
        closing, opening = mismatch[1], mismatch[2]
        line = int(mismatch[3] or broken.number)
        return sentence("syntax.mismatched", closing=closing, opening=opening, line=line)
    if broken.message == "invalid syntax" and broken.line[broken.place :].startswith(":"):
        place = _open_bracket(broken.code[: broken.place])
        if place is not None and broken.code[place] == "(" and _is_closed(broken.code, place):
            return sentence("syntax.slice_in_round_brackets")
        if place is not None and not _is_closed(broken.code, place):
            return _never_closed(broken.line[place], broken.number, place)
    return None


def _is_closed(code: str, place: int) -> bool:
    """Whether the bracket at a place is closed in the rest of the line."""
    depth = 0
    for character in code[place:]:
        depth += (character in "([{") - (character in ")]}")
        if depth == 0:
            return True
    return False


def _never_closed(bracket: str, line: int, place: int) -> Sentence:
    return sentence(
        "syntax.never_closed",
        bracket=bracket,
        closing=_CLOSING[bracket],
        line=line,
        column=place + 1,
    )


def _open_bracket(code: str) -> int | None:
    """The place of the last bracket that is not closed again."""
    opened: list[int] = []
    for place, character in enumerate(code):
        if character in _CLOSING:
            opened.append(place)
        elif character in _CLOSING.values() and opened:
            opened.pop()
    return opened[-1] if opened else None


EXPLANATIONS: tuple[Explain, ...] = (
    _pasted,
    _character,
    _indentation,
    _colon,
    _latex,
    _bracket,
)
