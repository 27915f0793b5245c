"""Pages: a quiz to practise with, an exam to hand in, and the index of a course."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from markupsafe import Markup

from grader.quiz.model import Quiz
from grader.quiz.page.assemble import assemble
from grader.quiz.page.prose import PageProse, say
from grader.quiz.page.view import QuestionView, question_view, quiz_points
from grader.quiz.page.words import (
    EXAM,
    INDEX,
    INDEX_TEMPLATE,
    PRACTICE,
    QUIZ_TEMPLATE,
    say_named,
    script_words,
    template_words,
    text_of,
)
from grader.words import Language, Text, sentence

NAMES: dict[Language, str] = {"en": "English", "ja": "日本語"}


class Listed(NamedTuple):
    """A quiz in the index, and the address of its page from there."""

    quiz: Quiz
    file: str


class Group(NamedTuple):
    """A day of the course with its quizzes."""

    title: Text
    quizzes: Sequence[Listed]


def write_practice(quiz: Quiz, language: Language, index: str | None = None) -> str:
    """Write a page that marks answers and explains them.

    Args:
        quiz: to be taken.
        language: in which the page opens; it holds both.
        index: the address of the index from this page, if there is one.

    Raises:
        CourseError: an image cannot be put into the page.
    """
    prose = PageProse(quiz.folder)
    questions = _questions(quiz, prose, quiz.seed, exam=False)
    data = {
        **_identity(quiz, None),
        "points": quiz.points,
        "pass_points": quiz.pass_share * quiz.points,
        "words": script_words(PRACTICE),
        "questions": [question.data for question in questions],
    }
    return _write(quiz, prose, language, "practice", data, questions=questions, index=index)


def write_exam(quiz: Quiz, language: Language, student: str | None = None) -> str:
    """Write a page without anything that tells about the answers.

    Args:
        quiz: to be taken.
        language: in which the page opens; it holds both.
        student: whose page it is; draws the order of the options.

    Raises:
        CourseError: an image cannot be put into the page.
    """
    prose = PageProse(quiz.folder)
    seed = quiz.seed if student is None else student
    questions = _questions(quiz, prose, seed, exam=True)
    data = {
        **_identity(quiz, student),
        "words": script_words(EXAM),
        "questions": [question.data for question in questions],
    }
    said = None if student is None else say(sentence("quiz_page.student", student=student))
    return _write(quiz, prose, language, "exam", data, questions=questions, student=said)


def write_index(course: Text, groups: Sequence[Group], language: Language) -> str:
    """Write the page that leads to all others and shows how far each has been taken.

    Args:
        course: its title.
        groups: the quizzes there are pages of.
        language: in which the page opens; it holds both.
    """
    numbers: dict[str, int] = {}
    for listed in (listed for group in groups for listed in group.quizzes):
        numbers[listed.quiz.id] = len(numbers) + 1
    quizzes = [
        {"number": numbers[listed.quiz.id], "id": listed.quiz.id, "digest": listed.quiz.digest}
        for group in groups
        for listed in group.quizzes
    ]
    title = text_of("quiz_page.index_title")
    return assemble(
        "index.html",
        "index",
        "",
        {"title": list(title), "words": script_words(INDEX), "quizzes": quizzes},
        page="index",
        title=title,
        heading=say(title),
        course=say(course),
        groups=[_group_view(group, numbers) for group in groups],
        language=language,
        languages=NAMES,
        words=template_words(INDEX_TEMPLATE),
    )


def _group_view(group: Group, numbers: dict[str, int]) -> dict[str, Any]:
    quizzes = [
        {
            "title": say(listed.quiz.title),
            "facts": _facts(listed.quiz),
            "file": listed.file,
            "number": numbers[listed.quiz.id],
        }
        for listed in group.quizzes
    ]
    return {"title": say(group.title), "quizzes": quizzes}


def _questions(quiz: Quiz, prose: PageProse, seed: int | str, *, exam: bool) -> list[QuestionView]:
    return [question_view(question, prose, seed, exam=exam) for question in quiz.questions]


def _identity(quiz: Quiz, student: str | None) -> dict[str, Any]:
    return {
        "quiz": quiz.id,
        "digest": quiz.digest,
        "student": student,
        "title": list(quiz.title),
    }


def _facts(quiz: Quiz) -> Markup:
    return say(sentence("quiz_page.quiz_facts", **quiz_points(quiz)))


def _write(
    quiz: Quiz, prose: PageProse, language: Language, page: str, data: dict[str, Any], **values: Any
) -> str:
    minutes = None if quiz.minutes is None else sentence("quiz_page.minutes", minutes=quiz.minutes)
    shown = {
        "page": page,
        "title": quiz.title,
        "heading": say(quiz.title),
        "facts": _facts(quiz),
        "minutes": None if minutes is None else say(minutes),
        "intro": prose.block(quiz.intro),
        "language": language,
        "languages": NAMES,
        "words": template_words(QUIZ_TEMPLATE),
        "say": say_named,
        "index": None,
        "student": None,
        **values,
    }
    # All prose is written by now, so that the rules of all formulas are known.
    return assemble("quiz.html", page, prose.formula_css, data, **shown)
