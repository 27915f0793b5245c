"""Pages as text: nothing from elsewhere, both languages, and no answers in an exam."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from grader.errors import CourseError
from grader.quiz.answer import Answer, Asked
from grader.quiz.kinds import kind_names
from grader.quiz.load import find_quizzes, load_quiz
from grader.quiz.model import MistakeId, Option, Question, Quiz, RubricItem
from grader.quiz.page.prose import say
from grader.quiz.page.write import Group, Listed, write_exam, write_index, write_practice
from grader.quiz.parse.markdown import plain
from grader.quiz.prose import Prose
from grader.words import LANGUAGES, Text, quiz_page
from tests.quiz.vectors import answer_from

ROOT = Path(__file__).resolve().parents[3]
COURSE = {files.id: files for files in find_quizzes(ROOT)}
PAGES: dict[str, Callable[[Quiz], str]] = {
    "practice": lambda quiz: write_practice(quiz, "en", "../index.html"),
    "exam": lambda quiz: write_exam(quiz, "ja", "s001"),
    "index": lambda quiz: write_index(
        Text(en="Course", ja="コース"),
        [Group(Text(en="Day", ja="日"), [Listed(quiz, "day/section.html")])],
        "en",
    ),
}


class Parsed(HTMLParser):
    """What stands in a page: elements with their attributes, and the text of some."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.inside: dict[str, list[str]] = {"style": [], "script": [], "title": []}
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] in self.inside:
            self.inside[self.open[-1]].append(data)

    def all(self, name: str) -> Iterator[str]:
        """The values of an attribute, wherever it stands."""
        for _, attributes in self.elements:
            if attributes.get(name):
                yield str(attributes[name])


@pytest.fixture(params=PAGES)
def page(request: pytest.FixtureRequest, every_kind: Quiz) -> str:
    return PAGES[request.param](every_kind)


def test_the_quiz_has_every_kind(every_kind: Quiz) -> None:
    assert {question.kind for question in every_kind.questions} == set(kind_names())


def test_a_page_allows_its_own_script_and_style_and_nothing_else(page: str) -> None:
    parsed = Parsed(page)
    (policy,) = [value for value in parsed.all("content") if "default-src" in value]
    data, script = parsed.inside["script"]
    assert json.loads(data)
    for text, kind in ((script, "script"), ("".join(parsed.inside["style"]), "style")):
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy


def test_a_page_refers_to_nothing_elsewhere(page: str) -> None:
    parsed = Parsed(page)
    addresses = [*parsed.all("src"), *parsed.all("href"), *parsed.all("action")]
    assert all(address.startswith(("#", "../", "day/")) for address in addresses)
    assert "http" not in page.replace("http-equiv", "").replace("http://www.w3.org/2000/svg", "")
    assert list(parsed.all("style")) == []
    assert not [name for _, found in parsed.elements for name in found if name.startswith("on")]
    assert "url(" not in "".join(parsed.inside["style"])


def test_names_of_elements_are_unique_and_labels_find_theirs(page: str) -> None:
    parsed = Parsed(page)
    ids = list(parsed.all("id"))
    assert [name for name, count in Counter(ids).items() if count > 1] == []
    named = {*parsed.all("for"), *parsed.all("aria-labelledby"), *parsed.all("aria-describedby")}
    assert named <= set(ids)


def test_a_page_holds_both_languages(page: str) -> None:
    assert page.count('lang="en"') - page.count('<html lang="en"') == page.count('lang="ja"') - (
        page.count('<html lang="ja"')
    )
    assert 'value="en"' in page
    assert 'value="ja"' in page


def test_what_an_author_writes_stays_text(every_kind: Quiz) -> None:
    page = write_practice(every_kind, "en")
    assert "Every &lt;kind&gt;" in page
    assert "<kind>" not in page
    assert "すべての\\u003c形式\\u003e" in page


