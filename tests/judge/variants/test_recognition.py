from __future__ import annotations

import ast
from collections.abc import Mapping
from pathlib import Path

import pytest

from grader.course.blanks import fill_template
from grader.course.catalog import load_course
from grader.course.exercise import Exercise
from grader.course.plan import Plan, make_plan
from grader.course.sources import read_author_file
from grader.course.table import perform_source
from grader.judge.own_words import without_own_words
from grader.judge.variants import recognise_slip
from grader.judge.variants.trees import variants_in
from grader.judge.verdict import judge_outcomes
from grader.words import LANGUAGES, Text, sentence, translate

ROOT = Path(__file__).resolve().parents[3]


def plan_of(name: str) -> Plan:
    exercises = {exercise.name: exercise for exercise in load_course(ROOT).exercises}
    return make_plan(exercises[name], seed=0)


def slip_of(plan: Plan, source: str, label: str | None) -> str | None:
    outcomes = perform_source(source, Path("student.py"), plan.exercise.name, plan.table.cases)
    outcomes = tuple(without_own_words(outcomes, source))
    verdict = judge_outcomes(plan.table, outcomes)
    found = recognise_slip(plan, outcomes, verdict, label)
    if found is None:
        return None
    assert found.kind == "pattern"
    assert not isinstance(found.said, Text)
    assert all(translate(found.said, language) for language in LANGUAGES)
    return found.id


def slip_in(name: str, fills: Mapping[str, str]) -> str | None:
    plan = plan_of(name)
    (label,) = fills
    return slip_of(plan, fill_template(plan.template, {**plan.reference_fills, **fills}), label)


@pytest.mark.parametrize(
    ("name", "label", "fill", "slip"),
    [
        ("softmax", "2", "np.exp2(shifted)", "other-function"),
        ("softmax", "2", "np.array(shifted)", "not-applied"),
        ("softmax", "3", "np.sum(np.exp(shifted))", "whole-array"),
        ("softmax", "3", "np.add.reduce(exp_x, axis=0)", "other-axis"),
        ("softmax", "3", "np.sum(exp_x, axis=-1)", "axis-lost"),
        ("softmax", "3", "exp_x.max(axis=-1, keepdims=True)", "other-function"),
        ("cross_entropy_error", "2", "y[d, range(N)]", "indices-swapped"),
        ("cross_entropy_error", "3", "np.sum(np.log(picked + 1e-7)) / N", "sign-missing"),
        ("cross_entropy_error", "3", "np.sum(-np.log(picked + 1e-7))", "divisor-missing"),
        ("conv_output_size", "1", "input_size - 2 * padding", "minus-for-plus"),
        ("conv_output_size", "1", "input_size + padding", "factor-missing"),
        ("conv_output_size", "2", "False", "never-holds"),
        ("conv_output_size", "3", "-((filter_size - padded) // stride) + 1", "rounded-up"),
        ("random_crop", "1", "height - crop_height", "term-missing"),
        ("random_crop", "2", "height - crop_width + 1", "other-name"),
        ("rnn_delta", "1", "np.dot(delta_next, W)", "not-transposed"),
        ("rnn_delta", "1", "W @ delta_next", None),
        ("rnn_delta", "2", "d_sigmoid(2 * u) + 1", None),
        ("l2_gradient", "1", "2 * param", "doubled"),
        ("l2_gradient", "1", "param.astype(np.float16)", "half-precision"),
        ("rnn_delta", "1", "delta_next @ (W + W.T) / 2", "symmetrised"),
        ("rnn_delta", "2", "sigmoid(u) * (1 + sigmoid(u))", "plus-for-minus"),
        ("conv_output_size", "3", "padded - filter_size // stride + 1", "brackets-missing"),
        ("l2_gradient", "1", "param", None),
        ("l1_gradient", "1", "np.abs(param)", "other-function"),
    ],
)
def test_a_slip_is_named_by_what_it_gives(
    name: str, label: str, fill: str, slip: str | None
) -> None:
    assert slip_in(name, {label: fill}) == slip


def test_the_order_of_parameters() -> None:
    source = "def l1_gradient(param, grad, rate):\n    import numpy as np\n"
    source += "    return grad + rate * np.sign(param)\n"
    assert slip_of(plan_of("l1_gradient"), source, None) == "parameters-swapped"


def test_a_slip_anywhere_in_a_rewritten_function() -> None:
    source = "def rnn_delta(delta_next, delta_out, W, W_out, u):\n    import numpy as np\n"
    source += "    y = 1 / (1 + np.exp(-u))\n"
    source += "    return (delta_next @ W.T - delta_out @ W_out.T) * y * (1 - y)\n"
    assert slip_of(plan_of("rnn_delta"), source, None) == "minus-for-plus"


def test_an_exception_alone_names_no_slip() -> None:
    assert slip_in("l1_gradient", {"1": "np.sign(params)"}) is None
    assert slip_in("cross_entropy_error", {"3": "-np.sum(log(picked))"}) is None


def test_the_sentence_never_holds_what_belongs_there() -> None:
    plan = plan_of("random_crop")
    source = fill_template(plan.template, {**plan.reference_fills, "2": "height - crop_width + 1"})
    outcomes = perform_source(source, Path("s.py"), "random_crop", plan.table.cases)
    found = recognise_slip(plan, outcomes, judge_outcomes(plan.table, outcomes), "2")
    assert found is not None
    assert not isinstance(found.said, Text)
    assert found.said.values == {"name": "height"}


@pytest.mark.parametrize(
    "exercise", load_course(ROOT).exercises, ids=lambda exercise: exercise.name
)
def test_every_slip_of_every_solution_has_a_name_in_both_languages(exercise: Exercise) -> None:
    plan = make_plan(exercise, seed=0)
    source = read_author_file(exercise.solution_path)
    function = next(
        node for node in ast.parse(source).body if getattr(node, "name", "") == exercise.name
    )
    assert isinstance(function, ast.FunctionDef)
    variants = [
        variant
        for statement in function.body
        for variant in variants_in(source, statement, ["one", "other"])
    ]
    assert len(variants) > 20
    for variant in variants:
        said = sentence(f"slips.{variant.slip.kind}", **variant.slip.values)
        assert all(translate(said, language) for language in LANGUAGES)
    changed = {variant.source for variant in variants}
    assert len(changed) > 15
    assert plan.exercise.name in next(iter(changed))
