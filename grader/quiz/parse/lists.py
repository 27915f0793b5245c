"""Lists of a question: options, items, lettered choices, rubrics, known wrong answers."""

from __future__ import annotations

import re
import string

from markdown_it.tree import SyntaxTreeNode

from grader.quiz.answer import FormatError
from grader.quiz.model import MistakeId
from grader.quiz.parse.draft import DraftDistractor, DraftOption, DraftRubric
from grader.quiz.parse.front import html_refused, names_mistake, read_mistake
from grader.quiz.parse.markdown import inline_tokens, line_of, passage
from grader.quiz.prose import Passage, Place
from grader.words import sentence

_BOX = re.compile(r"\[([ xX])\](?: +|$)")
_BOX_LIKE = re.compile(r"\[[^\]]{0,2}\]")
_LETTER = re.compile(r"([A-Z])\. +")
_POINTS = re.compile(r"\((\d+(?:\.\d+)?)\) +")


def is_task_list(node: SyntaxTreeNode) -> bool:
    """Whether a list has boxes; one box is enough, so that a forgotten one is noticed."""
    return node.type == "bullet_list" and any(
        _BOX_LIKE.match(_first_text(item)) for item in node.children
    )


def is_lettered_list(node: SyntaxTreeNode) -> bool:
    """Whether the items of a list begin with `A. `, `B. `, …"""
    return node.type == "bullet_list" and any(
        _LETTER.match(_first_text(item)) for item in node.children
    )


def is_distractor_list(node: SyntaxTreeNode) -> bool:
    """Whether every item is code alone, or the first is, with a quotation below."""
    return node.type == "bullet_list" and any(
        _spellings(item) and _quotation(item) for item in node.children
    )


def read_options(file: str, node: SyntaxTreeNode) -> tuple[DraftOption, ...]:
    """Read a task list.

    Raises:
        FormatError: an item has no box, nothing in it, or there are too many.
    """
    if len(node.children) > len(string.ascii_uppercase):
        raise FormatError(Place(file, line_of(node)), sentence("quiz_format.too_many_options"))
    return tuple(_option(file, item, _BOX) for item in node.children)


def read_items(file: str, node: SyntaxTreeNode) -> tuple[DraftOption, ...]:
    """Read a numbered list, whose numbers are the items' names."""
    if len(node.children) > len(string.ascii_uppercase):
        raise FormatError(Place(file, line_of(node)), sentence("quiz_format.too_many_options"))
    return tuple(_option(file, item, None) for item in node.children)


def read_choices(file: str, node: SyntaxTreeNode) -> tuple[DraftOption, ...]:
    """Read a list whose items begin with `A. `, `B. `, … in that order.

    Raises:
        FormatError: a letter is missing or out of order.
    """
    for letter, item in zip(string.ascii_uppercase, node.children, strict=False):
        found = _LETTER.match(_first_text(item))
        if found is None or found[1] != letter:
            place = Place(file, line_of(item))
            raise FormatError(place, sentence("quiz_format.letter_out_of_order", letter=letter))
    return tuple(_option(file, item, _LETTER) for item in node.children)


def read_rubric(file: str, node: SyntaxTreeNode) -> tuple[DraftRubric, ...]:
    """Read a task list whose items begin with their points in brackets.

    Raises:
        FormatError: an item has no points, is ticked or names a mistake.
    """
    items = []
    for option, item in zip(read_options(file, node), node.children, strict=True):
        comment = _mistake_comment(item)
        if comment is not None:
            raise html_refused(comment.content, Place(file, line_of(comment)))
        found = _POINTS.match(_first_text(item)[4:])
        if found is None or option.ticked:
            raise FormatError(option.place, sentence("quiz_format.rubric_points"))
        text = _cut(option.text, found[0])
        items.append(DraftRubric(option.place, float(found[1]), text))
    return tuple(items)


