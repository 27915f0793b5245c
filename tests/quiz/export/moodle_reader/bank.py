"""Read a whole question bank in Moodle XML.

Rules followed: `qformat_xml::readquestions`, `import_question` (question/format/xml/format.php)
and `qformat_default::importprocess` (question/format.php), with the import form's defaults:
categories and contexts from the file, stop on error.
"""

from __future__ import annotations

from dataclasses import dataclass

from tests.quiz.export.moodle_reader.categories import CategoryBook
from tests.quiz.export.moodle_reader.fields import Desk
from tests.quiz.export.moodle_reader.kinds import BUILDERS, Parts
from tests.quiz.export.moodle_reader.leftovers import leftovers
from tests.quiz.export.moodle_reader.nodes import ImportRefused, Node, parse
from tests.quiz.export.moodle_reader.numbers import MatchGrades
from tests.quiz.export.moodle_reader.question import BankQuestion
from tests.quiz.export.moodle_reader.settings import Header, read_header

_UNCOVERED = {"cloze", "multianswer", "calculated", "calculatedsimple", "calculatedmulti"}


@dataclass
class Bank:
    """The questions of a file, and all that Moodle ignores in it.

    `categories` has the descriptions of categories by their paths, `category_ids` their id numbers.
    """

    questions: list[BankQuestion]
    categories: dict[str, str]
    category_ids: dict[str, str]
    ignored: tuple[str, ...]


def read_bank(content: bytes, *, match_grades: MatchGrades = "error") -> Bank:
    """Read a question bank, or raise ImportRefused.

    `match_grades` is the import form's setting for fractions that are not in Moodle's list.
    """
    root = parse(content)
    nodes = root.many("question")
    if not nodes:
        raise ImportRefused("the file has no questions")
    book = CategoryBook()
    questions = []
    ignored: list[str] = []
    for index, node in enumerate(nodes, 1):
        try:
            question = _read(node, book, Desk(match_grades), ignored)
        except ImportRefused as refusal:
            raise ImportRefused(f"{_label(node, index)}: {refusal}") from refusal
        if question is not None:
            questions.append(question)
            ignored += [f"{_label(node, index)}: {what}" for what in question.ignored]
    ignored += leftovers_of_file(root)
    return Bank(questions, dict(book.infos), dict(book.id_numbers), tuple(ignored))


def leftovers_of_file(root: Node) -> list[str]:
    """Return what is ignored outside the questions."""
    outside = Node(root.name, root.attributes, used_attributes=root.used_attributes)
    outside.text = root.text
    outside.children = [child for child in root.children if child.name != "question"]
    return list(leftovers(outside))


def _read(node: Node, book: CategoryBook, desk: Desk, ignored: list[str]) -> BankQuestion | None:
    kind = node.attribute("type") or ""
    if kind == "category":
        book.switch(node)
        ignored += [f"category {book.path!r}: {what}" for what in leftovers(node)]
        return None
    if kind in _UNCOVERED:
        raise ImportRefused(f"questions of type {kind!r} are not covered by this reader")
    if kind not in BUILDERS:
        raise ImportRefused(f"Moodle without plugins has no question type {kind!r}")
    header = read_header(node, desk)
    parts = BUILDERS[kind](node, header, desk)
    book.enter(header.id_number)
    desk.ignored.extend(leftovers(node))
    return _question(kind, header, parts, book.path, desk)


def _question(kind: str, header: Header, parts: Parts, category: str, desk: Desk) -> BankQuestion:
    return BankQuestion(
        kind=kind,
        name=header.name,
        text=header.text.html,
        general_feedback=header.general_feedback.html,
        default_mark=0.0 if kind == "description" else header.default_mark,
        id_number=header.id_number,
        category=category,
        tags=header.tags,
        hints=parts.hints,
        single=parts.single,
        options=parts.options,
        partners=parts.partners,
        files=dict(desk.files),
        ignored=tuple(desk.ignored),
        penalty=header.penalty,
        shuffle=parts.shuffle,
        numbering=parts.numbering,
        combined_feedback=parts.combined,
        grader_info=parts.grader_info,
        marker=parts.marker,
    )


def _label(node: Node, index: int) -> str:
    names = [
        text.text.strip()
        for name in node.children
        if name.name == "name"
        for text in name.children
        if text.name == "text"
    ]
    return f"question {index}" + (f" ({names[0]})" if names and names[0] else "")
