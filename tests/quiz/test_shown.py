"""What an author wrote and no reader can be shown is said by file and line, wherever it is met."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.errors import CourseError
from grader.quiz.page.prose import PageProse
from grader.quiz.terminal.prose import ProseWriter
from tests.quiz.writing import question, read_one

SVG = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M 0 0 L 1 1"/></svg>'
CHOICE = "- [x] one\n- [ ] two\n  > No."


@pytest.mark.parametrize("tex", ["$\\foo$", "$$\n\\foo\n$$"])
def test_a_page_names_the_place_of_an_unknown_formula(tex: str, tmp_path: Path) -> None:
    found = read_one(tmp_path, question(f"Take\n\n{tex}\n\n{CHOICE}"))
    with pytest.raises(CourseError, match=r"quiz\.md:7: this formula cannot be shown: .*foo"):
        PageProse(tmp_path).block(found.body)


def test_a_terminal_shows_an_unknown_formula_as_it_is_written(tmp_path: Path) -> None:
    found = read_one(tmp_path, question(f"Take $\\foo$ .\n\n{CHOICE}"))
    writer = ProseWriter("en", unicode=True, folder=tmp_path)
    assert "\\foo" in "".join(writer.lines(found.body.en, 60))


@pytest.mark.parametrize("name", ["a curve.svg", "曲線.svg", "fig/100%.svg"])
def test_an_image_may_have_any_name(name: str, tmp_path: Path) -> None:
    (tmp_path / "fig").mkdir()
    (tmp_path / name).write_text(SVG, encoding="utf-8")
    found = read_one(tmp_path, question(f"![it falls](<{name}>)\n\n{CHOICE}"))
    assert "M 0 0 L 1 1" in PageProse(tmp_path).block(found.body)
    writer = ProseWriter("en", unicode=True, folder=tmp_path)
    assert name in " ".join(writer.lines(found.body.en, 200))
