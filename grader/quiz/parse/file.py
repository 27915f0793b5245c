"""A quiz file in one language becomes a draft; what cannot be read is collected, not thrown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from markdown_it.tree import SyntaxTreeNode

from grader.quiz.answer import FormatError
from grader.quiz.parse.draft import Draft, DraftQuestion, Finding
from grader.quiz.parse.front import read_comment, read_front_matter
from grader.quiz.parse.markdown import line_of, parse_blocks, passage
from grader.quiz.parse.question import read_question
from grader.quiz.prose import Passage, Place
from grader.words import sentence


def read_draft(source: str, file: str) -> Draft:
    """Read a quiz file.

    Args:
        source: its text.
        file: its name, for findings.
    """
    nodes = parse_blocks(source)
    findings: list[Finding] = []
    settings = _settings(nodes, file, findings)
    starts = [index for index, node in enumerate(nodes) if _is_heading(node, 2)]
    intro = _intro(nodes[: starts[0] if starts else len(nodes)], file, findings)
    questions = []
    for start, end in pairwise([*starts, len(nodes)]):
        try:
            questions.append(read_question(file, nodes[start:end]))
        except FormatError as error:
            findings.append(Finding.of(error))
    if not starts:
        findings.append(Finding(Place(file, 1), sentence("quiz_format.no_questions")))
    findings += _twice(questions)
    return Draft(file, settings, intro, tuple(questions), tuple(findings))


def _is_heading(node: SyntaxTreeNode, level: int) -> bool:
    return node.type == "heading" and node.tag == f"h{level}"


def _settings(
    nodes: Sequence[SyntaxTreeNode], file: str, findings: list[Finding]
) -> Mapping[str, tuple[Place, str]]:
    place = Place(file, 1)
    if not nodes or nodes[0].type != "front_matter":
        findings.append(Finding(place, sentence("quiz_format.front_missing")))
        return {}
    try:
        settings = read_front_matter(nodes[0].content, file)
    except FormatError as error:
        findings.append(Finding.of(error))
        return {}
    if "title" not in settings:
        findings.append(Finding(place, sentence("quiz_format.title_missing")))
    return settings


def _intro(nodes: Sequence[SyntaxTreeNode], file: str, findings: list[Finding]) -> Passage:
    kept = []
    for node in nodes:
        place = Place(file, line_of(node))
        if node.type == "html_block":
            try:
                if read_comment(node.content, place) is not None:
                    said = sentence("quiz_format.comment_without_heading")
                    findings.append(Finding(place, said))
            except FormatError as error:
                findings.append(Finding.of(error))
        elif _is_heading(node, 1):
            findings.append(Finding(place, sentence("quiz_format.heading_level")))
        elif node.type != "front_matter":
            kept.append(node)
    try:
        return passage(file, kept)
    except FormatError as error:
        findings.append(Finding.of(error))
        return Passage(Place(file, 1))


def _twice(questions: Sequence[DraftQuestion]) -> list[Finding]:
    seen: set[str] = set()
    found = []
    for question in questions:
        if question.id in seen:
            said = sentence("quiz_format.id_twice", id=question.id)
            found.append(Finding(question.place, said))
        seen.add(question.id)
    return found
