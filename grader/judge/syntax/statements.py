"""What does not go together in a statement: operators, words, strings, numbers."""

from __future__ import annotations

import keyword
import re

from grader.judge.exceptions.rules import near
from grader.judge.syntax.broken import Broken, Explain
from grader.words import Sentence, sentence

MAX_QUOTED = 40

_FOREIGN = {
    "&&": "and",
    "||": "or",
    "=>": ">=",
    "=<": "<=",
    "<>": "!=",
    "===": "==",
    "++": "+= 1",
    "--": "-= 1",
}
_GENERIC = ("invalid syntax", "invalid decimal literal", "unmatched")


def _equals(broken: Broken) -> Sentence | None:
    if broken.message.startswith("invalid syntax. Maybe you meant '=='"):
        return sentence("syntax.equals")
    if re.match(r"cannot (?:assign to|use assignment)", broken.message):
        return sentence("syntax.assign")
    if broken.message.startswith("expression cannot contain assignment"):
        return sentence("syntax.keyword_argument")
    return None


def _python_2(broken: Broken) -> Sentence | None:
    missing = re.match(r"Missing parentheses in call to '(print|exec)'", broken.message)
    return sentence("syntax.call_brackets", name=missing[1]) if missing else None


def _string(broken: Broken) -> Sentence | None:
    if broken.message.startswith("unterminated triple-quoted"):
        return sentence("syntax.string_triple", line=broken.number)
    if _is_f_string(broken.message):
        return sentence("syntax.f_string", open="{", close="}")
    if re.match(r"unterminated (?:f-)?string literal", broken.message) is None:
        return None
    rest = broken.line[broken.place :]
    curly = re.search("[‘’“”]", rest)
    if curly is not None:
        column = broken.place + curly.start() + 1
        return sentence("syntax.string_quote", found=curly[0], column=column)
    return sentence("syntax.string", column=broken.place + 1)


def _is_f_string(message: str) -> bool:
    return message.startswith("f-string") and "single" not in message


def _blank(broken: Broken) -> Sentence | None:
    blank = re.search(r"(?<!\w)___[0-9]*", broken.code)
    if blank is None or not broken.message.startswith(_GENERIC):
        return None
    return sentence("syntax.blank", name=blank[0])


def _foreign_operator(broken: Broken) -> Sentence | None:
    if not broken.message.startswith("invalid syntax"):
        return None
    around = broken.code[max(broken.place - 2, 0) : broken.place + 3]
    for written in _FOREIGN:
        if written in around and "lambda" not in broken.code:
            return sentence("syntax.operator", written=written, wanted=_FOREIGN[written])
    return None


def _keyword_as_name(broken: Broken) -> Sentence | None:
    if broken.message != "invalid syntax":
        return None
    for found in re.finditer(
        r"(?:^\s*|[(,]\s*|\bdef\s+|\bfor\s+)(\w+)\s*(?=[=,)(]|\bin\b)", broken.code
    ):
        word, after = found[1], broken.code[found.end() :]
        reserved = keyword.iskeyword(word) and word not in ("None", "True", "False", "yield")
        if reserved and (
            (after.startswith("=") and after[1:2] != "=") or word in ("lambda", "class")
        ):
            return sentence("syntax.keyword_name", word=word)
    return None


def _number(broken: Broken) -> Sentence | None:
    if broken.message == "invalid decimal literal":
        return sentence("syntax.number", column=broken.place + 1)
    if broken.message.startswith("leading zeros in decimal"):
        return sentence("syntax.leading_zeros")
    return None


def _alone(broken: Broken) -> Sentence | None:
    word = re.match(r"\s*(else|elif|except|finally)\b", broken.line)
    if broken.message != "invalid syntax" or broken.line[: broken.place].strip():
        return None
    return sentence("syntax.alone", word=word[1]) if word is not None else None


def _arguments(broken: Broken) -> Sentence | None:
    if broken.message == "expected '('":
        return sentence("syntax.def_brackets")
    if broken.message.startswith("positional argument follows keyword"):
        return sentence("syntax.positional_last")
    if broken.message.startswith("expected 'else' after 'if'"):
        return sentence("syntax.if_expression")
    return None


def _side_by_side(broken: Broken) -> Sentence | None:
    if broken.message.startswith("invalid syntax. Perhaps you forgot a comma"):
        return sentence("syntax.comma", column=broken.place + 1)
    if broken.message != "invalid syntax":
        return None
    before = broken.line[: broken.place].rstrip()
    after = re.match(r"\w+|\S", broken.line[broken.place :].lstrip())
    last = re.search(r"\w+$|[^\w\s]+$", before)
    if last is None or not _quotable(last[0]):
        return None
    if after is None or after[0] == "#":
        return sentence("syntax.incomplete", last=last[0])
    if not _quotable(after[0]):
        return None
    known = ("from", "import") if " import " in broken.code else keyword.kwlist
    mistyped = near(last[0], known) if before.strip() == last[0] else None
    if mistyped is not None and not keyword.iskeyword(last[0]):
        return sentence("syntax.keyword_near", word=last[0], near=mistyped)
    if _ends_value(last[0]) and _begins_value(after[0]):
        return sentence("syntax.side_by_side", left=last[0], right=after[0])
    return sentence("syntax.unexpected", text=after[0], column=broken.place + 1)


def _ends_value(token: str) -> bool:
    return not keyword.iskeyword(token) and (token[-1].isalnum() or token[-1] in "_)]}'\"")


def _begins_value(token: str) -> bool:
    return not keyword.iskeyword(token) and (token[0].isalnum() or token[0] in "_'\"")


def _quotable(text: str) -> bool:
    return len(text) <= MAX_QUOTED and text.isprintable() and "`" not in text


EXPLANATIONS: tuple[Explain, ...] = (
    _equals,
    _python_2,
    _string,
    _blank,
    _foreign_operator,
    _keyword_as_name,
    _number,
    _alone,
    _arguments,
    _side_by_side,
)
