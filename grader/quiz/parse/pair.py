"""Two drafts become one quiz: English is the primary file, Japanese takes key and ticks from it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from grader.quiz.answer import AnswerBlock, FormatError
from grader.quiz.model import Question
from grader.quiz.parse.build import build_question
from grader.quiz.parse.draft import Draft, DraftQuestion, Finding
from grader.quiz.parse.slips import wrong_answer_slips
from grader.quiz.prose import Place
from grader.words import Sentence, sentence


class Paired(NamedTuple):
    """The questions that both languages have, and what kept others from being one."""

    questions: tuple[Question, ...]
    findings: tuple[Finding, ...]


class Part(NamedTuple):
    """Something that a question has as often in either language."""

    name: Sentence
    of: Callable[[DraftQuestion], Sequence[object]]


PARTS = (
    Part(sentence("quiz_pair.part_options"), lambda question: question.options),
    Part(sentence("quiz_pair.part_choices"), lambda question: question.choices),
    Part(sentence("quiz_pair.part_blanks"), lambda question: question.blanks),
    Part(sentence("quiz_pair.part_distractors"), lambda question: question.distractors),
    Part(sentence("quiz_pair.part_hints"), lambda question: question.hints),
    Part(sentence("quiz_pair.part_rubric"), lambda question: question.rubric),
)


def pair_questions(primary: Draft, second: Draft) -> Paired:
    """Pair questions by id, in the order of the primary file."""
    others = {question.id: question for question in second.questions}
    questions: list[Question] = []
    findings = list(_unpaired(primary, second))
    for draft in primary.questions:
        other = others.get(draft.id)
        if other is None:
            continue
        try:
            _check_pair(draft, other)
            questions.append(build_question(len(questions) + 1, draft, other))
        except FormatError as error:
            findings.append(Finding.of(error))
    return Paired(tuple(questions), tuple(findings))


def _unpaired(primary: Draft, second: Draft) -> Iterator[Finding]:
    # A question that could not be read has its own finding, and none for lacking a partner.
    ids = [question.id for question in primary.questions]
    other_ids = [question.id for question in second.questions]
    if not second.findings:
        for question in primary.questions:
            if question.id not in other_ids:
                said = sentence("quiz_pair.not_translated", id=question.id, file=second.file)
                yield Finding(question.place, said)
    if not primary.findings:
        for question in second.questions:
            if question.id not in ids:
                said = sentence("quiz_pair.not_in_primary", id=question.id, file=primary.file)
                yield Finding(question.place, said)
    both = [question_id for question_id in ids if question_id in other_ids]
    if both != [question_id for question_id in other_ids if question_id in ids]:
        yield Finding(Place(second.file, 1), sentence("quiz_pair.other_sequence"))


def _check_pair(primary: DraftQuestion, second: DraftQuestion) -> None:
    for name, value in second.attributes.items():
        if primary.attributes.get(name) != value:
            raise FormatError(
                second.place, sentence("quiz_pair.attribute_differs", name=name, value=value)
            )
    _check_distractors(primary, second)
    for part in PARTS:
        counts = len(part.of(primary)), len(part.of(second))
        if counts[0] != counts[1]:
            said = sentence(
                "quiz_pair.part_differs",
                what=part.name,
                here=counts[1],
                primary=counts[0],
                place=primary.place,
            )
            raise FormatError(second.place, said)
    if set(primary.blanks) != set(second.blanks):
        raise FormatError(second.place, sentence("quiz_pair.blanks_differ"))
    _check_keys(primary, second)
    _check_repeated(primary, second)


def _check_distractors(primary: DraftQuestion, second: DraftQuestion) -> None:
    """Where one language has more of them, look for the slip in the other."""
    fewer, more = sorted((primary, second), key=lambda question: len(question.distractors))
    if len(fewer.distractors) < len(more.distractors):
        for slip in wrong_answer_slips(fewer.explanation):
            raise FormatError(slip.place, slip.said)


def _check_keys(primary: DraftQuestion, second: DraftQuestion) -> None:
    ticks = [option.ticked for option in second.options]
    if any(ticks) and ticks != [option.ticked for option in primary.options]:
        raise FormatError(second.options[0].place, sentence("quiz_pair.ticks_differ"))
    block = second.block
    if block is not None and _key(block) != (primary.block and _key(primary.block)):
        raise FormatError(block.place, sentence("quiz_pair.key_differs"))


def _key(block: AnswerBlock) -> object:
    """What has to be the same in both languages; the text of a model answer has not."""
    lines = () if block.kind == "essay" else tuple(line for _, line in block.lines)
    return block.kind, dict(block.settings), lines


def _check_repeated(primary: DraftQuestion, second: DraftQuestion) -> None:
    for mine, other in zip(primary.distractors, second.distractors, strict=True):
        if mine.responses != other.responses:
            raise FormatError(
                other.place, sentence("quiz_pair.distractor_differs", place=mine.place)
            )
    carriers = [(*one.options, *one.distractors) for one in (primary, second)]
    for mine, other in zip(*carriers, strict=True):
        if other.mistake not in (None, mine.mistake):
            raise FormatError(other.place, sentence("quiz_pair.mistake_differs"))
    for item, translated in zip(primary.rubric, second.rubric, strict=True):
        if item.points != translated.points:
            raise FormatError(translated.place, sentence("quiz_pair.rubric_differs"))
