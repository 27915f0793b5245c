"""Exam pages in Chromium: what is kept, handed in and cannot be read, and clicks that count."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from grader.quiz.model import Quiz
from grader.quiz.page.write import write_exam
from tests.browsing import opened, visit
from tests.cli.running import grader
from tests.quiz.page.answering import give, leave, question, said, score, settle

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]


@pytest.fixture
def nobodys(every_kind: Quiz, tmp_path: Path) -> Path:
    """An exam page that was made for no particular student."""
    path = tmp_path / "exam.html"
    path.write_text(write_exam(every_kind, "en"), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An exam page on which a number is followed by options."""
    path = tmp_path_factory.mktemp("mixed") / "exam.html"
    assert grader("quiz", "render", "day2/section3", "--exam", "-o", path).code == 0
    return path


def press(page: Page, target: Locator) -> None:
    """Press and let go where something is when the button goes down."""
    target.scroll_into_view_if_needed()
    box = target.bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.wait_for_timeout(60)
    page.mouse.up()
    settle(page)


def handed_in(page: Page) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(page.locator("#answers-text").input_value())
    return document


@pytest.mark.parametrize("width", [360, 1100])
def test_no_click_is_lost_when_a_field_is_left(width: int, browser: Browser, mixed: Path) -> None:
    with opened(browser, mixed, width) as page:
        options = question(page, "7").locator(".option label")
        first, second = (options.nth(index).locator("input") for index in (0, 1))
        field = question(page, "6").locator("[name=response]")
        field.click()
        page.keyboard.type("abc")
        press(page, options.nth(0))
        assert first.is_checked()
        assert "Write one number" in said(page, "6")
        field.click()
        page.keyboard.press("Control+a")
        page.keyboard.type("0.93")
        press(page, options.nth(1))
        assert second.is_checked()
        assert said(page, "6") == ""
        assert handed_in(page)["answers"] == {"6": "0.93", "7": int(second.input_value())}


def test_a_tap_is_not_lost_when_a_field_is_left(browser: Browser, mixed: Path) -> None:
    with opened(browser, mixed, 360, has_touch=True, is_mobile=True) as page:
        option = question(page, "7").locator(".option label").nth(1)
        question(page, "6").locator("[name=response]").tap()
        page.keyboard.type("abc")
        option.tap()
        assert option.locator("input").is_checked()
        page.locator("#q-6 .verdict").wait_for()


def test_answers_can_be_saved_straight_from_a_field(browser: Browser, exam_page: Path) -> None:
    with opened(browser, exam_page) as page:
        page.locator("#q-10 [name=response]").click()
        page.keyboard.type("x" * 101)
        with page.expect_download(timeout=5000):
            press(page, page.get_by_role("button", name="Save the answers"))
        assert page.locator(".unclear").first.inner_text() == "1 cannot be read: question 10"


def test_what_cannot_be_read_is_not_called_answered(browser: Browser, exam_page: Path) -> None:
    with opened(browser, exam_page) as page:
        for number, response in (("1", 0), ("2", [0]), ("3", "circle"), ("4", "a quarter")):
            give(page, number, response)
        give(page, "5", "3 by many")
        leave(page, "5")
        notices = page.locator(".unclear")
        page.get_by_text("The same as text").click()
        assert score(page) == "3 of 10 questions answered"
        assert page.locator("#outcome").inner_text() == "Questions without an answer: 5"
        for notice in notices.all():
            assert notice.inner_text() == "2 answers cannot be read: questions 4, 5"
        assert notices.count() == 2
        give(page, "5", "3x4")
        leave(page, "5")
        assert notices.first.inner_text() == "1 cannot be read: question 4"
        page.get_by_text("日本語", exact=True).click()
        assert notices.first.inner_text() == "読み取れない答えが 1 問あります（問題 4）。"


