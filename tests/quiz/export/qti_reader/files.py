"""Which packaged file an address in a text leads to, by Canvas' two rules.

First canvas-lms, qti_exporter, html_helper.rb (sanitize_html!, find_best_path_match): the
address, percent- and plus-decoded and without $TOKENS$, is compared with the paths of the
manifest, and if none is equal the shortest path that merely *ends with* it is taken. What is
left over goes through canvas_link_migrator, link_parser.rb and link_resolver.rb, which know
``$IMS-CC-FILEBASE$/`` and look a path up whole, then without its first folder, and so on.
"""

from __future__ import annotations

import re
from urllib.parse import unquote, unquote_plus

from tests.quiz.export.qti_reader.model import ImportRefused
from tests.quiz.export.qti_reader.sanitize import SCHEME

FILEBASE = re.compile(r"(?:\$|%24)IMS[-_]CC[-_]FILEBASE(?:\$|%24)/(.*)", re.DOTALL)
OTHER_TOKEN = re.compile(r"(?:\$|%24)[A-Z_-]+(?:\$|%24)")


class Files:
    """The files the manifest lists, and those the texts turned out to use."""

    def __init__(self, paths: list[str]) -> None:
        """Take the paths the manifest lists."""
        self.paths = sorted(paths, key=len)
        self.used: set[str] = set()

    def resolve(self, address: str, css_class: str, where: str) -> None:
        """Refuse an address that Canvas would not find or would take for another file."""
        if not address.strip():
            if self.paths:
                raise ImportRefused(f"{where}: Canvas fills an empty address with a file's.")
            return
        filebase = FILEBASE.match(address)
        if filebase:
            self.used.add(self._packaged(unquote(filebase[1].partition("?")[0]), where))
        elif OTHER_TOKEN.match(address):
            raise ImportRefused(f"{where}: {address!r} refers into the course it came from.")
        elif SCHEME.match(address) or address.startswith(("#", "//")):
            return
        elif address.startswith("/"):
            self._server_path(address, css_class, where)
        else:
            self.used.add(self._relative(unquote_plus(address), where))

    def _packaged(self, path: str, where: str) -> str:
        parts = path.split("/")
        for start in range(len(parts)):
            tail = "/".join(parts[start:])
            for known in (tail, f"web_resources/{tail}"):
                if known in self.paths:
                    return known
        raise ImportRefused(f"{where}: the manifest lists no file {path!r}.")

    def _relative(self, path: str, where: str) -> str:
        if path in self.paths:
            return path
        found = [known for known in self.paths if known.endswith(path)]
        if not found:
            raise ImportRefused(f"{where}: the manifest lists no file {path!r}.")
        if len(found) > 1 or not found[0].endswith("/" + path):
            raise ImportRefused(f"{where}: Canvas would take {found[0]!r} for {path!r}.")
        return found[0]

    def _server_path(self, address: str, css_class: str, where: str) -> None:
        if "equation_image" not in css_class.split():
            raise ImportRefused(f"{where}: {address!r} is a path on a server, not a packaged file.")