def read_distractors(file: str, node: SyntaxTreeNode) -> tuple[DraftDistractor, ...]:
    """Read a list of code with a quotation below each.

    Raises:
        FormatError: an item is something else.
    """
    found = []
    for item in node.children:
        spellings, quotation = _spellings(item), _quotation(item)
        place = Place(file, line_of(item))
        comment = _mistake_comment(item)
        others = [child for child in item.children[1:] if child not in (comment, quotation)]
        if not spellings or quotation is None:
            raise FormatError(place, sentence("quiz_format.distractor_unclear"))
        for html in (child for child in others if child.type == "html_block"):
            raise html_refused(html.content, Place(file, line_of(html)))
        if others:
            raise FormatError(place, sentence("quiz_format.distractor_unclear"))
        feedback = passage(file, quotation.children)
        found.append(DraftDistractor(place, spellings, feedback, _mistake(file, comment)))
    return tuple(found)


def _option(file: str, item: SyntaxTreeNode, label: re.Pattern[str] | None) -> DraftOption:
    place = Place(file, line_of(item))
    found = label.match(_first_text(item)) if label else None
    if label is _BOX and found is None:
        raise FormatError(place, sentence("quiz_format.box_missing"))
    quotation = _quotation(item)
    # Items and lettered choices are wrong only in the wrong place.
    comment = _mistake_comment(item) if label is _BOX else None
    body = [child for child in item.children if child not in (comment, quotation)]
    text = passage(file, body, place.line)
    text = _cut(text, found[0]) if found else text
    if not any(token.content or token.type == "image" for token in inline_tokens(text.blocks)):
        raise FormatError(place, sentence("quiz_format.option_empty"))
    ticked = found[1] in "xX" if found and label is _BOX else None
    feedback = passage(file, quotation.children) if quotation else None
    return DraftOption(place, ticked, text, feedback, _mistake(file, comment))


def _first_inline(item: SyntaxTreeNode) -> SyntaxTreeNode | None:
    if not item.children or item.children[0].type != "paragraph":
        return None
    return item.children[0].children[0]


def _first_text(item: SyntaxTreeNode) -> str:
    inline = _first_inline(item)
    if inline is None or not inline.children or inline.children[0].type != "text":
        return ""
    return inline.children[0].content


def _quotation(item: SyntaxTreeNode) -> SyntaxTreeNode | None:
    last = item.children[-1] if item.children else None
    return last if last is not None and last.type == "blockquote" else None


def _mistake_comment(item: SyntaxTreeNode) -> SyntaxTreeNode | None:
    """The comment right before the quotation that names a mistake."""
    if _quotation(item) is None or len(item.children) < 3:
        return None
    comment = item.children[-2]
    return comment if comment.type == "html_block" and names_mistake(comment.content) else None


def _mistake(file: str, comment: SyntaxTreeNode | None) -> MistakeId | None:
    if comment is None:
        return None
    return read_mistake(comment.content, Place(file, line_of(comment)))


def _spellings(item: SyntaxTreeNode) -> tuple[str, ...]:
    inline = _first_inline(item)
    if inline is None:
        return ()
    kinds = [child.type for child in inline.children]
    between = [child.content.strip() for child in inline.children if child.type == "text"]
    if set(kinds) - {"code_inline", "text"} or any(text != "|" for text in between):
        return ()
    return tuple(child.content for child in inline.children if child.type == "code_inline")


def _cut(text: Passage, label: str) -> Passage:
    """The passage without the label at its head; the tokens of the file are left alone."""
    tokens = list(text.blocks)
    index = next(number for number, token in enumerate(tokens) if token.type == "inline")
    children = tokens[index].children or []
    first, others = children[0], children[1:]
    rest = first.content.removeprefix(label)
    if not rest and not others:  # a box alone, with code below: the paragraph goes as well
        del tokens[index - 1 : index + 2]
        return Passage(text.place, tuple(tokens))
    children = [first.copy(content=rest), *others] if rest else others
    content = tokens[index].content.removeprefix(label)
    tokens[index] = tokens[index].copy(content=content, children=children)
    return Passage(text.place, tuple(tokens))
