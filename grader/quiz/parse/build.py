"""A question is put together from its drafts in both languages."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from grader.quiz.answer import Answer, AnswerBlock, Asked, FormatError
from grader.quiz.kinds import read_answer
from grader.quiz.model import Distractor, Option, Question, RubricItem
from grader.quiz.parse.draft import DraftDistractor, DraftOption, DraftQuestion
from grader.quiz.parse.mistakes import check_mistakes
from grader.quiz.prose import Passage, Prose
from grader.words import Text, sentence

_LEVELS = ("1", "2", "3")
_TYPES = ("choice", "multi")


class _Drafts(NamedTuple):
    en: DraftQuestion
    ja: DraftQuestion


def build_question(number: int, primary: DraftQuestion, second: DraftQuestion) -> Question:
    """Read the key of the primary draft and pair all prose.

    Raises:
        FormatError: the key cannot be read, or the drafts do not fit each other.
    """
    drafts = _Drafts(primary, second)
    block = _block(primary)
    listed = _listed(block, drafts)
    asked = Asked(len(listed.items.en), len(primary.choices), primary.blanks)
    _check_lists(block, drafts)
    question = Question(
        id=primary.id,
        number=number,
        place=primary.place,
        title=Prose(primary.title, second.title),
        points=_points(primary),
        level=_level(primary),
        tags=tuple(filter(None, primary.attributes.get("tags", "").split(","))),
        body=listed.body,
        answer=read_answer(block, asked),
        explanation=Prose(primary.explanation, second.explanation),
        options=_options(listed.items.en, listed.items.ja),
        choices=_options(primary.choices, second.choices),
        distractors=tuple(_distractors(block, asked, drafts)),
        hints=tuple(Prose(*pair) for pair in zip(primary.hints, second.hints, strict=True)),
        rubric=tuple(_rubric(drafts)),
        model_answer=_model_answer(block, second),
        check=primary.attributes.get("check"),
    )
    check_mistakes(question)
    return _with_digest(question)


def _block(draft: DraftQuestion) -> AnswerBlock:
    ticked = [option for option in draft.options if option.ticked]
    if draft.block is not None and ticked:
        raise FormatError(draft.block.place, sentence("quiz_format.two_keys"))
    if draft.block is not None:
        points = tuple(item.points for item in draft.rubric)
        return draft.block._replace(rubric=points)
    if not draft.options:
        raise FormatError(draft.place, sentence("quiz_format.no_key"))
    place = draft.options[0].place
    if not ticked:
        raise FormatError(place, sentence("quiz_format.no_tick"))
    kind = draft.attributes.get("type", "choice" if len(ticked) == 1 else "multi")
    if kind not in _TYPES:
        raise FormatError(draft.place, sentence("quiz_format.type_unknown", type=kind))
    letters = ",".join(
        chr(ord("A") + index) for index, option in enumerate(draft.options) if option.ticked
    )
    if kind == "choice" and len(ticked) > 1:
        raise FormatError(place, sentence("quiz_format.several_ticks"))
    return AnswerBlock(place, kind, {}, ((place, letters),))


class _Items(NamedTuple):
    en: Sequence[DraftOption]
    ja: Sequence[DraftOption]


class _Listed(NamedTuple):
    body: Prose
    items: _Items


def _listed(block: AnswerBlock, drafts: _Drafts) -> _Listed:
    """The options, and the body without them; an order takes the numbered list at its end."""
    en, ja = drafts
    if block.kind != "order" or en.options:
        return _Listed(Prose(en.body, ja.body), _Items(en.options, ja.options))
    if len(en.numbered) != len(ja.numbered):
        said = sentence(
            "quiz_pair.part_differs",
            what=sentence("quiz_pair.part_options"),
            here=len(ja.numbered),
            primary=len(en.numbered),
            place=en.place,
        )
        raise FormatError(ja.place, said)
    body = Prose(en.body_before_numbered, ja.body_before_numbered)
    return _Listed(body, _Items(en.numbered, ja.numbered))


def _check_lists(block: AnswerBlock, drafts: _Drafts) -> None:
    """Refuse lists that belong to another kind of question."""
    en = drafts.en
    if en.choices and block.kind != "match":
        raise FormatError(en.place, sentence("quiz_format.match_needs_block"))
    if en.rubric and block.kind != "essay":
        raise FormatError(en.rubric[0].place, sentence("quiz_format.rubric_without_essay"))
    if en.blanks and block.kind != "code":
        raise FormatError(en.place, sentence("quiz_format.blanks_without_code"))
    if en.distractors and block.kind in ("choice", "multi", "order", "match", "essay"):
        place = en.distractors[0].place
        raise FormatError(place, sentence("quiz_format.distractor_unwanted", kind=block.kind))
    if "check" in en.attributes and block.kind != "code":
        raise FormatError(en.place, sentence("quiz_format.check_without_code"))
    if block.kind == "essay" and drafts.ja.block is None:
        raise FormatError(drafts.ja.place, sentence("quiz_pair.model_answer_missing"))


def _points(draft: DraftQuestion) -> float:
    text = draft.attributes.get("points", "1")
    try:
        points = float(text)
    except ValueError:
        points = 0.0
    if not 0 < points <= 100:
        raise FormatError(draft.place, sentence("quiz_format.points_unreadable", points=text))
    return points


def _level(draft: DraftQuestion) -> int:
    text = draft.attributes.get("level", "1")
    if text not in _LEVELS:
        raise FormatError(draft.place, sentence("quiz_format.level_unreadable", level=text))
    return int(text)


def _options(en: Sequence[DraftOption], ja: Sequence[DraftOption]) -> tuple[Option, ...]:
    return tuple(
        Option(index, Prose(mine.text, other.text), _feedback(mine, other), mine.mistake)
        for index, (mine, other) in enumerate(zip(en, ja, strict=True))
    )


def _feedback(mine: DraftOption, other: DraftOption) -> Prose | None:
    if mine.feedback is None and other.feedback is None:
        return None
    if mine.feedback is None or other.feedback is None:
        lacking = mine if mine.feedback is None else other
        raise FormatError(lacking.place, sentence("quiz_pair.feedback_once"))
    return Prose(mine.feedback, other.feedback)


def _distractors(block: AnswerBlock, asked: Asked, drafts: _Drafts) -> Iterator[Distractor]:
    for mine, other in zip(drafts.en.distractors, drafts.ja.distractors, strict=True):
        answer = _wrong_answer(block, asked, mine)
        feedback = Prose(mine.feedback, other.feedback)
        yield Distractor(mine.place, mine.responses, answer, feedback, mine.mistake)


def _wrong_answer(block: AnswerBlock, asked: Asked, draft: DraftDistractor) -> Answer:
    """A key of the same kind for what is wrong; code in the only blank goes without its name."""
    written = draft.responses
    blanks = asked.blanks
    if block.kind == "code" and len(blanks) == 1:
        written = tuple(f"{blanks[0]}: {code}" for code in written)
    elif block.kind == "code":
        named = {code.partition(":")[0].strip() for code in written}
        blanks = tuple(name for name in blanks if name in named)
    lines = tuple((draft.place, line) for line in written)
    wrong = block._replace(place=draft.place, lines=lines)
    return read_answer(wrong, asked._replace(blanks=blanks))


def _rubric(drafts: _Drafts) -> Iterator[RubricItem]:
    for mine, other in zip(drafts.en.rubric, drafts.ja.rubric, strict=True):
        yield RubricItem(mine.points, Prose(mine.text, other.text))


def _model_answer(block: AnswerBlock, second: DraftQuestion) -> Text | None:
    if block.kind != "essay" or second.block is None:
        return None
    english, japanese = (
        "\n".join(line for _, line in found.lines) for found in (block, second.block)
    )
    return Text(en=english, ja=japanese)


def _with_digest(question: Question) -> Question:
    key = json.dumps(question.answer.data(), sort_keys=True)
    written = [question.id, question.points, key, question.model_answer]
    written += [_contents(prose) for prose in _all_prose(question)]
    digest = hashlib.sha256(json.dumps(written).encode()).hexdigest()
    return replace(question, digest=digest)


def _all_prose(question: Question) -> Iterator[Prose]:
    yield from (question.title, question.body, question.explanation, *question.hints)
    for option in (*question.options, *question.choices):
        yield option.text
        if option.feedback is not None:
            yield option.feedback
    yield from (item.text for item in question.rubric)
    yield from (distractor.feedback for distractor in question.distractors)


def _contents(prose: Prose) -> list[list[tuple[str, str]]]:
    return [_tokens(prose.en), _tokens(prose.ja)]


def _tokens(passage: Passage) -> list[tuple[str, str]]:
    return [(token.type, token.content) for token in passage.blocks]
