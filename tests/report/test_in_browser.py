"""The page in Chromium: for everybody, on every screen, on paper, and without a network."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import pytest

from grader.model import Report, Result
from grader.report import Style
from grader.report.html import render
from tests.browsing import listen
from tests.cli.running import ROOT, grader

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]
MakeReport = Callable[..., Report]
Scheme = Literal["light", "dark"]
OPEN_ALL = "document.querySelectorAll('details').forEach(one => one.open = true)"


@pytest.fixture(scope="module")
def real_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample submission with its labs."""
    path = tmp_path_factory.mktemp("page") / "report.html"
    submission = ROOT / "examples/first-attempt"
    finished = grader("check", "--submission", submission, "--output", f"html={path}")
    assert finished.code == 1
    return path


@pytest.fixture
def hostile_page(
    results: dict[str, Result], hostile: Result, make_report: MakeReport, tmp_path: Path
) -> Path:
    """One result of every kind, and one that means harm."""
    path = tmp_path / "report.html"
    text = render(make_report(hostile, *results.values(), level="partial"), Style())
    path.write_bytes(text.encode("utf-8"))
    return path


@contextmanager
def opened(browser: Browser, path: Path, width: int = 1100, **options: Any) -> Iterator[Page]:
    """Open a page; nothing may be loaded, said or complained about meanwhile."""
    context = browser.new_context(viewport={"width": width, "height": 800}, **options)
    page = context.new_page()
    heard = listen(page)
    page.on("dialog", lambda dialog: heard.append(dialog.message))
    page.goto(path.as_uri())
    yield page
    context.close()
    assert heard == [path.as_uri()]


def choose_japanese(page: Page) -> None:
    page.get_by_text("日本語", exact=True).click()


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("which", ["real", "hostile"])
def test_axe_finds_nothing(
    which: str,
    scheme: Scheme,
    language: str,
    browser: Browser,
    real_page: Path,
    hostile_page: Path,
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    path = real_page if which == "real" else hostile_page
    # The checker is put into the page as a script, which the page's policy forbids.
    with opened(browser, path, color_scheme=scheme, bypass_csp=True) as page:
        if language == "ja":
            choose_japanese(page)
        page.evaluate(OPEN_ALL)
        found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("width", [320, 360, 768, 1600])
def test_no_screen_is_too_narrow(
    width: int, language: str, browser: Browser, real_page: Path, hostile_page: Path
) -> None:
    for path in (real_page, hostile_page):
        with opened(browser, path, width) as page:
            if language == "ja":
                choose_japanese(page)
            page.evaluate(OPEN_ALL)
            assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_language_is_chosen_without_a_mouse(browser: Browser, real_page: Path) -> None:
    with opened(browser, real_page) as page:
        assert page.get_by_text("To think about:").first.is_visible()
        assert not page.get_by_text("考えてみましょう").first.is_visible()
        page.keyboard.press("Tab")
        page.keyboard.press("ArrowRight")
        assert page.get_by_text("考えてみましょう").first.is_visible()
        assert not page.get_by_text("To think about:").first.is_visible()


def test_scripts_of_students_are_shown_and_not_run(browser: Browser, hostile_page: Path) -> None:
    with opened(browser, hostile_page) as page:
        mark = page.locator("mark").first
        assert mark.inner_text() == "<script>alert(1)</script></style><img src=x onerror=alert(2)>"
        assert page.locator("script, img").count() == 0


def test_dark_is_dark(browser: Browser, real_page: Path) -> None:
    brightness = []
    for scheme in ("light", "dark"):
        with opened(browser, real_page, color_scheme=scheme) as page:
            colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
            brightness.append(sum(map(int, colour.removeprefix("rgb(")[:-1].split(","))))
    assert brightness[0] > 600
    assert brightness[1] < 150


def test_paper_shows_the_code_and_leaves_out_what_is_to_click(
    browser: Browser, real_page: Path
) -> None:
    with opened(browser, real_page, width=700, color_scheme="dark") as page:
        code = page.locator("article.passed pre.code").first
        assert not code.is_visible()
        page.emulate_media(media="print")
        assert code.is_visible()
        assert not page.locator("nav").is_visible()
        assert not page.locator(".languages").is_visible()
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == (
            "rgb(255, 255, 255)"
        )
        assert page.evaluate("document.documentElement.scrollWidth") <= 700
        assert page.pdf(format="A4").startswith(b"%PDF")


def test_formulas_are_laid_out(browser: Browser, real_page: Path) -> None:
    with opened(browser, real_page) as page:
        page.evaluate(OPEN_ALL)
        box = page.locator("#day1\\.section3_output\\.softmax math").first.bounding_box()
        assert box is not None
        assert box["height"] > 30


def test_code_scrolls_with_the_keyboard(browser: Browser, real_page: Path) -> None:
    with opened(browser, real_page, width=360) as page:
        region = page.locator("article.failed .scroll").first
        region.focus()
        page.keyboard.press("ArrowRight")
        # Not `wait_for_function`, whose polling the page's own policy forbids.
        for _ in range(100):
            if page.evaluate("document.activeElement.scrollLeft") > 0:
                return
            page.wait_for_timeout(50)
        pytest.fail("the region does not scroll")