def test_a_student_named_like_markup_stays_text(every_kind: Quiz) -> None:
    page = write_exam(every_kind, "en", "</script><script>alert(1)")
    assert page.count("<script") == 2
    assert "Student: &lt;/script&gt;" in page


def test_images_are_drawn_in_the_page_and_run_nothing(every_kind: Quiz) -> None:
    page = write_practice(every_kind, "en")
    assert page.count("<svg") == 2
    assert 'aria-label="A round line"' in page
    assert 'aria-label="丸い線"' in page
    for left_out in ("LEAK", "alert(", "onclick", "fill:red", "color: red"):
        assert left_out not in page
    assert 'clip-path="url(#i1-c)"' in page
    assert 'id="i2-c"' in page


def test_an_image_that_is_not_there_is_named(every_kind: Quiz, tmp_path: Path) -> None:
    with pytest.raises(CourseError, match=r"figure\.svg"):
        write_practice(replace(every_kind, folder=tmp_path), "en")


def test_code_is_highlighted_and_its_blanks_are_marked(every_kind: Quiz) -> None:
    page = write_practice(every_kind, "en")
    assert '<span class="k">def</span>' in page
    assert '<span class="blank" data-name="1">1</span>' in page
    assert "___1___" not in page


def test_spaces_that_only_github_needs_are_gone(every_kind: Quiz) -> None:
    page = write_practice(every_kind, "en")
    assert "</math>." in page
    assert "</math> ." not in page
    assert "</code>." in page


def test_the_same_quiz_makes_the_same_page(every_kind: Quiz) -> None:
    for write in PAGES.values():
        assert write(every_kind) == write(every_kind)


def test_students_get_orders_of_their_own(every_kind: Quiz) -> None:
    orders = {
        tuple(re.findall(r'type="checkbox" name="response" value="(\d)"', page))
        for page in (write_exam(every_kind, "en", f"s{number}") for number in range(20))
    }
    assert len(orders) > 5
    assert {tuple(sorted(order)) for order in orders} == {("0", "1", "2", "3")}


OTHER_KEYS: dict[str, Answer] = {
    "choice": answer_from("choice", "C", asked=Asked(options=3)),
    "multi": answer_from("multi", "B", asked=Asked(options=4)),
    "text": answer_from("text", "elephant"),
    "numeric": answer_from("numeric", "15%", settings={"unit": "kg"}),
    "shape": answer_from("shape", "(N, 4, 5)"),
    "expr": answer_from("expr", "g(u)", settings={"vars": "u", "functions": "g:sigmoid"}),
    "code": answer_from("code", "1: a", "1: b", "2: c", asked=Asked(blanks=("1", "2"))),
    "order": answer_from("order", "1 = 3 > 2", asked=Asked(options=3)),
    "match": answer_from("match", "1: C", "2: C", asked=Asked(options=2, choices=3)),
    "essay": answer_from("essay", "No.", settings={"max": "100"}, rubric=(3,)),
}


def with_other_secrets(question: Question) -> Question:
    """The same question to whoever must not know its answer."""
    other = question.body
    return replace(
        question,
        id=f"other-{question.number}",
        tags=("other",),
        digest="other",
        answer=OTHER_KEYS[question.kind],
        explanation=other,
        options=tuple(
            Option(one.index, one.text, other, MistakeId("day/section/other", "an-idea"))
            for one in question.options
        ),
        distractors=(),
        hints=(other, other),
        rubric=(RubricItem(3, other),),
        model_answer=Text(en="Other.", ja="別。"),
        check="day/section/other",
    )


def test_an_exam_is_the_same_whatever_the_answers_are(every_kind: Quiz) -> None:
    other = replace(every_kind, questions=tuple(map(with_other_secrets, every_kind.questions)))
    # The order of options is drawn with the id, which is no secret to the key.
    for question, same in zip(other.questions, every_kind.questions, strict=True):
        if question.kind not in ("choice", "multi"):
            continue
        restored = replace(question, id=same.id)
        other = replace(
            other,
            questions=tuple(restored if one is question else one for one in other.questions),
        )
    assert write_exam(other, "en", "s001") == write_exam(every_kind, "en", "s001")
    assert write_practice(other, "en") != write_practice(every_kind, "en")


