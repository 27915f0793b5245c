"""Whatever the texts are, Canvas takes them over as they are, and marks as we do."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from grader.quiz.export import load_format
from grader.quiz.model import Quiz
from grader.words import LANGUAGES, Language
from tests.quiz.export.course import EDITION
from tests.quiz.export.generated import quizzes
from tests.quiz.export.qti_reader import new_quizzes_errors, read_package, schema_errors
from tests.quiz.export.qti_same import (
    accepted_in,
    assert_asked,
    assert_marked,
    bare,
    heard,
    said,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(quiz=quizzes(), language=st.sampled_from(LANGUAGES))
def test_a_quiz_arrives_as_it_is(quiz: Quiz, language: Language) -> None:
    content = load_format("qti").write([quiz], language, EDITION)
    package, accepted = read_package(content), accepted_in(content)
    assert package.ignored == ()
    assert schema_errors(content) == new_quizzes_errors(content) == []
    (found,) = package.quizzes
    assert found.ignored == ()
    title = bare(quiz.title.in_language(language).strip() or quiz.id)
    assert bare(found.title)[:200] == title[:200]
    assert heard(found.description) == said(quiz.intro, language)
    for question, item in zip(quiz.questions, found.items, strict=True):
        assert_asked(question, item, language)
        assert_marked(question, item, accepted[item.ident], language)