def test_all_is_answered_only_when_all_can_be_read(browser: Browser, exam_page: Path) -> None:
    responses: dict[str, Any] = {
        "1": 0,
        "2": [0],
        "3": "circle",
        "4": "a quarter",
        "5": "3x4",
        "6": "u",
        "7": {"1": "x", "2": "y"},
        "8": [0, 1, 2],
        "9": [0, 1],
        "10": "Down.",
    }
    with opened(browser, exam_page) as page:
        for number, response in responses.items():
            give(page, number, response)
        page.reload()
        assert score(page) == "9 of 10 questions answered"
        assert not page.locator("#outcome").is_visible()
        assert page.locator(".unclear").first.is_visible()
        assert "cannot be read" in str(page.locator("#chip-4").text_content())
        give(page, "4", "0.25")
        leave(page, "4")
        assert page.locator("#outcome").inner_text() == "All questions are answered."
        assert not page.locator(".unclear").first.is_visible()


def test_a_decimal_comma_is_named(browser: Browser, exam_page: Path) -> None:
    with opened(browser, exam_page) as page:
        give(page, "4", "０，９９９３ px")
        leave(page, "4")
        assert "Write a decimal point, as in 0.9993," in said(page, "4")


def test_whoever_hands_in_is_asked_for_a_name(browser: Browser, nobodys: Path) -> None:
    with opened(browser, nobodys) as page:
        field, notice = page.get_by_label("Your name or student number"), page.locator("#no-name")
        assert notice.is_visible()
        assert handed_in(page)["student"] is None
        with page.expect_download() as download:
            page.get_by_role("button", name="Save the answers").click()
        assert download.value.suggested_filename == "day-section.json"
        field.fill("  山田\u202e /花子..\u0000 ")
        assert not notice.is_visible()
        give(page, "1", 1)
        page.reload()
        assert field.input_value() == "山田 /花子.."
        assert handed_in(page)["student"] == "山田 /花子.."
        with page.expect_download() as download:
            page.get_by_role("button", name="Save the answers").click()
        assert download.value.suggested_filename == "day-section-山田_花子.json"
        field.fill("   ")
        assert notice.is_visible()
        assert handed_in(page)["student"] is None


def test_a_name_has_an_end(browser: Browser, nobodys: Path) -> None:
    with opened(browser, nobodys) as page:
        page.evaluate(
            "localStorage.setItem('grader-quiz/exam/day/section/',"
            " JSON.stringify({ digest: 'other', student: '長'.repeat(9000), answers: { 1: 0 } }))"
        )
        page.reload()
        assert handed_in(page)["student"] == "長" * 80
        assert handed_in(page)["answers"] == {}
        with page.expect_download() as download:
            page.get_by_role("button", name="Save the answers").click()
        assert len(download.value.suggested_filename.encode()) < 200


def test_a_name_that_was_given_is_fixed(browser: Browser, exam_page: Path) -> None:
    with opened(browser, exam_page) as page:
        assert page.get_by_text("Student: s001").is_visible()
        assert page.locator("#student, #no-name").count() == 0
        assert handed_in(page)["student"] == "s001"


def start_over(page: Page, *, really: bool = True) -> None:
    page.once("dialog", lambda dialog: dialog.accept() if really else dialog.dismiss())
    page.locator(".summary").get_by_role("button", name="Start over").click()


def kept(page: Page) -> str:
    return str(page.evaluate("JSON.stringify(localStorage)"))


def test_the_next_student_starts_with_an_empty_page(browser: Browser, nobodys: Path) -> None:
    with opened(browser, nobodys) as page:
        field, notice = page.get_by_label("Your name or student number"), page.locator("#whose")
        assert not notice.is_visible()
        field.fill("山田")
        for number, response in (("1", 1), ("4", "a quarter"), ("7", {"1": "x"}), ("10", "Down.")):
            give(page, number, response)
        assert not notice.is_visible()
        page.reload()
        start_over(page, really=False)
        assert handed_in(page)["student"] == "山田"
        assert len(handed_in(page)["answers"]) == 4
        page.once("dialog", lambda dialog: dialog.accept())
        notice.get_by_role("button", name="Start over").click()
        for _ in range(2):
            assert field.input_value() == ""
            assert page.locator("#no-name").is_visible()
            assert not notice.is_visible()
            assert score(page) == "0 of 10 questions answered"
            assert not page.locator(".unclear").first.is_visible()
            assert (handed_in(page)["student"], handed_in(page)["answers"]) == (None, {})
            assert "山田" not in kept(page)
            assert "Down." not in kept(page)
            page.reload()


