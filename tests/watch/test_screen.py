from __future__ import annotations

from dataclasses import replace
from typing import Any

import click
import pytest

from grader.layout import display_width
from grader.report import RelatedQuestion, Style
from grader.report.drawing.result import ResultPen
from grader.watch.events import Hint
from grader.watch.screen import compose
from grader.watch.state import END, State
from grader.words import Language, sentence
from tests.watch.states import DOUBLE, IDS, TOTAL, begun, result, results

WHY = "A reason.\nA question?"


def shown(state: State, language: Language = "en", rows: int = 24, **style: Any) -> list[str]:
    return list(compose(state, ResultPen(language, Style(**style)), rows).lines)


def text(state: State, **options: Any) -> str:
    return "\n".join(shown(state, **options))


STATES = {
    "nothing known": begun(work="checking"),
    "failed": begun(results={TOTAL: result(TOTAL, "failed", messages=(WHY * 20,))}, scroll=3),
    "todo": begun(results=results(total="todo"), hints=(Hint(1, 3, "Look " * 60),)),
    "training": begun(results=results(total="passed"), work="training", training=(1, 3)),
    "list": begun(view="list", results=results(double="error")),
    "question": begun(view="question", question=sentence("cli.reset_ask", file="a/" * 60)),
    "broken": begun(broken=sentence("course.no_cases", file="checks.py")),
}


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("size", [(24, 80), (24, 60), (10, 40), (3, 40), (1, 40)])
@pytest.mark.parametrize("state", STATES.values(), ids=STATES)
def test_the_screen_is_just_filled(state: State, size: tuple[int, int], language: Language) -> None:
    rows, columns = size
    for colour in (False, True):
        lines = shown(state, language, rows, width=columns, colour=colour)
        assert len(lines) == rows
        assert max(display_width(click.unstyle(line)) for line in lines) <= columns
        assert not any("\n" in line for line in lines)


def test_ascii_is_enough_for_english() -> None:
    for state in STATES.values():
        assert text(state, unicode=False).isascii()


def test_the_heading_counts_the_section_and_the_list_everything() -> None:
    state = begun(results=results(total="passed", triple="passed"))
    assert "1 of 2 passed  ████████░░░░░░░░" in shown(state)[0]
    assert "Sums · day1/sums" in shown(state)[0]
    listed = begun(results=state.results, view="list")
    assert "2 of 3 passed" in shown(listed)[0]


def test_the_place_of_the_trouble_can_be_followed() -> None:
    state = begun(results={TOTAL: result(TOTAL, "error", line=7)})
    assert f"exercises/{TOTAL}.py:7" in text(state)


def test_whoever_has_not_begun_reads_the_task() -> None:
    todo = result(TOTAL, "todo")
    empty = tuple(type(blank)(blank.label, 8, "___", "todo") for blank in todo.blanks)
    untouched = begun(results={TOTAL: result(TOTAL, "todo", blanks=empty)})
    assert "Do it." in text(untouched)
    assert "Do it." not in text(begun(results={TOTAL: todo}))


def test_a_missing_file_is_no_riddle() -> None:
    gone = begun(results={TOTAL: result(TOTAL, "todo", file=None, blanks=())})
    assert "is not there. Press x" in " ".join(text(gone).split())


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"work": "waiting"}, "Checking…"),
        ({"work": "explaining"}, "Looking for the reason…"),
        ({"work": "training", "training": (1, 4)}, "Training with your function… 25%"),
        ({"seconds": 0.0416}, "Last check: 42 ms"),
        ({"note": sentence("cli.reset_left"), "work": "training"}, "Nothing was changed."),
        ({"results": results(total="passed", double="passed", triple="passed")}, "Every exercise"),
    ],
)
def test_the_status_says_what_is_going_on(values: dict[str, Any], said: str) -> None:
    assert said in shown(begun(**values))[-2]


def test_next_is_offered_once_everything_about_a_pass_is_known() -> None:
    green = click.style(click.style("n", bold=True), fg="green")
    passed = begun(results=results(total="passed"))
    assert green in shown(passed, colour=True)[-1]
    assert green not in shown(begun(results=passed.results, work="training"), colour=True)[-1]
    assert green not in shown(begun(results=results(total="failed")), colour=True)[-1]


def test_a_long_page_is_scrolled_as_far_as_it_goes() -> None:
    state = begun(results={TOTAL: result(TOTAL, "failed", messages=tuple("abcdefghijklm"))})
    pen = ResultPen("en", Style())
    top = compose(state, pen, 12)
    assert "↓ " in top.lines[-2]
    end = compose(begun(results=state.results, scroll=END), pen, 12)
    assert 0 < end.scroll < END
    assert "↑ " in end.lines[-2]
    middle = compose(begun(results=state.results, scroll=1), pen, 12)
    assert "↑ 1 · ↓ " in middle.lines[-2]
    assert compose(begun(results=state.results, scroll=5), pen, 60).scroll == 0


def test_the_question_to_look_at_stands_below_the_result() -> None:
    question = RelatedQuestion("day1/sums#twice", "Why twice?")
    state = begun(results=results(total="failed"), related={TOTAL: question})
    said = "Related question: Why twice?\n      grader quiz take day1/sums#twice"
    assert said in text(state)
    assert said not in text(replace(state, current=1))
    mistaken = {TOTAL: question._replace(about_mistake=True)}
    assert "この間違いを扱う確認テストの問題: Why twice?" in text(
        replace(state, related=mistaken), language="ja"
    )


def test_hints_stand_below_the_result() -> None:
    state = begun(results=results(total="failed"), hints=(Hint(2, 3, "Look\nthere."),))
    page = text(state)
    assert page.index("1 of 3 cases") < page.index("Hint 2 of 3") < page.index("Look there.")


def test_the_cursor_of_a_long_list_is_always_seen() -> None:
    for cursor in range(len(IDS)):
        lines = shown(begun(view="list", cursor=cursor), rows=7)
        assert sum(line.startswith(" >") for line in lines) == 1
    assert "not checked yet" in text(begun(view="list"))
    assert "took too long" in text(begun(view="list", results={DOUBLE: result(DOUBLE, "timeout")}))
