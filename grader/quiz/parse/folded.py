"""The folded parts of a question: `<details>` with hints, and the one with the answer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from markdown_it.tree import SyntaxTreeNode

from grader.quiz.answer import AnswerBlock, FormatError
from grader.quiz.parse.draft import DraftDistractor, DraftRubric
from grader.quiz.parse.front import html_refused, read_settings
from grader.quiz.parse.lists import (
    is_distractor_list,
    is_task_list,
    read_distractors,
    read_rubric,
)
from grader.quiz.parse.markdown import line_of, passage
from grader.quiz.prose import Passage, Place
from grader.words import sentence

ANSWER, HINT = ("Answer", "解答"), ("Hint", "ヒント")
_OPENS = re.compile(r"<details>\s*<summary>([^<>]*)</summary>")
_CLOSES = "</details>"


@dataclass
class Folded:
    """What stood in the folded parts."""

    block: AnswerBlock | None = None
    explanation: list[SyntaxTreeNode] = field(default_factory=list)
    distractors: tuple[DraftDistractor, ...] = ()
    rubric: tuple[DraftRubric, ...] = ()
    hints: list[Passage] = field(default_factory=list)
    has_answer: bool = False


class _Part(NamedTuple):
    place: Place
    summary: str
    nodes: list[SyntaxTreeNode]


def is_answer_fence(node: SyntaxTreeNode) -> bool:
    """Whether a fenced block is a key."""
    return node.type == "fence" and node.info.split()[:1] == ["answer"]


def opens(node: SyntaxTreeNode) -> bool:
    """Whether a folded part begins here."""
    return node.type == "html_block" and node.content.lstrip().startswith("<details")


def read_folded(file: str, nodes: Sequence[SyntaxTreeNode]) -> Folded:
    """Read everything from the first `<details>` of a question to its end.

    Raises:
        FormatError: a part is not closed, or holds what it must not.
    """
    folded = Folded()
    for part in _parts(file, nodes):
        if part.summary in HINT:
            folded.hints.append(passage(file, part.nodes, part.place.line))
        elif part.summary in ANSWER and not folded.has_answer:
            _read_answer_part(file, part, folded)
        else:
            known = ", ".join((*ANSWER, *HINT))
            said = sentence("quiz_format.summary_unknown", summary=part.summary, known=known)
            raise FormatError(part.place, said)
    return folded


def _parts(file: str, nodes: Sequence[SyntaxTreeNode]) -> list[_Part]:
    parts: list[_Part] = []
    inside = False
    for node in nodes:
        place = Place(file, line_of(node))
        opening = _OPENS.fullmatch(node.content.strip()) if opens(node) else None
        if opening and not inside:
            parts.append(_Part(place, opening[1].strip(), []))
            inside = True
        elif inside and node.type == "html_block" and node.content.strip() == _CLOSES:
            inside = False
        elif node.type == "html_block":
            raise html_refused(node.content, place, "quiz_format.details_unclear")
        elif inside:
            parts[-1].nodes.append(node)
        else:
            raise FormatError(place, sentence("quiz_format.after_answer"))
    if inside:
        raise FormatError(parts[-1].place, sentence("quiz_format.details_open"))
    return parts


def _read_answer_part(file: str, part: _Part, folded: Folded) -> None:
    folded.has_answer = True
    for node in part.nodes:
        place = Place(file, line_of(node))
        if is_answer_fence(node):
            if folded.block is not None:
                raise FormatError(place, sentence("quiz_format.two_keys"))
            folded.block = _block(node, place)
        elif is_task_list(node) and not folded.rubric:
            folded.rubric = read_rubric(file, node)
        elif is_distractor_list(node) and not folded.distractors:
            folded.distractors = read_distractors(file, node)
        else:
            folded.explanation.append(node)


def _block(node: SyntaxTreeNode, place: Place) -> AnswerBlock:
    words = node.info.split(maxsplit=2)
    if len(words) < 2:
        raise FormatError(place, sentence("quiz_format.kind_missing"))
    settings = read_settings(words[2], place) if len(words) > 2 else {}
    lines = tuple(
        (Place(place.file, number), line.strip())
        for number, line in enumerate(node.content.splitlines(), start=place.line + 1)
        if line.strip()
    )
    return AnswerBlock(place, words[1], settings, lines)
