from __future__ import annotations

from collections.abc import Callable

import pytest

from grader.model import Report, Result
from grader.report import Style, format_names, load_renderer


def test_formats_are_found_by_listing_the_folder() -> None:
    assert {"json", "text"} <= set(format_names())
    assert list(format_names()) == sorted(format_names())


@pytest.mark.parametrize("name", format_names())
def test_every_format_renders(
    name: str, results: dict[str, Result], make_report: Callable[..., Report]
) -> None:
    text = load_renderer(name).render(make_report(*results.values()), Style())
    assert text.endswith("\n")
    assert "l2_gradient" in text


@pytest.mark.parametrize("name", format_names())
def test_every_format_renders_nothing(name: str, make_report: Callable[..., Report]) -> None:
    assert load_renderer(name).render(make_report(), Style()).endswith("\n")
