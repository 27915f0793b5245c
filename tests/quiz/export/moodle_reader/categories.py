"""Category paths and what switching categories does.

Rules followed: `split_category_path`, `create_category_path` (question/format.php),
`import_category` (question/format/xml/format.php), `context_to_string_translator` and the columns
of lib/db/install.xml.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tests.quiz.export.moodle_reader.fields import (
    FORMATS,
    PLACEHOLDER,
    plain_text,
    read_format,
    to_html,
)
from tests.quiz.export.moodle_reader.nodes import ImportRefused, Node
from tests.quiz.export.moodle_reader.phplike import database_key, php_trim
from tests.quiz.export.moodle_reader.settings import clean_name, read_id_number

CONTEXTS = ("course", "module", "system")
LONGEST = 255
"""question_categories.name has 255 characters in Moodle 4 (1333 in newer ones)."""


def split_path(path: str) -> tuple[str, tuple[str, ...]]:
    """Return the context and the category names of a path, the top category left out.

    A single slash separates, two slashes stand for one in a name, names are trimmed. The first
    part may be a context in dollar signs. "top" is the root of a bank wherever it stands, so
    that it can only come first.
    """
    rough = [php_trim(part.replace("//", "/")) for part in re.split(r"(?<!/)/(?!/)", path)]
    context = ""
    if rough[0].startswith("$") and rough[0].endswith("$") and len(rough[0]) > 1:
        context = rough.pop(0)[1:-1]
        if context not in CONTEXTS:
            raise ImportRefused(f"${context}$ is no context that Moodle knows from a file")
    names = rough[1:] if rough[:1] == ["top"] else rough
    if not names:
        raise ImportRefused(f"the path {path!r} names no category, so Moodle does not switch")
    if "top" in names:
        raise ImportRefused(f"the path {path!r} has a category 'top', which Moodle leaves out")
    for name in names:
        clean_name(name, f"category name in {path!r}", LONGEST)
    return context, tuple(names)


@dataclass
class _Known:
    names: tuple[str, ...]
    info: str = ""
    id_number: str = ""


@dataclass
class CategoryBook:
    """The categories a file makes, and the one its questions go to."""

    path: str = ""
    infos: dict[str, str] = field(default_factory=dict)
    id_numbers: dict[str, str] = field(default_factory=dict)
    ignored: list[str] = field(default_factory=list)
    current: tuple[str, ...] = ()
    _known: dict[tuple[str, ...], _Known] = field(default_factory=dict)
    _questions: dict[tuple[tuple[str, ...], str], str] = field(default_factory=dict)

    def switch(self, question: Node) -> None:
        """Take a question of type "category"."""
        path = self._path(question)
        context, names = split_path(path)
        info = _info(question)
        id_number = read_id_number(question)
        self._create(context, names, path, info, id_number)
        self.path = path
        self.infos[path] = info or self.infos.get(path, "")
        self.id_numbers[path] = id_number or self.id_numbers.get(path, "")
        self.current = (context, *map(database_key, names))

    def enter(self, id_number: str) -> None:
        """Refuse the second question of a category with one id number: Moodle takes it away."""
        if not id_number:
            return
        key = (self.current, database_key(id_number))
        if key in self._questions:
            raise ImportRefused(
                f"the id number {id_number!r} is already that of another question in the category"
                + ("" if self._questions[key] == id_number else " on a MySQL database")
            )
        self._questions[key] = id_number

    def _path(self, question: Node) -> str:
        holder = question.one("category")
        path = "" if holder is None else plain_text(holder)
        if not path:
            raise ImportRefused("a category question has no path in <category><text>")
        return path

    def _create(
        self, context: str, names: tuple[str, ...], path: str, info: str, id_number: str
    ) -> None:
        for depth in range(1, len(names) + 1):
            key = (context, *map(database_key, names[:depth]))
            fresh = key not in self._known
            known = self._known.setdefault(key, _Known(names[:depth]))
            if known.names != names[:depth]:
                raise ImportRefused(
                    f"{names[depth - 1]!r} and {known.names[-1]!r} are one category on MySQL"
                )
            if depth == len(names):
                self._describe(known, fresh, path, info, id_number)

    def _describe(self, known: _Known, fresh: bool, path: str, info: str, id_number: str) -> None:
        """Keep the description; one that comes too late is dropped by Moodle.

        Moodle fills in a blank description later, but an id number only with the first
        appearance, because it compares null with the empty string.
        """
        if info and known.info and info != known.info:
            raise ImportRefused(f"the second description of the category {path!r} is dropped")
        if id_number and id_number != known.id_number and not fresh:
            raise ImportRefused(f"the id number of the category {path!r} comes too late")
        others = (other for other in self._known.values() if other is not known and id_number)
        if any(database_key(other.id_number) == database_key(id_number) for other in others):
            raise ImportRefused(f"two categories have the id number {id_number!r}")
        known.info = known.info or info
        known.id_number = known.id_number or id_number


def _info(question: Node) -> str:
    """Return the description; it has no files, and its format must be written."""
    node = question.one("info")
    if node is None:
        return ""
    if node.one("text") is None or "format" not in node.attributes:
        raise ImportRefused("the <info> of a category needs a format and a <text>")
    text = plain_text(node)
    if PLACEHOLDER in text:
        raise ImportRefused("the description of a category cannot use files")
    return to_html(text, read_format(node, FORMATS[0]), "description of a category")
