"""What a browser would find in HTML: elements and text."""

from __future__ import annotations

from html.parser import HTMLParser


class Found(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert not any(name.startswith("on") for name, _ in attrs)
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def read_html(written: str) -> Found:
    found = Found()
    found.feed(written)
    found.close()
    return found
