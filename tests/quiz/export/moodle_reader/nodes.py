"""Read the XML of a question bank the way Moodle's importer does.

Rules followed: Moodle's `core/xml_parser` (lib/classes/xml_parser.php, formerly lib/xmlize.php),
`qformat_default::readdata` (question/format.php) and `qformat_xml::readquestions`
(question/format/xml/format.php).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.parsers import expat

from tests.quiz.export.moodle_reader.phplike import php_trim


class ImportRefused(Exception):  # noqa: N818 - an answer about a file
    """Raised where Moodle's importer would drop, misread, warn about or refuse the file."""


@dataclass
class Node:
    """One element, with a note of what has been read of it."""

    name: str
    attributes: dict[str, str]
    children: list[Node] = field(default_factory=list)
    text: str = ""
    lost: bool = False
    used: bool = False
    read: bool = False
    used_attributes: set[str] = field(default_factory=set)

    def one(self, name: str) -> Node | None:
        """Return the first child of that name: the importer always takes index 0."""
        found = next((child for child in self.children if child.name == name), None)
        if found is not None:
            found.used = True
        return found

    def many(self, name: str) -> list[Node]:
        """Return all children of that name."""
        found = [child for child in self.children if child.name == name]
        for child in found:
            child.used = True
        return found

    def attribute(self, name: str) -> str | None:
        """Return an attribute as written."""
        self.used_attributes.add(name)
        return self.attributes.get(name)

    def leaf(self) -> str:
        """Return the characters of an element that must hold nothing but characters.

        `getpath` reports "invalidxml" for an element found where text is expected (which is what
        HTML outside CDATA gives), and `xml_parser` drops every piece of text that is blank.
        """
        self.used = self.read = True
        if self.children:
            raise ImportRefused(
                f"<{self.name}> holds elements where Moodle expects text: HTML must be escaped "
                "or put in CDATA"
            )
        if self.lost:
            raise ImportRefused(
                f"Moodle's parser drops the blanks that stand alone between two entities or "
                f"sections in <{self.name}>: use one CDATA section"
            )
        return self.text


def plain_pieces(raw: str) -> list[str]:
    r"""Cut a run of plain characters into the pieces in which libxml reports it to PHP.

    It takes a fast way up to the first character that is not ASCII; a line end "\r\n" begins a
    new piece, and once such an end is followed by another return or by a character that is not
    ASCII, or a return stands alone, all the rest is one piece.
    """
    pieces, start, index = [], 0, 0
    while index < len(raw):
        character, after = raw[index], raw[index + 2 : index + 3]
        paired = raw[index : index + 2] == "\r\n"
        if character > "\x7f" or (character == "\r" and (not paired or after > "\x7f")):
            pieces += [raw[start:index], raw[index:]]
            break
        if paired:
            pieces.append(raw[start:index])
            start = index
            if after == "\r":
                pieces.append(raw[start:])
                break
        index += 1 + paired
    else:
        pieces.append(raw[start:])
    return [piece.replace("\r\n", "\n").replace("\r", "\n") for piece in pieces if piece]


class _Builder:
    """Build nodes from expat events, cutting text into the pieces that PHP's parser reports.

    PHP's parser (libxml) reports a character or entity reference, a CDATA section and the plain
    text between them as separate pieces; `xml_parser::characterdata` forgets those that are blank
    after `trim`.
    """

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.root: Node | None = None
        self.open: list[Node] = []
        self.pieces: list[list[str]] = []
        self.section: list[str] | None = None
        self.run: int | None = None
        self.parser = expat.ParserCreate("UTF-8")
        self.parser.XmlDeclHandler = self.declaration
        self.parser.StartDoctypeDeclHandler = self.doctype
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.characters
        self.parser.StartCdataSectionHandler = self.start_section
        self.parser.EndCdataSectionHandler = self.end_section
        self.parser.CommentHandler = self.boundary
        self.parser.ProcessingInstructionHandler = self.boundary

    def boundary(self, *_parts: object) -> None:
        if self.run is not None:
            raw = self.content[self.run : self.parser.CurrentByteIndex].decode()
            self.pieces[-1] += plain_pieces(raw)
        self.run = None

    def declaration(self, version: str, encoding: str | None, _standalone: int) -> None:
        if version != "1.0":
            raise ImportRefused(f"XML version {version} is not the 1.0 that Moodle's files have")
        if encoding is not None and encoding.lower() != "utf-8":
            raise ImportRefused(f"the file says it is {encoding}, but Moodle takes only UTF-8")

    def doctype(self, *_parts: object) -> None:
        raise ImportRefused("a question bank has no document type declaration")

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.boundary()
        node = Node(name, attributes)
        if self.open:
            self.open[-1].children.append(node)
        else:
            self.root = node
        self.open.append(node)
        self.pieces.append([])

    def end(self, _name: str) -> None:
        self.boundary()
        node, pieces = self.open.pop(), self.pieces.pop()
        node.text = "".join(piece for piece in pieces if php_trim(piece))
        node.lost = php_trim(node.text) != php_trim("".join(pieces))

    def start_section(self) -> None:
        self.boundary()
        self.section = []

    def end_section(self) -> None:
        self.pieces[-1].append("".join(self.section or []))
        self.section = None

    def characters(self, data: str) -> None:
        index = self.parser.CurrentByteIndex
        if self.section is not None:
            self.section.append(data)
        elif self.content[index : index + 1] == b"&":
            self.boundary()
            self.pieces[-1].append(data)
        elif self.run is None:
            self.run = index


def parse(content: bytes) -> Node:
    """Return the root element, which must be `<quiz>`.

    `validate_is_utf8_file` wants UTF-8, `readdata` takes a byte order mark off and glues the
    lines of a file whose lines end in carriage returns alone, `xml_parser::parse` trims the
    document; a document that breaks off is imported as far as it goes, which is refused here.
    """
    body = content.removeprefix(b"\xef\xbb\xbf").strip(b" \t\n\r\0\x0b")
    if b"\r" in content and b"\n" not in content:
        raise ImportRefused("Moodle glues the lines of a file that ends them by returns alone")
    try:
        body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ImportRefused(f"the file is not UTF-8 (byte {error.start})") from error
    builder = _Builder(body)
    try:
        builder.parser.Parse(body, True)
    except expat.ExpatError as error:
        raise ImportRefused(f"the file is not well-formed XML: {error}") from error
    if builder.root is None or builder.root.name != "quiz":
        raise ImportRefused("the outermost element is not <quiz>")
    builder.root.used = True
    return builder.root