def texts(prose: Prose) -> Iterator[str]:
    for language in LANGUAGES:
        yield from plain(prose.in_language(language).blocks).splitlines()


def secrets(question: Question) -> Iterator[str]:
    """Everything about an answer that could be looked for."""
    yield from (str(response) for response in question.answer.right_responses())
    yield from (question.answer.describe(language) for language in LANGUAGES)
    yield from (spelling for one in question.distractors for spelling in one.written)
    feedback = [option.feedback for option in question.options]
    prose = [question.explanation, *question.hints, *filter(None, feedback)]
    prose += [distractor.feedback for distractor in question.distractors]
    prose += [item.text for item in question.rubric]
    for passage in prose:
        yield from texts(passage)
    yield from question.model_answer or ()


def public(quiz: Quiz) -> str:
    """What every reader of the questions sees."""
    shown: list[str] = [*quiz.title, *texts(quiz.intro)]
    for question in quiz.questions:
        for prose in (question.title, question.body):
            shown += texts(prose)
        for option in (*question.options, *question.choices):
            shown += texts(option.text)
    return "\n".join(shown)


def own_text(page: str) -> str:
    """What a page says apart from what all exams have: their style, script and sentences."""
    parsed = Parsed(page)
    data = json.loads(parsed.inside["script"][0])
    del data["words"]
    drawn = re.sub(
        r"<style>.*?</style>|<script.*?</script>|<(?:m|path|ellipse)[^>]*>", "", page, flags=re.S
    )
    return drawn + json.dumps(data, ensure_ascii=False)


def is_told(secret: str, text: str) -> bool:
    """Whether a secret stands in a text, not just as a part of a longer number or word."""
    return re.search(rf"(?<![\w.]){re.escape(secret)}(?![\w.])", text) is not None


@pytest.mark.parametrize("quiz_id", COURSE)
def test_no_answer_of_the_course_can_be_found_in_an_exam(quiz_id: str) -> None:
    quiz = load_quiz(COURSE[quiz_id])
    page, seen = own_text(write_exam(quiz, "en", "s001")), public(quiz)
    told = {
        secret
        for question in quiz.questions
        for secret in secrets(question)
        if len(secret) >= 3 and is_told(secret, page) and secret not in seen
    }
    assert told == set()


@pytest.mark.parametrize("quiz_id", COURSE)
def test_examples_of_how_to_answer_are_nobodys_key(quiz_id: str) -> None:
    examples = {
        kind: re.findall(r"\([\d, ]+\)|[\d./x%]*\d[\d./x%]*", quiz_page.TEXTS[f"help_{kind}"].en)
        for kind in ("numeric", "shape")
    }
    assert all(examples.values())
    for question in load_quiz(COURSE[quiz_id]).questions:
        for example in examples.get(question.kind, ()):
            assert not question.answer.grade(example).correct


def test_sentences_with_code_show_it() -> None:
    assert say(Text(en="a `b<c` d", ja="あ")) == (
        '<span lang="en">a <code>b&lt;c</code> d</span><span lang="ja">あ</span>'
    )


def test_a_question_about_a_mistake_names_the_exercise(every_kind: Quiz) -> None:
    page = write_practice(every_kind, "en")
    assert 'class="exercise"' not in page
    first, *others = every_kind.questions
    right, *wrong = first.options
    idea = MistakeId("day/section/an_exercise", "an-idea")
    carrying = replace(first, options=(right, *(replace(one, mistake=idea) for one in wrong)))
    linked = write_practice(replace(every_kind, questions=(carrying, *others)), "en")
    named = re.findall(r'<p class="exercise">(.*?)</p>', linked)
    assert len(named) == 1
    assert named[0].count("<code>grader check day/section/an_exercise</code>") == len(LANGUAGES)
    assert "an-idea" not in linked
