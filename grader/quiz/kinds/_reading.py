"""What several kinds read from their answer blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from grader.quiz.answer import AnswerBlock, FormatError, Unreadable
from grader.quiz.prose import Place
from grader.words import Language, Sentence, sentence

_JAPANESE = re.compile("[ぁ-んァ-ヶ一-龯]")


def allow_settings(block: AnswerBlock, *names: str) -> None:
    """Refuse settings that the kind does not know."""
    for name in block.settings:
        if name not in names:
            said = sentence("quiz_format.setting_unknown", name=name, kind=block.kind)
            raise FormatError(block.place, said)


def no_options(block: AnswerBlock, options: int) -> None:
    """Refuse options in a question whose answer is typed."""
    if options:
        raise FormatError(block.place, sentence("quiz_format.options_and_answer", kind=block.kind))


def needed_lines(block: AnswerBlock) -> Sequence[tuple[Place, str]]:
    """The lines of a block, which must not be empty."""
    if not block.lines:
        raise FormatError(block.place, sentence("quiz_format.answer_empty"))
    return block.lines


def single_line(block: AnswerBlock) -> tuple[Place, str]:
    """The only line of a block."""
    lines = needed_lines(block)
    if len(lines) > 1:
        raise FormatError(lines[1][0], sentence("quiz_format.one_line", kind=block.kind))
    return lines[0]


def alternatives(block: AnswerBlock) -> Iterator[tuple[Place, str]]:
    """The right answers, one a line or with ` | ` between."""
    for place, line in needed_lines(block):
        for part in line.split("|"):
            if not part.strip():
                raise FormatError(place, sentence("quiz_format.answer_empty"))
            yield place, part.strip()


def unclear(place: Place, written: str, reason: Unreadable | Sentence) -> FormatError:
    """A key that a learner could not type either."""
    why = reason.said if isinstance(reason, Unreadable) else reason
    return FormatError(place, sentence("quiz_format.key_unreadable", key=written, why=why))


def for_reader(words: Sequence[str], language: Language) -> str:
    """The first of some words in a language, or the first of all."""
    fitting = (word for word in words if bool(_JAPANESE.search(word)) == (language == "ja"))
    return next(fitting, words[0])


def chosen_index(response: object, count: int) -> int:
    """The index of an option: 0, 1, … or its letter in the order of the file.

    Raises:
        Unreadable: it names no option.
    """
    if isinstance(response, str) and len(response) <= 8:
        letter = response.strip().upper()
        is_wide = len(letter) == 1 and "Ａ" <= letter <= "Ｚ"
        folded = chr(ord(letter) - 0xFEE0) if is_wide else letter
        response = ord(folded) - ord("A") if "A" <= folded <= "Z" and len(folded) == 1 else response
    if response is None or response == "":
        raise Unreadable(sentence("quiz_answers.nothing_chosen"))
    if isinstance(response, bool) or not isinstance(response, int) or not 0 <= response < count:
        raise Unreadable(sentence("quiz_answers.no_such_option"))
    return response
