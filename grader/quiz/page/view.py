"""What a page shows of each question: with everything about its answer, or with nothing of it."""

from __future__ import annotations

import string
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from grader.quiz.kinds.code import Code
from grader.quiz.kinds.essay import Essay
from grader.quiz.kinds.multi import Multi
from grader.quiz.model import Distractor, Option, Question, Quiz
from grader.quiz.page.prose import PageProse, say
from grader.quiz.shuffle import option_order
from grader.quiz.spoken import spoken_distractor
from grader.words import LANGUAGES, Text, sentence

TYPED = ("numeric", "shape", "expr", "text")


@dataclass(frozen=True)
class OptionView:
    """A line to choose; `letter` is its place on the page, `index` its place in the file."""

    index: int
    letter: str
    text: Markup


@dataclass(frozen=True)
class Remark:
    """What is said about one wrong answer; `about` is `option` or `mistake`."""

    about: str
    index: int
    label: Markup
    said: Markup


@dataclass(frozen=True)
class RubricView:
    """A point that an essay should make."""

    points: str
    text: Markup


@dataclass(frozen=True)
class Reveal:
    """Everything that an exam must not hold."""

    hints: tuple[Markup, ...]
    key: Markup
    model_answer: Markup | None
    explanation: Markup
    remarks: tuple[Remark, ...]
    rubric: tuple[RubricView, ...]
    exercise: Markup | None


@dataclass(frozen=True)
class QuestionView:
    """A question as the template takes it."""

    anchor: str
    number: int
    kind: str
    title: Markup
    facts: Markup
    body: Markup
    options: tuple[OptionView, ...]
    choices: tuple[OptionView, ...]
    blanks: tuple[str, ...]
    limit: int | None
    reveal: Reveal | None
    data: dict[str, Any]


def question_view(
    question: Question, prose: PageProse, seed: int | str, *, exam: bool
) -> QuestionView:
    """Put together what a page shows of a question.

    Args:
        question: with its key.
        prose: writes it, and keeps account of styles.
        seed: draws the order of the options.
        exam: leave out whatever tells about the answer.
    """
    options = _options(question, prose, seed)
    blanks = tuple(question.answer.fills) if isinstance(question.answer, Code) else ()
    limit = question.answer.limit if isinstance(question.answer, Essay) else None
    asked = {"kind": question.kind, "count": len(options), "blanks": blanks, "limit": limit}
    return QuestionView(
        # An id is a name for authors, and may say too much.
        anchor=f"q-{question.number if exam else question.id}",
        number=question.number,
        kind=question.kind,
        title=prose.inline(question.title),
        facts=_facts(question),
        body=prose.block(question.body),
        options=options,
        choices=tuple(_option(option, option.index, prose) for option in question.choices),
        blanks=blanks,
        limit=limit,
        reveal=None if exam else _reveal(question, prose, options),
        data={"number": question.number, **(asked if exam else _data(question))},
    )


def _data(question: Question) -> dict[str, Any]:
    return {
        "id": question.id,
        "digest": question.digest,
        "points": question.points,
        "key": question.answer.data(),
        "mistakes": [distractor.answer.data() for distractor in question.distractors],
    }


def _facts(question: Question) -> Markup:
    return say(
        sentence("quiz_page.facts", points=number_text(question.points), level=question.level)
    )


def _options(question: Question, prose: PageProse, seed: int | str) -> tuple[OptionView, ...]:
    if question.kind in ("choice", "multi"):
        order: Sequence[int] = option_order(question, seed)
    else:
        # Explanations call items and partners by their numbers and letters.
        order = range(len(question.options))
    return tuple(
        _option(question.options[index], place, prose) for place, index in enumerate(order)
    )


def _option(option: Option, place: int, prose: PageProse) -> OptionView:
    return OptionView(option.index, string.ascii_uppercase[place], prose.block(option.text))


def _reveal(question: Question, prose: PageProse, options: Sequence[OptionView]) -> Reveal:
    model_answer = question.model_answer
    return Reveal(
        hints=tuple(map(prose.block, question.hints)),
        key=_key(question, options),
        model_answer=None if model_answer is None else say(model_answer),
        explanation=prose.block(question.explanation),
        remarks=tuple(_remarks(question, prose, options)),
        rubric=tuple(
            RubricView(number_text(item.points), prose.block(item.text)) for item in question.rubric
        ),
        exercise=_exercise(question),
    )


def _key(question: Question, options: Sequence[OptionView]) -> Markup:
    answer = question.answer
    if question.kind in ("choice", "multi"):
        right = answer.right if isinstance(answer, Multi) else (answer.data()["right"],)
        return Markup(", ").join(option.letter for option in options if option.index in right)
    if isinstance(answer, Code):
        fills = (_fill(name, right[0], len(answer.fills)) for name, right in answer.fills.items())
        return Markup("<br>").join(fills)
    described = Text(*(answer.describe(language) for language in LANGUAGES))
    return (
        Markup("<code>{}</code>").format(described.en)
        if question.kind == "expr"
        else say(described)
    )


def _fill(name: str, code: str, count: int) -> Markup:
    label = f"{name}: " if count > 1 else ""
    return Markup("{}<code>{}</code>").format(label, code)


def _remarks(
    question: Question, prose: PageProse, options: Sequence[OptionView]
) -> Iterator[Remark]:
    for option in options:
        feedback = question.options[option.index].feedback
        if feedback is not None:
            yield Remark(
                "option", option.index, Markup.escape(option.letter), prose.block(feedback)
            )
    for index, distractor in enumerate(question.distractors):
        yield Remark("mistake", index, _label(distractor), prose.block(distractor.feedback))


def _label(distractor: Distractor) -> Markup:
    if distractor.answer.kind == "text":
        return say(Text(*(spoken_distractor(distractor, one)[0] for one in LANGUAGES)))
    spellings = spoken_distractor(distractor, "en")
    return Markup(" / ").join(Markup("<code>{}</code>").format(one) for one in spellings)


def _exercise(question: Question) -> Markup | None:
    if question.exercise is None:
        return None
    return say(sentence("quiz_page.exercise", id=question.exercise))


def number_text(number: float) -> str:
    """Write points without a needless `.0`."""
    return f"{number:g}"


def quiz_points(quiz: Quiz) -> dict[str, str]:
    """Points of a quiz and those to pass, in words."""
    return {
        "points": number_text(quiz.points),
        "needed": number_text(round(quiz.pass_share * quiz.points, 2)),
        "questions": str(len(quiz.questions)),
    }
