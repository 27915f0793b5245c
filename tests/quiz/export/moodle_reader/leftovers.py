"""Find what of a question bank the importer never looks at."""

from __future__ import annotations

from collections.abc import Iterator

from tests.quiz.export.moodle_reader.nodes import ImportRefused, Node
from tests.quiz.export.moodle_reader.phplike import php_trim

_CONTENT = {
    "answer", "category", "correctfeedback", "feedback", "file", "fraction", "generalfeedback",
    "graderinfo", "hint", "idnumber", "incorrectfeedback", "info", "name",
    "partiallycorrectfeedback", "question", "questiontext", "responsetemplate", "subquestion",
    "tag", "tags", "text", "tolerance", "unit", "unit_name", "units",
}  # fmt: skip
_OLD = {"correctresponsesfeedback", "coursetags", "hintcontent", "image", "image_base64"}


def leftovers(node: Node) -> Iterator[str]:
    """Yield what is ignored below a node that was read.

    Elements that hold content of a question, found where Moodle does not read them, are refused
    unless they are empty: their content would be lost. So are characters beside elements, and the
    elements of old versions that this reader does not cover.
    """
    if not node.read and php_trim(node.text):
        raise ImportRefused(
            f"characters stand in <{node.name}> outside <text>, where Moodle drops them"
        )
    for name in node.attributes:
        if name not in node.used_attributes:
            yield f"the attribute {name} of <{node.name}>"
    for child in node.children:
        if child.used:
            yield from leftovers(child)
        else:
            yield _unread(child, node.name)


def _unread(child: Node, parent: str) -> str:
    if child.name in _OLD:
        raise ImportRefused(f"<{child.name}> belongs to old files and is not covered here")
    if child.name in _CONTENT and _has_content(child):
        raise ImportRefused(
            f"Moodle does not read this <{child.name}> in <{parent}>, so its content is lost"
        )
    return f"the element <{child.name}> in <{parent}>"


def _has_content(node: Node) -> bool:
    return bool(php_trim(node.text)) or any(_has_content(child) for child in node.children)
