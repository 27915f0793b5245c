"""Wrong answers that carry a known mistake are what that mistake gives: each is run or computed."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pytest

from grader.course.catalog import load_course
from grader.course.mistakes import Mistake
from grader.course.plan import Plan, make_plan
from grader.course.sources import run_author_file
from grader.course.submission import Answer
from grader.grading import Bench, Settings
from grader.grading.exercise import grade_cases
from grader.quiz.answer import Json
from grader.quiz.kinds.code import Code
from grader.quiz.load import find_quizzes, load_quiz
from grader.quiz.model import Distractor, MistakeId, Option, Question
from grader.quiz.parse.markdown import plain
from grader.sandbox import Zygote
from tests.quizzes.keys import ROOT

PLANS = {exercise.id: make_plan(exercise, seed=0) for exercise in load_course(ROOT).exercises}


class Link(NamedTuple):
    """A wrong answer to a question, and the mistake it carries."""

    key: str
    question: Question
    wrong: Option | Distractor
    mistake: MistakeId

    @property
    def plan(self) -> Plan:
        return PLANS[self.mistake.exercise]

    @property
    def known(self) -> Mistake:
        """The mistake as the exercise knows it."""
        (found,) = (one for one in self.plan.mistakes if one.id == self.mistake.id)
        return found

    def function(self, fills: Mapping[str, str]) -> Callable[..., Any]:
        """The exercise's function with these fills, and the solution's in the other blanks."""
        source = self.plan.mistake_source(self.known._replace(fills=fills))
        path = self.plan.exercise.solution_path
        found: Callable[..., Any] = run_author_file(source, path)[self.plan.exercise.name]
        return found


def links() -> Iterator[Link]:
    for files in find_quizzes(ROOT):
        for question in load_quiz(files).questions:
            carriers: tuple[Option | Distractor, ...] = (*question.options, *question.distractors)
            for wrong in carriers:
                if wrong.mistake is not None:
                    key = f"{files.id}#{question.id}"
                    yield Link(key, question, wrong, wrong.mistake)


def code_of(option: Option) -> str:
    return plain(option.text.en.blocks)


def size(*sizes: int) -> Callable[[Callable[..., Any]], Json]:
    """The answer of `conv_output_size` to a question about an image with two equal sides."""

    def answer(function: Callable[..., Any]) -> Json:
        side = function(*sizes)
        return f"{side}x{side}"

    return answer


def first_probability(softmax: Callable[..., Any]) -> Json:
    return str(softmax(np.array([5.0, 2.0, -1.0, 3.0]))[0])


def factor_of_the_weights(l2_gradient: Callable[..., Any]) -> Json:
    weights, no_loss = np.array([3.0]), np.array([0.0])
    updated = weights - 0.1 * l2_gradient(no_loss, weights, 0.7 / 100)
    return str((updated / weights)[0])


# What the exercise's function says to questions whose answer is typed.
TYPED = {
    "day1/section3_output#softmax-4class": first_probability,
    "day2/section3_overfitting#decay-factor": factor_of_the_weights,
    "day2/section4_convolution#conv-6x6": size(6, 2, 1, 1),
    "day2/section4_convolution#floor": size(6, 3, 2, 0),
    "day3/section1_rnn#conv-5x5": size(5, 3, 2, 1),
}
OUTPUT_DELTA = "day3/section1_rnn#output-delta"
LINKS = list(links())
RUN = [one for one in LINKS if one.question.check is not None]
COMPUTED = [one for one in LINKS if one.key in TYPED]
OWN = [
    one for one in LINKS if one.plan.table.spec.question == one.key and one not in RUN + COMPUTED
]
OTHER_CODE = [one for one in LINKS if one.key == OUTPUT_DELTA]


def named(one: Link) -> str:
    return f"{one.key}-{one.mistake.id}"


@pytest.fixture(scope="module")
def bench() -> Iterator[Bench]:
    with Zygote.start() as zygote:
        yield Bench(zygote, Settings(labs="never"))


def test_every_link_is_held_by_one_of_these_tests() -> None:
    tests = (RUN, COMPUTED, OWN, OTHER_CODE)
    assert all(tests)
    assert sorted(named(one) for held in tests for one in held) == sorted(map(named, LINKS))


@pytest.mark.parametrize("link", LINKS, ids=named)
def test_the_mistake_is_one_of_the_exercise_that_the_question_names(link: Link) -> None:
    assert link.question.exercise == link.mistake.exercise
    assert link.mistake.id in [one.id for one in link.plan.mistakes]


@pytest.mark.parametrize("link", RUN, ids=named)
def test_a_typed_fill_is_diagnosed_as_the_mistake_it_carries(link: Link, bench: Bench) -> None:
    assert isinstance(link.wrong, Distractor)
    assert isinstance(link.wrong.answer, Code)
    for label, fills in link.wrong.answer.fills.items():
        for fill in fills:
            source = link.plan.mistake_source(link.known._replace(fills={label: fill}))
            graded = grade_cases(bench, link.plan, Answer(Path("answer.py"), source))
            assert graded.explain is not None, fill
            diagnosis = graded.explain(graded.result).diagnosis
            assert [one.id for one in diagnosis if one.kind == "mistake"] == [link.mistake.id], fill


@pytest.mark.parametrize("link", COMPUTED, ids=named)
def test_a_typed_answer_is_what_the_mistake_gives(link: Link) -> None:
    assert isinstance(link.wrong, Distractor)
    respond = TYPED[link.key]
    assert link.wrong.answer.grade(respond(link.function(link.known.fills))).correct
    assert link.question.answer.grade(respond(link.function({}))).correct


@pytest.mark.parametrize("link", OWN, ids=named)
def test_an_option_of_the_exercises_own_question_is_the_fill(link: Link) -> None:
    assert isinstance(link.wrong, Option)
    (fill,) = link.known.fills.values()
    assert ast.dump(ast.parse(code_of(link.wrong))) == ast.dump(ast.parse(fill))


def sigmoid(u: Any) -> Any:
    return 1 / (1 + np.exp(-u))


def d_sigmoid(u: Any) -> Any:
    return sigmoid(u) * (1 - sigmoid(u))


@pytest.mark.parametrize("link", OTHER_CODE, ids=named)
def test_the_error_of_an_output_is_that_of_a_unit_with_no_next_moment(link: Link) -> None:
    v = np.array([[-3.0, -0.4, 0.0, 1.5]])
    d = np.array([[1.0, 0.0, 1.0, 0.0]])
    values = {"v": v, "y": sigmoid(v), "d": d, "sigmoid": sigmoid, "d_sigmoid": d_sigmoid}

    def given_by(function: Callable[..., Any]) -> Any:
        return function(np.zeros((1, 4)), sigmoid(v) - d, np.zeros((4, 4)), np.eye(4), v)

    def shown(option: Option) -> Any:
        return eval(code_of(option), dict(values))

    assert isinstance(link.wrong, Option)
    right = next(one for one in link.question.options if one.feedback is None)
    assert np.allclose(given_by(link.function({})), shown(right))
    mistaken = given_by(link.function(link.known.fills))
    assert np.allclose(mistaken, shown(link.wrong))
    assert not np.allclose(mistaken, shown(right))
