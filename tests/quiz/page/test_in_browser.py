"""Pages in Chromium: answering, progress, everybody's access, paper, and no network."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import pytest

from grader.quiz.model import Quiz
from grader.quiz.page.write import Group, Listed, write_exam, write_index, write_practice
from grader.words import Text
from tests.browsing import listen, opened, visit
from tests.cli.running import grader
from tests.quiz.page.answering import check, give, question, said, score

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]
Scheme = Literal["light", "dark"]
OPEN_ALL = "document.querySelectorAll('details').forEach(one => one.open = true)"
RIGHT_RESPONSES: dict[str, object] = {
    "one": 0,
    "some": [0, 2],
    "figure": "Circle",
    "number": "０．４３７",
    "shape-917": "(9, 17)",
    "formula": "2x + 2y",
    "code": {"1": "np.max( x )", "2": "np.exp(x)"},
    "sequence": [1, 0, 2],
    "pairs": [1, 0],
    "essay": "Things fall.",
}


def test_every_kind_can_be_answered(browser: Browser, practice_page: Path) -> None:
    with opened(browser, practice_page) as page:
        for name, response in RIGHT_RESPONSES.items():
            give(page, name, response)
            answer = check(page, name)
            assert "Right" in answer or name == "essay"
            assert question(page, name).locator(".answer .explanation").is_visible()
        assert score(page) == "14 of 16 points, 10 of 10 questions answered"
        page.locator("#q-essay .rubric input").first.check()
        assert score(page) == "15 of 16 points, 10 of 10 questions answered"
        assert "Passed" in page.locator("#outcome").inner_text()


@pytest.mark.parametrize(
    ("name", "response", "expected"),
    [
        ("one", 1, "Halves are wrong."),
        ("some", [0, 1], "Three is odd."),
        ("figure", "SQUARE", "It has no corners."),
        ("number", "437%", "Ten times too much."),
        ("code", {"1": "np.max(x)", "2": "x"}, "Right: 1\n\nNot right: 2\n\nWhere is the"),
        ("code", {"1": "max(x)", "2": "np.exp(x)"}, "runs nothing"),
        ("formula", "2x", "Read as 2·x"),
        ("pairs", [1, 2], "Right: 1"),
    ],
)
def test_a_wrong_answer_is_explained_without_the_key(
    name: str, response: object, expected: str, browser: Browser, practice_page: Path
) -> None:
    with opened(browser, practice_page) as page:
        assert not question(page, name).locator(".answer").is_visible()
        give(page, name, response)
        answer = check(page, name)
        assert expected in answer.replace("Not right\n\n", "")
        assert not question(page, name).locator(".explanation").is_visible()
        question(page, name).locator(".answer summary").click()
        assert question(page, name).locator(".explanation").is_visible()


@pytest.mark.parametrize(
    ("name", "response", "expected"),
    [
        ("one", None, "Nothing has been chosen yet."),
        ("some", [], "Nothing has been chosen yet."),
        ("number", "", "There is no answer yet."),
        ("number", "about four", "Write one number"),
        ("shape-917", "nine by seventeen", "Write the size"),
        ("formula", "2(x+y", "A bracket is not closed"),
        ("code", {"1": "np.max(x)"}, "Still empty: blank 2"),
        ("code", {"1": "np.max(x", "2": "x"}, "not valid Python"),
        ("sequence", [1], "Use each of the 3 numbers once."),
        ("pairs", [1], "Some items have no partner yet."),
        ("essay", "x" * 101, "longer than 100"),
    ],
)
def test_an_answer_that_cannot_be_read_is_never_wrong(
    name: str, response: Any, expected: str, browser: Browser, practice_page: Path
) -> None:
    with opened(browser, practice_page) as page:
        if response:
            give(page, name, response)
        assert expected in check(page, name)
        assert "0 of 10 questions answered" in score(page)
        assert not question(page, name).locator(".answer").is_visible()
        assert page.evaluate("document.activeElement.closest('form') !== null")


def test_the_first_answer_counts(browser: Browser, practice_page: Path) -> None:
    with opened(browser, practice_page) as page:
        give(page, "number", "5")
        check(page, "number")
        give(page, "number", "0.437")
        assert check(page, "number").startswith("✓ Right (the first answer counts)")
        assert "points" not in said(page, "number")
        assert score(page).startswith("0 of 16 points, 1 of 10")
        page.get_by_text("日本語", exact=True).click()
        assert said(page, "number").startswith("✓ 正解です（得点になるのは最初の答えです）")


def test_asking_for_the_answer_gives_no_points(browser: Browser, practice_page: Path) -> None:
    with opened(browser, practice_page) as page:
        question(page, "number").get_by_text("Show the answer").click()
        assert question(page, "number").get_by_text("0.437 ± 0.001 px").is_visible()
        give(page, "number", "0.437")
        assert check(page, "number").startswith("✓ Right (you asked for the answer before)")
        assert score(page).startswith("0 of 16 points, 1 of 10")
        assert page.get_by_text("Try the wrong ones again").is_enabled()


def test_progress_is_kept_and_the_wrong_ones_can_be_tried_again(
    browser: Browser, practice_page: Path
) -> None:
    with opened(browser, practice_page) as page:
        give(page, "one", 0)
        check(page, "one")
        give(page, "number", "5")
        check(page, "number")
        page.reload()
        assert score(page) == "2 of 16 points, 2 of 10 questions answered"
        assert "Right: 2 of 2 points" in said(page, "one")
        assert question(page, "number").locator("[name=response]").input_value() == "5"
        page.get_by_text("Try the wrong ones again").click()
        assert page.locator(".question:visible").count() == 1
        assert page.evaluate("document.activeElement.textContent").endswith("数")
        assert question(page, "number").locator("[name=response]").input_value() == ""
        assert not question(page, "number").locator(".answer").is_visible()
        give(page, "number", "0.437")
        assert check(page, "number").startswith("✓ Right (the first answer counts)")
        assert score(page) == "2 of 16 points, 2 of 10 questions answered"
        page.get_by_text("Show all questions").click()
        assert page.locator(".question:visible").count() == 10


def test_what_was_right_later_is_not_asked_for_again(browser: Browser, practice_page: Path) -> None:
    with opened(browser, practice_page) as page:
        for name, response in (("number", "5"), ("figure", "SQUARE"), ("number", "0.437")):
            give(page, name, response)
            check(page, name)
        page.reload()
        assert page.locator("#chip-4").get_attribute("data-mark") == "later"
        assert "right on a later try" in page.locator("#chip-4").inner_text()
        page.get_by_text("Try the wrong ones again").click()
        assert page.locator(".question:visible").evaluate_all("all => all.map(one => one.id)") == [
            "q-figure"
        ]
        page.get_by_text("Show all questions").click()
        assert question(page, "figure").locator("[name=response]").input_value() == "SQUARE"
        assert said(page, "figure").startswith("✗ Not right")
        assert score(page).startswith("0 of 16 points, 2 of 10")


def test_starting_over_asks_first(browser: Browser, practice_page: Path) -> None:
    with opened(browser, practice_page) as page:
        give(page, "one", 0)
        check(page, "one")
        page.once("dialog", lambda dialog: dialog.dismiss())
        page.get_by_text("Start over").click()
        assert score(page).startswith("2 of 16")
        page.once("dialog", lambda dialog: dialog.accept())
        page.get_by_text("Start over").click()
        assert score(page).startswith("0 of 16 points, 0 of 10")


def test_answers_to_a_question_that_has_changed_are_forgotten(
    browser: Browser, practice_page: Path, tmp_path: Path
) -> None:
    text = practice_page.read_text(encoding="utf-8")
    path = tmp_path / "page.html"
    path.write_text(text, encoding="utf-8")
    with opened(browser, path) as page:
        for name in ("one", "figure"):
            give(page, name, RIGHT_RESPONSES[name])
            check(page, name)
        data = json.loads(str(page.locator("#data").text_content()))
        digest = next(item["digest"] for item in data["questions"] if item["id"] == "one")
        path.write_text(text.replace(digest, "changed"), encoding="utf-8")
        page.reload()
        assert score(page) == "1 of 16 points, 1 of 10 questions answered"


def test_a_page_on_disk_is_all_that_is_needed(browser: Browser, practice_page: Path) -> None:
    context = browser.new_context()
    page = context.new_page()
    heard = listen(page)
    page.goto(practice_page.as_uri())
    give(page, "one", 0)
    assert "Right" in check(page, "one")
    assert heard == [practice_page.as_uri()]
    context.close()


def test_a_browser_that_keeps_nothing_is_said_to(browser: Browser, practice_page: Path) -> None:
    with opened(browser, practice_page) as page:
        assert not page.locator("#not-kept").is_visible()
        page.add_init_script(
            "Object.defineProperty(window, 'localStorage',"
            " { get() { throw new DOMException('no', 'SecurityError'); } })"
        )
        page.reload()
        assert page.locator("#not-kept").is_visible()
        give(page, "one", 0)
        assert "Right" in check(page, "one")


def test_what_others_have_written_into_the_store_does_no_harm(
    browser: Browser, practice_page: Path
) -> None:
    with opened(browser, practice_page) as page:
        for kept in ("nonsense", "[]", '{"answers": 3}', '{"answers": {"one": 7}}', '"x"'):
            page.evaluate("text => localStorage.setItem('grader-quiz/day/section', text)", kept)
            page.reload()
            assert "0 of 10 questions answered" in score(page)


STRANGE: tuple[object, ...] = (
    *(None, True, -1, 99, 0.5, "", "B", [], [[]], [None, "x"], {}, {"text": 3, "met": 4}),
    *({"1": {}, "2": []}, {"toString": 1}, [{"toString": 1}], {"text": "x", "met": [{}, 9]}),
)


@pytest.mark.parametrize("response", STRANGE, ids=repr)
def test_an_entry_that_no_page_wrote_does_no_harm(
    response: object, browser: Browser, practice_page: Path
) -> None:
    text = practice_page.read_text(encoding="utf-8")
    found = re.search(r'id="data">(.*?)</script>', text)
    assert found
    entries = {
        item["id"]: {"digest": item["digest"], "response": response, **more}
        for number, item in enumerate(json.loads(found[1])["questions"])
        for more in [({}, {"outcome": "best", "credit": "lots", "tries": {}})[number % 2]]
    }
    with opened(browser, practice_page) as page:
        page.evaluate(
            "text => localStorage.setItem('grader-quiz/day/section', text)",
            json.dumps({"answers": entries}),
        )
        page.reload()
        give(page, "number", "0.437")
        assert check(page, "number").startswith("✓ Right")
        assert re.match(r"[\d.]+ of 16 points, \d+ of 10 questions answered", score(page))


def test_a_mark_in_the_store_is_that_of_its_response(browser: Browser, practice_page: Path) -> None:
    with opened(browser, practice_page) as page:
        give(page, "number", "5")
        check(page, "number")
        page.evaluate(
            "for (const [place, kept] of Object.entries(localStorage)) localStorage.setItem("
            "place, kept.replace('wrong', 'right').replace('credit\":0', 'credit\":9'))"
        )
        page.reload()
        assert score(page).startswith("0 of 16 points, 1 of 10")
        assert said(page, "number").startswith("✗ Not right")


def test_both_languages_are_there_at_once(browser: Browser, practice_page: Path) -> None:
    with opened(browser, practice_page) as page:
        give(page, "number", "5")
        check(page, "number")
        page.get_by_text("日本語", exact=True).click()
        assert page.evaluate("document.documentElement.lang") == "ja"
        assert page.title() == "すべての<形式>"
        assert said(page, "number").startswith("✗ 不正解です")
        assert score(page) == "16 点中 0 点（10 問中 1 問に解答）"
        page.reload()
        assert page.locator("h1").inner_text() == "すべての<形式>"


def test_the_keyboard_is_enough(browser: Browser, practice_page: Path) -> None:
    with opened(browser, practice_page) as page:
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        page.locator("#q-one input").first.focus()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        assert said(page, "one") != ""
        page.locator("#q-number [name=response]").focus()
        page.keyboard.type("0.437")
        page.keyboard.press("Enter")
        assert "Right" in said(page, "number")
        assert page.locator("#q-number .result").get_attribute("role") == "status"


def test_what_is_typed_into_a_blank_is_shown_in_the_code(
    browser: Browser, practice_page: Path
) -> None:
    with opened(browser, practice_page) as page:
        blank = page.locator("#q-code [lang=en] .blank[data-name='1']")
        assert blank.inner_text() == "1"
        page.locator("#q-code [data-blank='1']").fill("np.max(x)")
        assert blank.inner_text() == "np.max(x)"


def test_a_result_can_be_saved_and_graded(
    browser: Browser, practice_page: Path, tmp_path: Path
) -> None:
    with opened(browser, practice_page) as page:
        give(page, "one", 0)
        check(page, "one")
        with page.expect_download() as download:
            page.get_by_text("Save the result").click()
        saved = tmp_path / download.value.suggested_filename
        download.value.save_as(saved)
        copied = page.locator("#answers-text").input_value()
        page.get_by_text("The same as text").click()
        page.get_by_role("button", name="Copy").click()
        page.locator("#copied").get_by_text("Copied.").wait_for()
        give(page, "number", "5")
        check(page, "number")
        assert page.locator("#copied").inner_text() == ""
    document = json.loads(saved.read_text(encoding="utf-8"))
    assert saved.name == "day-section.json"
    assert document["answers"] == json.loads(copied)["answers"] == {"one": 0}
    assert document["score"] == 2
    assert document["marks"]["one"] == {"outcome": "right", "score": 2, "points": 2, "tries": 1}


def test_without_a_script_answers_are_folded(browser: Browser, practice_page: Path) -> None:
    with opened(browser, practice_page, java_script_enabled=False) as page:
        assert "switched off" in page.locator("noscript p").inner_text()
        assert page.locator("button:visible").count() == 0
        asked = question(page, "number")
        assert not asked.locator(".explanation").is_visible()
        asked.locator(".answer summary").click()
        assert asked.get_by_text("0.437 ± 0.001 px").is_visible()
        assert asked.get_by_text("Ten times too much.").is_visible()
        page.get_by_text("日本語", exact=True).click()
        assert asked.get_by_text("10 倍になっています。").is_visible()


@pytest.fixture(params=["practice", "answered", "exam", "nobodys", "index"])
def shown(request: pytest.FixtureRequest, every_kind: Quiz, tmp_path: Path) -> Path:
    if request.param == "index":
        path = tmp_path / "index.html"
        group = Group(Text(en="Day", ja="日"), [Listed(every_kind, "page.html")])
        path.write_text(write_index(Text(en="C", ja="コ"), [group], "en"), encoding="utf-8")
        return path
    if request.param == "nobodys":
        path = tmp_path / "nobodys.html"
        path.write_text(write_exam(every_kind, "ja"), encoding="utf-8")
        return path
    fixture = "exam_page" if request.param == "exam" else "practice_page"
    found: Path = request.getfixturevalue(fixture)
    if request.param != "answered":
        return found
    path = tmp_path / "answered.html"
    path.write_text(write_practice(every_kind, "ja"), encoding="utf-8")
    return path


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(scheme: Scheme, shown: Path, browser: Browser) -> None:
    from axe_playwright_python.sync_playwright import Axe

    # The checker is put into the page as a script, which the page's policy forbids.
    with opened(browser, shown, color_scheme=scheme, bypass_csp=True) as page:
        if shown.name == "answered.html":
            for name in RIGHT_RESPONSES:
                give(page, name, RIGHT_RESPONSES[name])
                check(page, name)
            give(page, "number", "4.37")
            check(page, "number")
            page.evaluate(OPEN_ALL)
        found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("width", [320, 360, 768, 1600])
def test_no_screen_is_too_narrow(width: int, shown: Path, browser: Browser) -> None:
    with opened(browser, shown, width) as page:
        page.evaluate(OPEN_ALL)
        page.evaluate(
            "document.querySelectorAll('.answer').forEach(one => one.classList.add('unlocked'))"
        )
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_wide_formula_scrolls_with_the_keyboard(browser: Browser, practice_page: Path) -> None:
    with opened(browser, practice_page, width=360) as page:
        page.locator("#q-formula .scroll:visible").focus()
        page.keyboard.press("ArrowRight")
        # Not `wait_for_function`, whose polling the page's own policy forbids.
        for _ in range(100):
            if page.evaluate("document.activeElement.scrollLeft") > 0:
                return
            page.wait_for_timeout(50)
        pytest.fail("the region does not scroll")


def test_paper_shows_questions_and_answers_only_when_asked(
    browser: Browser, practice_page: Path
) -> None:
    with opened(browser, practice_page, width=700, color_scheme="dark") as page:
        explanation = page.locator("#q-number .explanation")
        give(page, "one", 0)
        check(page, "one")
        page.emulate_media(media="print")
        assert page.locator(".paper").is_visible()
        for hidden in ("nav", ".languages", ".actions >> nth=0", "#q-one .result", ".summary"):
            assert not page.locator(hidden).first.is_visible()
        assert not page.locator("#q-one .explanation").is_visible()
        assert not explanation.is_visible()
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == (
            "rgb(255, 255, 255)"
        )
        page.emulate_media(media="screen")
        page.get_by_label("Print answers and explanations too").check()
        page.emulate_media(media="print")
        assert explanation.is_visible()
        heading = "getComputedStyle(document.querySelector('#q-number .answer h3')).breakAfter"
        assert page.evaluate(heading) == "avoid"
        assert page.pdf(format="A4").startswith(b"%PDF")


def test_the_index_knows_how_far_one_is(
    browser: Browser, every_kind: Quiz, practice_page: Path
) -> None:
    index = practice_page.with_name("index.html")
    group = Group(Text(en="Day", ja="日"), [Listed(every_kind, practice_page.name)])
    index.write_text(write_index(Text(en="C", ja="コ"), [group], "en"), encoding="utf-8")
    context = browser.new_context()
    page = context.new_page()
    visit(page, index)
    assert not page.locator(".progress").is_visible()
    page.get_by_role("link").click()
    give(page, "one", 0)
    check(page, "one")
    page.get_by_role("link", name="All confirmation tests").click()
    page.locator(".progress").wait_for()
    assert "1 of 10 questions answered, 2 of 16 points so far" in (
        page.locator(".progress .said").inner_text()
    )
    context.close()


def test_formulas_of_the_course_are_laid_out(browser: Browser, tmp_path: Path) -> None:
    """What renders as nothing, or as a word, has no height."""
    assert grader("quiz", "render", "day1/section3", "-o", tmp_path / "page.html").code == 0
    with opened(browser, tmp_path / "page.html") as page:
        heights = page.locator("math[display=block]:visible").evaluate_all(
            "found => found.map(one => one.getBoundingClientRect().height)"
        )
    assert len(heights) >= 2
    assert all(height > 30 for height in heights)