def test_a_page_says_whose_answers_it_opens_with(browser: Browser, nobodys: Path) -> None:
    with opened(browser, nobodys) as page:
        give(page, "1", 1)
        page.reload()
        notice = page.locator("#whose p")
        assert notice.inner_text() == (
            "There are answers on this page already, without a name. Not yours?"
        )
        page.get_by_label("Your name or student number").fill(" <b>山田</b>")
        page.reload()
        assert notice.inner_text() == "These are the answers of <b>山田</b>. Not you?"
        page.get_by_text("日本語", exact=True).click()
        assert notice.inner_text() == (
            "これは <b>山田</b> さんの解答です。本人でない場合は、最初からやり直してください。"
        )


def test_a_page_of_one_student_can_be_emptied_and_keeps_the_name(
    browser: Browser, exam_page: Path
) -> None:
    with opened(browser, exam_page) as page:
        give(page, "10", "Down.")
        page.reload()
        assert page.get_by_text("Not you").count() == 0
        start_over(page)
        page.reload()
        assert (handed_in(page)["student"], handed_in(page)["answers"]) == ("s001", {})
        assert "Down." not in kept(page)


def test_the_name_is_on_paper(browser: Browser, nobodys: Path, exam_page: Path) -> None:
    with opened(browser, nobodys) as page:
        line = page.locator("#name-on-paper")
        page.get_by_label("Your name or student number").fill(" 山田 花子 ")
        page.emulate_media(media="print")
        assert line.inner_text() == "山田 花子"
        page.reload()
        assert line.inner_text() == "山田 花子"
        page.emulate_media(media="screen")
        start_over(page)
        page.emulate_media(media="print")
        assert line.inner_text() == ""
        assert page.locator(".paper").inner_text().split() == ["Name", "Date"]
    with opened(browser, exam_page) as page:
        page.emulate_media(media="print")
        assert page.get_by_text("Student: s001").is_visible()
        assert page.locator(".paper").inner_text().split() == ["Date"]


def test_two_windows_of_an_exam_are_one(browser: Browser, nobodys: Path) -> None:
    from playwright.sync_api import expect

    with opened(browser, nobodys) as first:
        second = first.context.new_page()
        visit(second, nobodys)
        give(first, "1", 1)
        expect(second.locator("#score")).to_contain_text("1 of 10 questions answered")
        give(second, "4", "a quarter")
        give(second, "7", {"1": "x"})
        second.get_by_label("Your name or student number").fill("山田")
        expect(first.locator(".unclear").first).to_contain_text("questions 4, 7")
        expect(first.get_by_label("Your name or student number")).to_have_value("山田")
        give(first, "10", "Down.")
        expect(second.locator("#q-10 [name=response]")).to_have_value("Down.")
        given = handed_in(first)["answers"]
        assert handed_in(second)["answers"] == given
        assert set(given) == {"1", "4", "7", "10"}
        start_over(second)
        expect(first.locator("#score")).to_contain_text("0 of 10 questions answered")
        assert handed_in(first)["answers"] == handed_in(second)["answers"] == {}


def test_another_version_in_another_window_changes_nothing(browser: Browser, nobodys: Path) -> None:
    with opened(browser, nobodys) as page:
        give(page, "1", 1)
        other = page.context.new_page()
        visit(other, nobodys)
        for text in ("null", "3", '{"digest": "other", "student": "B", "answers": {}}'):
            other.evaluate(
                "text => localStorage.setItem('grader-quiz/exam/day/section/', text)", text
            )
            settle(page)
            assert handed_in(page)["answers"] == {"1": 1}
        give(page, "2", [0])
        page.reload()
        assert set(handed_in(page)["answers"]) == {"1", "2"}


def test_looking_at_another_version_loses_no_answers(browser: Browser, nobodys: Path) -> None:
    with opened(browser, nobodys) as page:
        give(page, "10", "Down.")
        today = str(handed_in(page)["digest"])
        page.evaluate(
            "today => Object.keys(localStorage).forEach((name) => localStorage.setItem("
            "name, localStorage.getItem(name).replaceAll(today, 'yesterday')))",
            today,
        )
        page.reload()
        assert score(page) == "0 of 10 questions answered"
        assert "Down." in kept(page)


