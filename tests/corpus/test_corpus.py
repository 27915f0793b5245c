"""Holds how well students' answers are understood; `benchmarks/explanations.py` has the figures."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from grader.sandbox import Zygote
from tests.corpus.answers import PARTS, CorpusAnswer, Part, answers
from tests.corpus.grading import Understood, grade_corpus
from tests.corpus.pins import pins

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]

EXERCISES = sorted({answer.exercise for answer in answers()})
LEAST_LOCALISED = 0.95
LEAST_NAMED = 0.9


@pytest.fixture(scope="module", params=EXERCISES)
def understood(request: pytest.FixtureRequest) -> Sequence[Understood]:
    chosen = [answer for answer in answers() if answer.exercise == request.param]
    with Zygote.start() as zygote:
        return list(grade_corpus(zygote, chosen))


def test_right_answers_pass_and_wrong_ones_do_not(understood: Sequence[Understood]) -> None:
    assert [done.answer.id for done in understood if not done.judged_right] == []


def test_the_wrong_blank_is_found(understood: Sequence[Understood]) -> None:
    several = [done for done in understood if done.can_be_localised and not done.answer.is_right]
    missed = [done.answer.id for done in several if not done.is_localised]
    assert len(missed) <= (1 - LEAST_LOCALISED) * len(several), missed


@pytest.mark.parametrize("part", PARTS)
def test_most_mistakes_have_a_name(part: Part) -> None:
    wrong = [answer for answer in answers() if answer.part == part and not answer.is_right]
    named = [answer for answer in wrong if pins()[f"{answer.exercise}/{answer.id}"]]
    assert len(named) >= LEAST_NAMED * len(wrong)


def test_what_is_said_is_what_was_read_and_found_true(understood: Sequence[Understood]) -> None:
    said = {
        f"{done.answer.exercise}/{done.answer.id}": list(done.explanations)
        for done in understood
        if not done.answer.is_right
    }
    assert said == {name: named for name, named in pins().items() if name in said}


def test_the_corpus_is_large_enough() -> None:
    for exercise in EXERCISES:
        chosen = [answer for answer in answers() if answer.exercise == exercise]
        assert len([answer for answer in chosen if answer.is_right]) >= 15
        assert len([answer for answer in chosen if not answer.is_right]) >= 30
        assert _share_aside(chosen) > 0.25


def test_every_pin_belongs_to_an_answer() -> None:
    names = {f"{answer.exercise}/{answer.id}" for answer in answers() if not answer.is_right}
    assert set(pins()) == names


def _share_aside(chosen: Sequence[CorpusAnswer]) -> float:
    return sum(answer.part == "aside" for answer in chosen) / len(chosen)
