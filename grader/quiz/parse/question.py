"""One question of a file: its comment, its body, its lists and its folded parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markdown_it.tree import SyntaxTreeNode

from grader.quiz.answer import FormatError
from grader.quiz.parse.draft import DraftOption, DraftQuestion
from grader.quiz.parse.folded import Folded, is_answer_fence, opens, read_folded
from grader.quiz.parse.front import read_comment
from grader.quiz.parse.lists import (
    is_lettered_list,
    is_task_list,
    read_choices,
    read_items,
    read_options,
)
from grader.quiz.parse.markdown import line_of, passage
from grader.quiz.parse.slips import mistake_slips, option_slips
from grader.quiz.prose import Place
from grader.words import sentence

BLANK = re.compile(r"___([^\W_]+)___")


class _Body(NamedTuple):
    prose: list[SyntaxTreeNode]
    options: tuple[DraftOption, ...]
    choices: tuple[DraftOption, ...]


def read_question(file: str, nodes: Sequence[SyntaxTreeNode]) -> DraftQuestion:
    """Read the blocks from one `##` to the next.

    Raises:
        FormatError: something is malformed; says where.
    """
    heading, *rest = nodes
    place = Place(file, line_of(heading))
    attributes, rest = _attributes(place, rest)
    for slip in option_slips(file, rest):
        raise FormatError(slip.place, slip.said)
    start = next((index for index, node in enumerate(rest) if opens(node)), len(rest))
    folded = read_folded(file, rest[start:])
    _check_wrong_answers(file, folded)
    body = _body(file, rest[:start])
    return DraftQuestion(
        place=place,
        id=attributes["id"],
        attributes=attributes,
        title=passage(file, heading.children, place.line),
        body=passage(file, body.prose, place.line),
        numbered=_numbered(file, body.prose),
        body_before_numbered=passage(file, body.prose[:-1], place.line),
        options=body.options,
        choices=body.choices,
        blanks=tuple(dict.fromkeys(_blanks(body.prose))),
        block=folded.block,
        explanation=passage(file, folded.explanation, place.line),
        distractors=folded.distractors,
        hints=tuple(folded.hints),
        rubric=folded.rubric,
    )


def _attributes(
    place: Place, nodes: list[SyntaxTreeNode]
) -> tuple[dict[str, str], list[SyntaxTreeNode]]:
    if not nodes or nodes[0].type != "html_block" or opens(nodes[0]):
        raise FormatError(place, sentence("quiz_format.comment_missing"))
    at = Place(place.file, line_of(nodes[0]))
    attributes = read_comment(nodes[0].content, at)
    if attributes is None:
        raise FormatError(at, sentence("quiz_format.comment_missing"))
    return attributes, nodes[1:]


def _check_wrong_answers(file: str, folded: Folded) -> None:
    """Without options, a comment that names a mistake was meant for a known wrong answer."""
    if folded.block is not None:
        for slip in mistake_slips(file, folded.explanation):
            raise FormatError(slip.place, slip.said)


def _body(file: str, nodes: Sequence[SyntaxTreeNode]) -> _Body:
    body = _Body([], (), ())
    for node in nodes:
        place = Place(file, line_of(node))
        if any(is_answer_fence(inner) for inner in node.walk()):
            raise FormatError(place, sentence("quiz_format.key_not_folded"))
        if node.type == "html_block":
            if read_comment(node.content, place) is not None:
                raise FormatError(place, sentence("quiz_format.comment_twice"))
        elif is_task_list(node):
            if body.options:
                raise FormatError(place, sentence("quiz_format.two_lists"))
            body = body._replace(options=read_options(file, node))
        elif is_lettered_list(node):
            body = _with_choices(file, body, node)
        elif body.options and node.type == "blockquote":
            raise FormatError(place, sentence("quiz_format.quotation_at_margin"))
        elif body.options:
            raise FormatError(place, sentence("quiz_format.after_options"))
        else:
            body.prose.append(node)
    return body


def _with_choices(file: str, body: _Body, node: SyntaxTreeNode) -> _Body:
    """Lettered choices follow the numbered list whose partners they are."""
    if body.options or not body.prose or body.prose[-1].type != "ordered_list":
        place = Place(file, line_of(node))
        raise FormatError(place, sentence("quiz_format.match_needs_lists"))
    items = read_items(file, body.prose.pop())
    return body._replace(options=items, choices=read_choices(file, node))


def _numbered(file: str, nodes: list[SyntaxTreeNode]) -> tuple[DraftOption, ...]:
    """The numbered list at the end of a body: the items, should the question be about an order."""
    if not nodes or nodes[-1].type != "ordered_list":
        return ()
    return read_items(file, nodes[-1])


def _blanks(nodes: Sequence[SyntaxTreeNode]) -> Iterator[str]:
    for node in nodes:
        for inner in node.walk():
            if inner.type == "fence":
                yield from BLANK.findall(inner.content)
