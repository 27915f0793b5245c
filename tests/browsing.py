"""Chromium for tests of pages."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

# Nobody is asked: the browser is given the file instead.
SITE = "https://quiz.test/"
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start the browser."""
    from playwright.sync_api import sync_playwright

    found = next(filter(None, map(shutil.which, CHROMIUM)), None)
    assert found, "these tests need Chromium"
    with sync_playwright() as playwright:
        # The browser's own sandbox does not work for root.
        sandbox = os.geteuid() != 0
        browser = playwright.chromium.launch(executable_path=found, chromium_sandbox=sandbox)
        yield browser
        browser.close()


def listen(page: Page) -> list[str]:
    """Collect what a page asks for, says and complains about from now on."""
    heard: list[str] = []
    page.on("request", lambda request: heard.append(request.url))
    page.on("console", lambda message: heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    return heard


def visit(page: Page, path: Path) -> str:
    """Open a page as if it came from a server; return its address.

    Chromium opens about one local file in a hundred with an empty store.
    """
    page.context.route(
        f"{SITE}*",
        lambda route: route.fulfill(path=path.with_name(route.request.url.rpartition("/")[2])),
    )
    page.goto(SITE + path.name)
    return SITE + path.name


@contextmanager
def opened(browser: Browser, path: Path, width: int = 1100, **options: Any) -> Iterator[Page]:
    """Open a page; nothing may be loaded or complained about meanwhile."""
    context = browser.new_context(viewport={"width": width, "height": 800}, **options)
    page = context.new_page()
    heard = listen(page)
    address = visit(page, path)
    yield page
    context.close()
    strange = [one for one in heard if not one.startswith((address, "blob:"))]
    assert strange == []
