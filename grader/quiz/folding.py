"""Spellings of the same thing become one: full width, kana, case, signs, invisible characters.

The page's script does the same, step by step; `tests/quiz/vectors.json` holds both to it.
"""

from __future__ import annotations

import re
import unicodedata

from grader.quiz.answer import Unreadable
from grader.words import sentence

MAX_LENGTH = 200
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾", "0123456789+-()")
_SUPERSCRIPT_RUN = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾]+")
_FRACTION = re.compile("[¼½¾⅐-⅞]")
_MIXED = re.compile(r"\d\s*[¼½¾⅐-⅞]")
_SIGNS = str.maketrans(
    {
        **dict.fromkeys("‐‑‒–—―−﹣－ーｰ", "-"),
        **dict.fromkeys("×✕✖╳·・･∙⋅∗＊﹡", "*"),
        **dict.fromkeys("÷⁄∕／", "/"),
    }
)
_HYPHENS = str.maketrans("‐‑‒–—―−", "-------")
_KATAKANA = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)}


def written(response: object, limit: int = MAX_LENGTH) -> str:
    """A response as text without invisible characters, not empty.

    Raises:
        Unreadable: it is no text, empty, or longer than `limit`.
    """
    if response is None:
        raise Unreadable(sentence("quiz_answers.empty"))
    if not isinstance(response, str):
        raise Unreadable(sentence("quiz_answers.not_text"))
    if len(response) > limit:
        raise Unreadable(sentence("quiz_answers.too_long", limit=limit))
    visible = "".join(character for character in response if not _invisible(character)).strip()
    if not visible:
        raise Unreadable(sentence("quiz_answers.empty"))
    return visible


def _invisible(character: str) -> bool:
    # Format characters (direction marks, zero width), controls other than white space, surrogates.
    category = unicodedata.category(character)
    return category in ("Cf", "Cs") or (category == "Cc" and not character.isspace())


def fold_formula(text: str) -> str:
    """Fold the spelling of a number, a shape or a formula.

    `x²` becomes `x^(2)` before NFKC would make `x2` of it, and `½` becomes `(1/2)`.

    Raises:
        Unreadable: a digit stands before a fraction, as in `2½`.
    """
    mixed = _MIXED.search(text)
    if mixed:
        raise Unreadable(sentence("quiz_answers.mixed_fraction", written=mixed[0]))
    text = _SUPERSCRIPT_RUN.sub(lambda run: f"^({run[0].translate(_SUPERSCRIPTS)})", text)
    text = _FRACTION.sub(
        lambda sign: f"({unicodedata.normalize('NFKC', sign[0])})".replace("⁄", "/"), text
    )
    folded = unicodedata.normalize("NFKC", text.translate(_SIGNS)).translate(_SIGNS)
    return folded.replace("**", "^").strip()


def fold_text(text: str) -> str:
    """Fold words: NFKC, kana, case, white space, hyphens between letters, signs around it."""
    text = unicodedata.normalize("NFKC", text).lower().translate(_KATAKANA)
    text = re.sub(r"^(the|an|a)\s+", "", text.strip())
    text = re.sub(r"\s+", "", text).translate(_HYPHENS)
    text = re.sub(r"(?<=[^\W\d_])-(?=[^\W\d_])", "", text)
    return text.strip("。.、,!?・…「」『』“”‘’\"'`()[]")


def fold_code(text: str) -> str:
    """Fold the full-width signs and spaces that an input method leaves in code."""
    return "".join(
        chr(ord(sign) - 0xFEE0) if "！" <= sign <= "～" else sign.replace("\u3000", " ")
        for sign in text
    )
