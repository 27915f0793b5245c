"""Texts of a question bank with their format, their files and their placeholders.

Rules followed: `trans_format`, `import_text_with_files` and `import_files_as_draft`
(question/format/xml/format.php), `file_storage::create_file_from_string` and the cleaning of
`PARAM_FILE` and `PARAM_PATH` (lib/filestorage/file_storage.php, core/param).
"""

from __future__ import annotations

import base64
import binascii
import html
import re
from dataclasses import dataclass, field
from urllib.parse import unquote

from tests.quiz.export.moodle_reader.nodes import ImportRefused, Node
from tests.quiz.export.moodle_reader.numbers import MatchGrades
from tests.quiz.export.moodle_reader.phplike import php_trim

FORMATS = ("html", "moodle_auto_format", "plain_text", "markdown", "wiki_like")
PLACEHOLDER = "@@PLUGINFILE@@"

_BAD_NAME = re.compile("[\x00-\x1f\x7f-\x9f&<>\"`|':\\\\/]")
_REFERENCE = re.compile(rf"(?<=[\"'])({PLACEHOLDER}[^\"']*)|({PLACEHOLDER}[^\s\"'<>)]*)")
_PLAIN_WORDS = re.compile(r"[^\W\d_][\w ,.;:'()?]*", re.UNICODE)


@dataclass
class Desk:
    """What is gathered while one question is read, and how grades are matched."""

    match_grades: MatchGrades = "error"
    files: dict[str, bytes] = field(default_factory=dict)
    ignored: list[str] = field(default_factory=list)

    def note(self, what: str) -> None:
        """Remember what Moodle ignores without a word."""
        self.ignored.append(what)

    def keep(self, where: str, name: str, content: bytes) -> None:
        """Keep a file that a text uses.

        Each text has its own file area in Moodle, so two texts may use one name for different
        files; the later one is then kept as "where:name".
        """
        key = name if self.files.get(name, content) == content else f"{where}:{name}"
        self.files[key] = content


@dataclass(frozen=True)
class Field:
    """A text as HTML, with the format it was written in."""

    html: str
    format: str


def rich_text(
    holder: Node | None, where: str, desk: Desk, default: str = "html", files: bool = True
) -> Field:
    """Read a text that may have files of its own.

    A missing element gives the empty text. Elements that hold a text without files (`files`
    False) leave their files unread, and what is left unread is refused at the end.
    """
    if holder is None:
        return Field("", default)
    name = read_format(holder, default)
    text = plain_text(holder)
    attached = _attached(holder.many("file"), where) if files else {}
    used = _references(text, where)
    for path in used:
        if path not in attached:
            raise ImportRefused(
                f"the {where} uses the file {path!r}, which is not attached to the {where} itself"
            )
        desk.keep(where, path, attached[path])
    for path in sorted(set(attached) - set(used)):
        desk.note(f"the file {path!r} attached to the {where} is never used by it")
    return Field(to_html(text, name, where), name)


def read_format(holder: Node, default: str) -> str:
    """Return the text format; an unknown name makes Moodle complain and assume HTML."""
    written = holder.attribute("format")
    name = default if written is None else php_trim(written)
    if name not in FORMATS:
        raise ImportRefused(f"{name!r} is no text format that Moodle knows")
    return name


def plain_text(holder: Node) -> str:
    """Return the trimmed characters of the child `<text>`, "" if there is none."""
    node = holder.one("text")
    return "" if node is None else php_trim(node.leaf())


def to_html(text: str, name: str, where: str) -> str:
    """Show a text as HTML, roughly as `format_text` (lib/weblib.php) does for its format."""
    if name == "html" or not text:
        return text
    if name == "plain_text":
        return html.escape(text).replace("\n", "<br />\n")
    if name == "moodle_auto_format":
        return text.replace("\n", "<br />\n")
    if not _PLAIN_WORDS.fullmatch(text):
        raise ImportRefused(f"the {where} is written in {name}, which this reader cannot show")
    return f"<p>{text}</p>"


def _references(text: str, where: str) -> list[str]:
    """Return the paths of the files a text points to, as pluginfile.php would look them up."""
    paths = []
    for match in _REFERENCE.finditer(text):
        target = html.unescape(match.group())[len(PLACEHOLDER) :]
        path = unquote(re.split(r"[?#]", target, maxsplit=1)[0])
        if not path.startswith("/") or path.endswith("/"):
            raise ImportRefused(f"the {where} has a {PLACEHOLDER} that is not followed by a file")
        paths.append(path[1:])
    return list(dict.fromkeys(paths))


def _attached(nodes: list[Node], where: str) -> dict[str, bytes]:
    """Decode the files of one text by their path within its file area."""
    found: dict[str, bytes] = {}
    for node in nodes:
        path = _path(node, where)
        if path in found:
            raise ImportRefused(f"the {where} has two files {path!r}, and Moodle drops the second")
        found[path] = _decode(node, path)
    return found


def _path(node: Node, where: str) -> str:
    name = php_trim(node.attribute("name") or "")
    folder = php_trim(node.attribute("path") or "/")
    if not name or name in (".", "..") or _BAD_NAME.search(name):
        raise ImportRefused(f"the {where} has a file whose name {name!r} Moodle would change")
    if not (folder.startswith("/") and folder.endswith("/")):
        raise ImportRefused(f"the path {folder!r} of a file does not begin and end with a slash")
    crumbs = folder[1:-1].split("/") if folder != "/" else []
    if any(crumb in ("", ".", "..") or _BAD_NAME.search(crumb) for crumb in crumbs):
        raise ImportRefused(f"the path {folder!r} of a file is one that Moodle would change")
    if len(name) > 255 or len(folder) > 255:
        raise ImportRefused(f"the {where} has a file whose name or path is longer than 255")
    return folder[1:] + name


def _decode(node: Node, path: str) -> bytes:
    """Decode the content; Moodle always takes it for base64, whatever `encoding` says."""
    encoding = node.attribute("encoding")
    if encoding not in (None, "base64"):
        raise ImportRefused(f"the file {path!r} is not in base64, which is all Moodle reads")
    try:
        return base64.b64decode("".join(node.leaf().split()), validate=True)
    except binascii.Error as error:
        raise ImportRefused(f"the content of the file {path!r} is not base64") from error
