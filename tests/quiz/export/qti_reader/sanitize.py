"""What Canvas leaves of a text's HTML, and which files it looks for.

Lists after canvas-lms, gems/canvas_sanitize/lib/canvas_sanitize/canvas_sanitize.rb: an element
that is not listed loses its tags, an attribute or a style property that is not listed goes
silently, an address with another scheme than listed goes with its attribute. ``data:`` is not
listed for pictures.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from tests.quiz.export.qti_reader.archive import words
from tests.quiz.export.qti_reader.markup import Node, elements, parse_html
from tests.quiz.export.qti_reader.model import ImportRefused

ELEMENTS = words(
    "a abbr acronym address area article aside audio b bdo big blockquote br caption cite code "
    "col colgroup dd del details dfn div dl dt em embed figcaption figure font footer h1 h2 h3 "
    "h4 h5 h6 header hr i iframe img ins kbd legend li map mark nav object ol p param picture "
    "pre q rp rt ruby samp section small source span strike strong style sub summary sup table "
    "tbody td tfoot th thead time tr track tt u ul var video"
)
MATH = words(
    "annotation annotation-xml maction maligngroup malignmark math menclose merror mfenced mfrac "
    "mglyph mi mlabeledtr mlongdiv mmultiscripts mn mo mover mpadded mphantom mprescripts mroot "
    "mrow ms mscarries mscarry msgroup msline mspace msqrt msrow mstack mstyle msub msubsup msup "
    "mtable mtd mtext mtr munder munderover none semantics"
)
ANYWHERE = re.compile(r"(style|class|id|title|role|lang|dir|aria-[a-z]+)$")
DATA = re.compile(
    r"data-(?!xml|kyle-menu|turn-into-dialog|flash-message|popup-within|html-tooltip-title|method)"
    r"[a-z_][\w.-]*$"
)
ATTRIBUTES = {
    "a": "href target name",
    "area": "alt coords href shape target",
    "blockquote": "cite",
    "q": "cite",
    "col": "span width",
    "colgroup": "span width",
    "img": "align alt height src usemap width longdesc",
    "iframe": "src width height name align frameborder scrolling allow sandbox allowfullscreen "
    "webkitallowfullscreen mozallowfullscreen",
    "ol": "start type",
    "ul": "type",
    "map": "name",
    "table": "summary width border cellpadding cellspacing center frame rules",
    "tr": "align valign dir",
    "td": "abbr axis colspan rowspan width align valign dir",
    "th": "abbr axis colspan rowspan width align valign dir scope",
    "param": "name value",
    "object": "width height style data type classid codebase",
    "embed": "name src type allowfullscreen pluginspage wmode allowscriptaccess width height",
    "source": "media width height sizes src srcset type",
    "track": "default kind label src srclang",
    "video": "name src allowfullscreen allow muted poster width height controls playsinline",
    "audio": "name src allowfullscreen allow muted poster width height controls playsinline",
    "font": "face color size",
}
STYLES = re.compile(
    r"(align-(content|items|self)|background(-(attachment|color|image|repeat|position(-[xy])?))?"
    r"|border(-(radius|(bottom|left|right|top)(-(color|style|width))?|collapse|color|spacing|style"
    r"|width))?|clear|clip|color|(column|row)-gap|cursor|direction|display"
    r"|flex(-(basis|direction|flow|grow|shrink|wrap))?|float"
    r"|font(-(family|size|stretch|style|variant|width))?|gap|grid(-[a-z-]+)?|height"
    r"|justify-(content|items|self)|left|line-height|list-style(-(image|position|type))?"
    r"|(margin|padding)(-(bottom|left|right|top|offset))?|(max|min)-(height|width)|order"
    r"|overflow(-[xy])?|position|place-(content|items|self)|right|text-(align|decoration|indent)"
    r"|table-layout|top|vertical-align|visibility|white-space|width|z-index|zoom)$"
)
SCHEME = re.compile(r"\s*([A-Za-z][A-Za-z0-9+.-]*):")
LINKS = {"a": ("ftp", "http", "https", "mailto", "tel", "skype")}
MEDIA = frozenset(("audio", "video", "source", "track"))
ADDRESSES = ("href", "src", "cite", "data", "longdesc", "poster")
LINKED = ("rel", "href", "src", "data", "value")

Resolve = Callable[[str, str, str], None]


def check_html(
    source: str, where: str, resolve: Resolve, ignored: list[str], *, question: bool = False
) -> Node:
    """Refuse HTML that Canvas would change visibly; note in ``ignored`` what it drops quietly.

    ``resolve(address, class, where)`` is called for each address that may be a packaged file.
    In a question's text (``question``) raw angle brackets inside a tag are refused as well:
    Canvas counts brackets there and escapes what does not pair up (html_helper.rb,
    escape_unmatched_brackets), which tears such a tag apart.
    """
    top, comments = parse_html(source, where)
    if comments:
        ignored.append(f"{where}: {comments} HTML comment(s)")
    for node in elements(top):
        if node.name not in ELEMENTS | MATH:
            raise ImportRefused(f"{where}: Canvas removes <{node.name}>.")
        if question and node.raw_brackets:
            raise ImportRefused(f"{where}: write &lt; and &gt; inside attributes of <{node.name}>.")
        _check_attributes(node, where, resolve, ignored)
    return top


def _check_attributes(node: Node, where: str, resolve: Resolve, ignored: list[str]) -> None:
    for name, value in list(node.attributes.items()):
        if not _allowed(node.name, name):
            ignored.append(f"{where}: attribute {name} of <{node.name}>")
            del node.attributes[name]
            continue
        if name == "style":
            _check_style(value, where, ignored)
        if name in ADDRESSES:
            _check_scheme(node.name, name, value, where)
        if name in LINKED and not (name == "value" and "FILEBASE" not in value):
            resolve(value, node.attributes.get("class", ""), where)


def _allowed(tag: str, name: str) -> bool:
    if ANYWHERE.match(name) or DATA.match(name) or name in ATTRIBUTES.get(tag, "").split():
        return True
    return tag in MATH and name not in ("xmlns",) and not name.startswith("on")


def _check_style(value: str, where: str, ignored: list[str]) -> None:
    for part in filter(str.strip, value.split(";")):
        name = part.partition(":")[0].strip().lower()
        if not STYLES.match(name):
            ignored.append(f"{where}: style {name}")


def _check_scheme(tag: str, name: str, value: str, where: str) -> None:
    found = SCHEME.match(value)
    if not found:
        return
    scheme = found[1].lower()
    known = LINKS.get(tag, ("http", "https")) + (("data",) if tag in MEDIA else ())
    if scheme not in known:
        raise ImportRefused(
            f"{where}: Canvas removes {name}={value[:24]!r} from <{tag}>: the scheme {scheme}: "
            "is not one it allows there."
        )