def test_an_exam_that_is_only_looked_at_keeps_nothing(browser: Browser, nobodys: Path) -> None:
    with opened(browser, nobodys) as page:
        assert kept(page) == "{}"
        page.locator("#q-10 [name=response]").click()
        leave(page, "10")
        page.reload()
        assert kept(page) == "{}"


def test_an_exam_says_at_once_that_nothing_is_kept(browser: Browser, nobodys: Path) -> None:
    with opened(browser, nobodys) as page:
        page.add_init_script(
            "Object.defineProperty(window, 'localStorage',"
            " { get() { throw new DOMException('no', 'SecurityError'); } })"
        )
        page.reload()
        assert page.locator("#not-kept").is_visible()
        give(page, "10", "Down.")
        assert handed_in(page)["answers"] == {"10": "Down."}


def test_an_exam_says_when_it_cannot_keep_answers(browser: Browser, nobodys: Path) -> None:
    with opened(browser, nobodys) as page:
        assert not page.locator("#not-kept").is_visible()
        page.evaluate("() => { Storage.prototype.setItem = () => { throw new Error('full'); }; }")
        give(page, "10", "Down.")
        assert page.locator("#not-kept").is_visible()
        assert handed_in(page)["answers"] == {"10": "Down."}


@pytest.mark.parametrize("response", [3, "B", {"toString": 1}, [[], {"met": 3}], {"met": 3}])
def test_strange_answers_in_the_store_do_no_harm(
    response: object, browser: Browser, exam_page: Path
) -> None:
    with opened(browser, exam_page) as page:
        kept = {
            "digest": handed_in(page)["digest"],
            "answers": {str(number): response for number in range(12)},
        }
        page.evaluate(
            "text => localStorage.setItem('grader-quiz/exam/day/section/s001', text)",
            json.dumps(kept),
        )
        page.reload()
        give(page, "1", 0)
        assert handed_in(page)["answers"]["1"] == 0
        assert "11" not in handed_in(page)["answers"]


def test_an_exam_is_kept_saved_and_graded(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "exam.html"
    made = grader("quiz", "render", "day2/section3", "--exam", "--student", "s1", "-o", path)
    assert made.code == 0
    with opened(browser, path) as page:
        assert page.get_by_text("Student: s1").is_visible()
        give(page, "6", "０．９９９３")
        give(page, "8", "zero point eight")
        leave(page, "8")
        assert "Write one number" in said(page, "8")
        give(page, "3", {"1": "param"})
        page.reload()
        assert score(page) == "2 of 9 questions answered"
        assert page.locator("#q-6 [name=response]").input_value() == "０．９９９３"
        with page.expect_download() as download:
            page.get_by_role("button", name="Save the answers").click()
        saved = tmp_path / download.value.suggested_filename
        download.value.save_as(saved)
    assert saved.name == "day2-section3_overfitting-s1.json"
    graded = grader("quiz", "grade", saved, "--format", "json")
    assert graded.code == 1
    assert graded.document["student"] == "s1"
    outcomes = {one["number"]: one["outcome"] for one in graded.document["questions"]}
    assert outcomes[6] == outcomes[3] == "right"
    assert outcomes[8] == outcomes[1] == "unreadable"


@pytest.mark.parametrize(
    ("name", "response", "readable"),
    [
        ("4", "12,000 px", True),
        ("4", "some", False),
        ("5", "(N, 3)", True),
        ("5", "3 by many", False),
        ("6", "alpha beta / 3", True),
        ("6", "2(u", False),
        ("7", {"1": "x", "2": "if x"}, True),
        ("7", {"1": "x", "2": "x +"}, False),
        ("8", [0, 1, 2], True),
        ("8", [0, 0, 2], False),
        ("9", [2], False),
        ("10", "x" * 101, False),
    ],
)
def test_an_exam_says_what_cannot_be_read(
    name: str, response: object, readable: bool, browser: Browser, exam_page: Path
) -> None:
    with opened(browser, exam_page) as page:
        give(page, name, response)
        page.locator("h1").click()
        page.keyboard.press("Tab")
        settle(page)
        assert (said(page, name) == "") == readable
        assert page.locator(f"#chip-{name}").get_attribute("data-mark") == (
            "answered" if readable else "unclear"
        )
