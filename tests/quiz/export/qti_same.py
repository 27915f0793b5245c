"""Whether a question of a QTI package asks and accepts in Canvas what it does here."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from decimal import ROUND_FLOOR, Decimal
from itertools import combinations, permutations, product
from xml.etree import ElementTree

from grader.quiz.grade import grade
from grader.quiz.kinds.numeric import Numeric
from grader.quiz.kinds.shape import ShapeAnswer
from grader.quiz.model import Question
from grader.quiz.parse.markdown import inline_tokens
from grader.quiz.prose import Prose
from grader.words import Language, Sentence, sentence, translate
from tests.quiz.export.prose import shown, squeezed, written
from tests.quiz.export.qti_reader import QuizItem

TYPES = {
    "choice": "multiple_choice_question",
    "multi": "multiple_answers_question",
    "numeric": "numerical_question",
    "match": "matching_question",
    "text": "short_answer_question",
    "shape": "short_answer_question",
    "order": "short_answer_question",
}
ESSAY = "essay_question"
SPACE = "{http://www.imsglobal.org/xsd/ims_qtiasiv1p2}"
STEP = Decimal("0.0001")
# What XML has no place for is replaced.
_LOST = re.compile("[^\u0020-\ud7ff\ue000-\ufffc\U00010000-\U0010ffff]")


def bare(text: str) -> str:
    return squeezed(_LOST.sub("", text))


def said(prose: Prose, language: Language) -> str:
    return bare(written(prose.in_language(language)))


def heard(html: str) -> str:
    return bare(shown(html))


def accepted_in(content: bytes) -> dict[str, list[str]]:
    """What the questions of a package, by their idents, compare a response with."""
    archive = zipfile.ZipFile(io.BytesIO(content))
    documents = (archive.read(name) for name in archive.namelist() if name.endswith(".xml"))
    return {
        item.get("ident", ""): [equal.text or "" for equal in item.iter(f"{SPACE}varequal")]
        for document in documents
        for item in ElementTree.fromstring(document).iter(f"{SPACE}item")
    }


def needs_a_person(question: Question) -> bool:
    """By the limits of Canvas: four decimals, and no list of all that is right."""
    if isinstance(question.answer, Numeric):
        return not all(
            _floor(high) >= low
            for interval in question.answer.intervals
            for low, high in _scaled(interval.low, interval.high, interval.percent)
        )
    if question.kind == "order":
        return len(list(_right_orders(question))) > 24
    return question.kind in ("expr", "code", "essay")


def assert_asked(question: Question, found: QuizItem, language: Language) -> None:
    """The same text, options in order, explanation, points."""
    assert found.ignored == ()
    assert found.kind == (ESSAY if needs_a_person(question) else TYPES[question.kind])
    assert abs(found.points - question.points) < 1e-5
    title = "".join(t.content for t in inline_tokens(question.title.in_language(language).blocks))
    assert bare(found.title) == bare(title)
    listed = {"order": question.options, "match": question.choices}.get(question.kind, ())
    texts = [said(prose, language) for prose in (question.body, *(one.text for one in listed))]
    assert heard(found.text) == "".join(texts) + "".join(_notes(question, found, language))
    options = [said(option.text, language) for option in question.options]
    if question.kind == "match":
        options = [f"{place}.{text}" for place, text in enumerate(options, start=1)]
        assert found.partners == tuple("ABCDEFGHIJ"[: len(question.choices)])
        assert '<ol type="A">' in found.text
    if question.kind in ("choice", "multi", "match"):
        assert [heard(option) for option in found.options] == options
    _assert_explained(question, found, language)


def _notes(question: Question, found: QuizItem, language: Language) -> Iterator[str]:
    limit = question.answer.data().get("limit", 0)
    notes: dict[str, Sentence] = {
        "numeric": sentence("quiz_export.number_alone"),
        "order": sentence("quiz_export.order_numbers"),
        "essay": sentence("quiz_page.help_essay", limit=limit),
    }
    note = notes.get(question.kind)
    if found.kind == ESSAY and question.kind != "essay":
        note = sentence("quiz_export.marked_later")
    if note is not None:
        yield bare(translate(note, language))


def _assert_explained(question: Question, found: QuizItem, language: Language) -> None:
    """Why it is right; and all that Canvas can say of no single answer, with the key."""
    explained = heard(found.general_feedback)
    assert said(question.explanation, language) in explained
    remarks = [known.feedback for known in question.distractors]
    if question.kind not in ("choice", "multi"):
        remarks += [option.feedback for option in question.options if option.feedback]
        assert bare(question.answer.describe(language)) in explained or question.kind == "code"
    for remark in (*remarks, *(item.text for item in question.rubric)):
        assert said(remark, language) in explained


def assert_marked(
    question: Question, found: QuizItem, accepted: Iterable[str], language: Language
) -> None:
    """What is right there is right here, and the other way round.

    Args:
        question: as it is here.
        found: as it is there.
        accepted: the texts that the package lists as right.
        language: of feedback.
    """
    if found.kind == ESSAY:
        assert found.mark("whatever").needs_marking
        return
    for ours, theirs in _responses(question, accepted):
        graded, given = grade(question, ours), found.mark(theirs)
        assert abs(given.fraction - graded.credit) < 1e-6, (ours, theirs)
        assert (given.fraction == 1) == bool(graded.correct), (ours, theirs)
        if question.kind in ("choice", "multi"):
            comments = [said(feedback, language) for feedback in graded.feedback]
            assert [heard(feedback) for feedback in given.feedback] == comments
        else:
            assert given.feedback == ()
    if question.kind in ("numeric", "text", "shape"):
        for right in question.answer.right_responses():
            typed = str(right).removesuffix("%") if question.kind == "numeric" else str(right)
            assert found.mark(typed).fraction == 1


def _responses(
    question: Question, accepted: Iterable[str]
) -> Iterator[tuple[object, int | set[int] | str | dict[int, str] | None]]:
    """Responses to us, and the same to Canvas."""
    indices = range(len(question.options))
    yield None, None
    match question.kind:
        case "choice":
            yield from ((index, index) for index in indices)
        case "multi":
            for size in range(len(indices) + 1):
                yield from ((list(some), set(some)) for some in combinations(indices, size))
        case "match":
            for pairs in _pairs(question):
                yield pairs, {left: "ABCDEFGHIJ"[right] for left, right in enumerate(pairs)}
        case "numeric":
            yield from ((typed, typed) for typed in (*_numbers(question), *_known(question)))
        case _:
            for spelling in (*accepted, *_typed(question), "no such thing"):
                for typed in (spelling, f" {spelling.upper()} ", spelling.lower()):
                    if _same_case(spelling, typed):
                        yield typed, typed


def _same_case(spelling: str, typed: str) -> bool:
    """Upper case goes a way of no return with some letters."""
    return spelling.lower() == typed.strip().lower()


def _pairs(question: Question) -> Iterator[list[int]]:
    """All ways where they are few; or the right one, with every other partner of each."""
    choices, count = range(len(question.choices)), len(question.options)
    if len(choices) ** count <= 300:
        yield from map(list, product(choices, repeat=count))
        return
    (right,) = question.answer.right_responses()
    assert isinstance(right, list)
    for place, choice in product(range(count), choices):
        yield [choice if at == place else int(str(one)) for at, one in enumerate(right)]


def _typed(question: Question) -> Iterator[str]:
    if question.kind == "order":
        for order in permutations(range(len(question.options))):
            for between in (" > ", ">", ",", " "):
                yield between.join(str(index + 1) for index in order)
    for answer in (question.answer, *(known.answer for known in question.distractors)):
        yield from map(str, answer.right_responses())
        for shape in (
            answer.shapes if isinstance(answer, ShapeAnswer) and answer.shapes[0][1:] else ()
        ):
            yield from ("x".join(shape), "×".join(shape), f"({','.join(shape)})")
    yield from _known(question)


def _known(question: Question) -> Iterator[str]:
    """Wrong answers as the author wrote them; generated ones have none."""
    yield from (text for known in question.distractors for text in known.written if text != "?")


def _right_orders(question: Question) -> Iterator[tuple[int, ...]]:
    orders = permutations(range(len(question.options)))
    return (order for order in orders if question.answer.grade(list(order)).correct)


def _numbers(question: Question) -> Iterator[str]:
    """Numbers of four decimals in, at and beside the ends of what is right or known as wrong."""
    for answer in (question.answer, *(known.answer for known in question.distractors)):
        assert isinstance(answer, Numeric)
        for interval in answer.intervals:
            for low, high in _scaled(interval.low, interval.high, interval.percent):
                for value in (low, (low + high) / 2, high):
                    at = _floor(value)
                    near = (at - 1, at - STEP, at, at + STEP, at + 2 * STEP, at + 1)
                    told = (one for one in near if _apart(one, low) and _apart(one, high))
                    yield from (f"{one:f}" for one in told)
    yield "0"


def _apart(value: Decimal, end: Decimal) -> bool:
    """Whether floats can tell a number from an end; keys are widened by far more than that."""
    return abs(value - end) >= abs(end) * Decimal("1e-13")


def _floor(value: Decimal) -> Decimal:
    return value.quantize(STEP, ROUND_FLOOR)


def _scaled(low: float, high: float, percent: bool) -> Iterator[tuple[Decimal, Decimal]]:
    for scale in (1, 100) if percent else (1,):
        yield Decimal(repr(low)) * scale, Decimal(repr(high)) * scale
