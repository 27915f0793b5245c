"""Answering questions of a page as a person would."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page


def question(page: Page, name: str) -> Locator:
    return page.locator(f"#q-{name}")


def give(page: Page, name: str, response: Any) -> None:
    """Answer as a person would, whatever the kind."""
    asked = question(page, name)
    options = asked.locator("fieldset").first.locator(".option input")
    if options.count():
        for index in range(options.count()):
            option = options.nth(index)
            wanted = int(str(option.get_attribute("value"))) in [response, *as_list(response)]
            if wanted or option.get_attribute("type") == "checkbox":
                option.set_checked(wanted)
    elif asked.locator("select").count():
        for index, value in enumerate(response):
            asked.locator("select").nth(index).select_option(index=value + 1)
    elif isinstance(response, dict):
        for blank, fill in response.items():
            asked.locator(f"[data-blank='{blank}']").fill(fill)
    else:
        asked.locator("[name=response]").fill(response)


def as_list(response: object) -> list[object]:
    return response if isinstance(response, list) else []


def check(page: Page, name: str) -> str:
    """Have an answer marked; what the page says."""
    question(page, name).locator("button[type=submit]").click()
    return said(page, name)


def leave(page: Page, name: str) -> None:
    """Leave the field of an answer."""
    question(page, name).locator("[name=response]").blur()
    settle(page)


def settle(page: Page) -> None:
    """Wait for what the page puts off until a click or key is over."""
    # Timers without a delay run in the order they were set in.
    page.evaluate("() => new Promise((done) => setTimeout(done))")


def said(page: Page, name: str) -> str:
    return question(page, name).locator(".result").inner_text()


def score(page: Page) -> str:
    return page.locator("#score").inner_text()
