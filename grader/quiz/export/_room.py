"""Room for an answer on paper: a line, or as many as there is to write."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil

from grader.quiz.export._pieces import Pieces
from grader.quiz.kinds.code import Code
from grader.quiz.kinds.essay import Essay
from grader.quiz.model import Question
from grader.words import Language, sentence

# What a hand writes on a line of A4, and how many lines at least and at most.
_CHARACTERS = {"en": 60, "ja": 35}
_FEWEST_LINES, _MOST_LINES = 3, 14
_BLANK = "<span></span>"


def room(question: Question, pieces: Pieces, language: Language) -> str:
    """Write the places where the answer goes."""
    return f'<div class="room">{"".join(_places(question, pieces, language))}</div>'


def _places(question: Question, pieces: Pieces, language: Language) -> Iterable[str]:
    match question.kind:
        case "choice":
            return [_place(pieces.say(sentence("quiz_export.paper_letter")))]
        case "multi":
            return [_place(pieces.say(sentence("quiz_export.paper_letters")), size="half")]
        case "match":
            return [_place(f"{option.index + 1}:") for option in question.options]
        case "order":
            blanks = " &gt; ".join(_BLANK for _ in question.options)
            return [_place(pieces.say(sentence("quiz_export.paper_sequence")), blanks)]
    answer = question.answer
    if isinstance(answer, Code):
        names = [sentence("quiz_page.blank", name=name) for name in answer.fills]
        return [_place(pieces.say(said), size="wide") for said in names]
    if isinstance(answer, Essay):
        how = pieces.say(sentence("quiz_page.help_essay", limit=answer.limit))
        return [how, *_lines(answer.limit, language)]
    size = "wide" if question.kind == "expr" else "half"
    return [_place(pieces.say(sentence("quiz_export.paper_answer")), size=size)]


def _place(label: str, blanks: str = _BLANK, size: str = "short") -> str:
    return f'<div class="place {size}">{label} {blanks}</div>'


def _lines(limit: int, language: Language) -> list[str]:
    needed = ceil(limit / _CHARACTERS[language])
    return ['<div class="line"></div>'] * max(_FEWEST_LINES, min(needed, _MOST_LINES))
