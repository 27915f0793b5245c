"""Whatever the texts are, Moodle takes them over as they are, and marks as we do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, permutations, product

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from grader.quiz.answer import Answer
from grader.quiz.export import load_format
from grader.quiz.grade import grade
from grader.quiz.kinds.numeric import Numeric
from grader.quiz.model import Question, Quiz
from grader.quiz.parse.markdown import inline_tokens
from grader.quiz.prose import Prose
from grader.words import LANGUAGES, Language, Text
from tests.quiz.export.course import EDITION
from tests.quiz.export.generated import PHRASES, TYPED_KEYS, quizzes
from tests.quiz.export.moodle_reader import BankQuestion, read_bank
from tests.quiz.export.numbers import numbers_around
from tests.quiz.export.prose import shown, squeezed

STRANGE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    quiz=quizzes(), titles=st.builds(Text, PHRASES, PHRASES), language=st.sampled_from(LANGUAGES)
)
def test_a_quiz_arrives_as_it_is(quiz: Quiz, titles: Text, language: Language) -> None:
    content = load_format("moodle").write([quiz], language, replace(EDITION, title=titles))
    bank = read_bank(content)
    assert bank.ignored == ()
    (info,) = bank.categories.values()
    assert shown(info).endswith(arrived(quiz.intro, language))
    for question, found in zip(quiz.questions, bank.questions, strict=True):
        assert_asked(question, found, language)
        assert_marked(question, found, language)


def arrived(prose: Prose | None, language: Language) -> str:
    """A text as it may arrive: what XML does not know is replaced."""
    if prose is None:
        return ""
    tokens = inline_tokens(prose.in_language(language).blocks)
    parts = (
        rf"\({token.content.strip()}\)" if token.type == "math_inline" else token.content
        for token in tokens
    )
    return squeezed(STRANGE.sub("\ufffd", "".join(parts)))


def assert_asked(question: Question, found: BankQuestion, language: Language) -> None:
    assert shown(found.text).startswith(arrived(question.body, language))
    assert shown(found.general_feedback) == arrived(question.explanation, language)
    assert abs(found.default_mark - question.points) < 1e-5
    hints = () if found.needs_marking else question.hints
    assert [shown(hint) for hint in found.hints] == [arrived(hint, language) for hint in hints]
    if found.kind == "multichoice":
        options = [arrived(option.text, language) for option in question.options]
        assert [shown(option) for option in found.options] == options
    if found.kind in ("shortanswer", "numerical"):
        assert "_____" not in found.text


def assert_marked(question: Question, found: BankQuestion, language: Language) -> None:
    """Every choice, every order and pair, every spelling and the numbers around each interval."""
    if question.kind in ("code", "essay"):
        assert found.needs_marking
        return
    for response, there in responses(question):
        graded, given_marks = grade(question, response), found.mark(there)
        right = given_marks.fraction > 0.999999
        assert right == graded.correct or (not right and question.kind == "text"), response
        said = [arrived(feedback, language) for feedback in graded.feedback]
        heard = [shown(feedback) for feedback in given_marks.feedback]
        assert heard == said if question.options else set(heard) <= set(said), response
        assert bool(heard) == bool(said), response
    for key in question.answer.right_responses():
        if question.kind in TYPED_KEYS:
            assert found.mark(key).fraction == 1, key


def responses(question: Question) -> Iterator[tuple[object, object]]:
    """Responses to us, and the same to Moodle."""
    answer = question.answer
    indices = range(len(question.options))
    match question.kind:
        case "choice":
            yield from ((index, index) for index in indices)
        case "multi":
            for size in indices:
                yield from ((list(some), set(some)) for some in combinations(indices, size + 1))
        case "order":
            for order in permutations(indices):
                yield list(order), " > ".join(str(index + 1) for index in order)
        case "match":
            for pairs in product(range(len(question.choices)), repeat=len(indices)):
                yield list(pairs), {left: "ABCDE"[right] for left, right in enumerate(pairs)}
        case _:
            keys = (answer, *(known.answer for known in question.distractors))
            yield from ((typed, typed) for key in keys for typed in typed_responses(key))


def typed_responses(key: Answer) -> Iterator[str]:
    if not isinstance(key, Numeric):
        yield from map(str, key.right_responses())
        return
    for interval in key.intervals:
        yield from map(repr, numbers_around(interval))
