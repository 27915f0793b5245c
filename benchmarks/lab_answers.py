"""Answers to try in the labs: right ones written in other ways, and wrong ones.

Most of the wrong ones are typical known mistakes of the exercises.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

import numpy as np

from grader.course.blanks import fill_template, find_blanks, render_exercise
from grader.course.catalog import load_course
from grader.course.checks import load_spec
from grader.course.exercise import Exercise
from grader.course.mistakes import load_mistakes
from grader.course.sources import read_author_file, run_author_file
from grader.labs import find_labs
from grader.labs.binary_addition import d_sigmoid, rnn_delta
from grader.labs.lab import Lab
from grader.labs.network import softmax
from grader.labs.slots import SlotFunction, local

COURSE = Path(__file__).parents[1]
Answers: TypeAlias = Mapping[str, SlotFunction]

REWRITTEN: Mapping[str, Answers] = {
    "rnn_delta": {
        "reordered": lambda nxt, out, w, w_out, u: (
            d_sigmoid(u) * (out @ w_out.T) + (w @ nxt.T).T * d_sigmoid(u)
        ),
        "einsum": lambda nxt, out, w, w_out, u: (
            (np.einsum("bj,ij->bi", nxt, w) + np.einsum("bo,io->bi", out, w_out))
            * (np.exp(-u) / (1 + np.exp(-u)) ** 2)
        ),
        "tanh": lambda nxt, out, w, w_out, u: (
            (nxt @ w.T + out @ w_out.T) * (1 - np.tanh(u / 2) ** 2) / 4
        ),
    },
    "softmax": {
        "through the logarithm": lambda x: np.exp(
            x - np.logaddexp.reduce(x, axis=-1, keepdims=True)
        ),
        "row by row": lambda x: np.array(
            [np.exp(row - max(row)) / sum(np.exp(row - max(row))) for row in x]
        ),
    },
    "cross_entropy_error": {
        "one-hot": lambda d, y: -np.mean(np.log((np.eye(10)[d] * y).sum(axis=1) + 1e-7)),
        "sample by sample": lambda d, y: (
            -sum(np.log(row[label] + 1e-7) for label, row in zip(d, y, strict=True)) / len(y)
        ),
    },
    "l1_gradient": {
        "three cases": lambda grad, param, rate: np.where(
            param > 0, grad + rate, np.where(param < 0, grad - rate, grad)
        ),
        "difference of masks": lambda grad, param, rate: (
            rate * ((param > 0) * 1.0 - (param < 0)) + grad
        ),
    },
    "l2_gradient": {
        "derivative of the square": lambda grad, param, rate: grad + 0.5 * rate * 2 * param,
        "factored out": lambda grad, param, rate: rate * (grad / rate + param),
    },
    "conv_output_size": {
        "places counted": lambda n, f, s, p: len(range(0, n + 2 * p - f + 1, s)),
        "NumPy integer": lambda n, f, s, p: np.int64((n + 2 * p - f + s) // s),
        "floor of a quotient": lambda n, f, s, p: int(np.floor((n + 2 * p - f) / s)) + 1,
    },
    "random_crop": {
        "indices": lambda image, size, rng: image[
            np.ix_(*map(_from, _drawn(image, size, rng), size))
        ],
        "result as float32": lambda image, size, rng: _float32(
            _window(image, size, *_drawn(image, size, rng))
        ),
    },
}

WRONG: Mapping[str, Answers] = {
    "rnn_delta": {
        "minus between the terms": lambda nxt, out, w, w_out, u: (
            (out @ w_out.T - nxt @ w.T) * d_sigmoid(u)
        ),
        "without the output term": lambda nxt, _out, w, _w_out, u: (nxt @ w.T) * d_sigmoid(u),
        "twice the right value": lambda *arguments: 2 * rnn_delta(*arguments),
    },
    "softmax": {
        "maximum added": lambda x: softmax(x + np.max(x, axis=-1, keepdims=True)),
        "applied twice": lambda x: softmax(softmax(x)),
        "base 2": lambda x: softmax(x * np.log(2)),
    },
    "cross_entropy_error": {
        "log10": lambda d, y: -np.mean(np.log10(y[np.arange(len(y)), d] + 1e-7)),
        "all classes": lambda d, y: (
            -np.mean(np.eye(10)[d] * np.log(y + 1e-7) + (1 - np.eye(10)[d]) * np.log(1 - y + 1e-7))
        ),
    },
    "l1_gradient": {
        "twice the sign": lambda grad, param, rate: grad + 2 * rate * np.sign(param),
        "without the rate": lambda grad, param, _rate: grad + np.sign(param),
        "without the gradient": lambda _grad, param, rate: rate * np.sign(param),
        "nothing added": lambda grad, _param, _rate: grad,
    },
    "l2_gradient": {
        "without the rate": lambda grad, param, _rate: grad + param,
        "without the gradient": lambda _grad, param, rate: rate * param,
        "norm": lambda grad, param, rate: grad + rate * np.linalg.norm(param),
        "nothing added": lambda grad, _param, _rate: grad,
    },
    "conv_output_size": {
        "the input's size": lambda n, _f, _s, _p: n,
        "stride ignored": lambda n, f, _s, p: n + 2 * p - f + 1,
    },
    "random_crop": {
        "column drawn first": lambda image, size, rng: _window(
            image, size, *reversed(_drawn(image, size, rng))
        ),
        "always the middle": lambda image, size, _rng: _window(image, size, 2, 2),
    },
}

# Slots whose results are whole numbers, or pixels as they were.
EXACT = {"conv_output_size", "random_crop"}

# Wrong answers that may agree in training, each with what it would take to tell them apart.
UNSEEN: Mapping[str, Mapping[str, str]] = {
    "softmax": {
        "no-shift": "scores large enough to overflow",
        "one-maximum-for-the-batch": "a row far below the others",
        "maximum added": "scores large enough to overflow",
    },
    "cross_entropy_error": {
        "label-taken-from-prediction": "one-hot labels; the lab has numbers",
        "argmax-down-the-batch": "one-hot labels; the lab has numbers",
        "no-constant": "probabilities next to 0, which only some seeds have early on",
        "constant-outside-the-logarithm": "probabilities next to 0, as above",
    },
    "l1_gradient": {"zero-counts-as-positive": "a weight that is exactly 0"},
    "conv_output_size": {
        "padding-on-one-side": "padding",
        "rounds-up": "a stride that does not come out even",
        "too-large-filter-accepted": "a filter larger than its input",
        "exact-fit-refused": "a filter as large as its input",
    },
}

# Those of the known mistakes that are tried in training; most others show in odd inputs only.
TYPICAL: dict[str, tuple[str, ...]] = {
    "softmax": (
        "no-shift",
        "one-maximum-for-the-batch",
        "maximum-of-each-class",
        "maximum-loses-its-axis",
        "no-exponential",
        "sum-of-everything",
        "sum-over-the-batch",
        "sum-loses-its-axis",
    ),
    "cross_entropy_error": (
        "label-taken-from-prediction",
        "argmax-down-the-batch",
        "whole-columns",
        "no-minus",
        "sum-instead-of-mean",
        "divides-by-all-entries",
        "no-constant",
        "constant-outside-the-logarithm",
    ),
    "l2_gradient": (
        "squares-instead-of-derivative",
        "the-penalty-itself",
        "sum-of-the-weights",
        "factor-two",
        "sign-of-l1",
        "wrong-sign",
    ),
    "l1_gradient": (
        "absolute-value-not-derived",
        "the-penalty-itself",
        "pull-of-l2",
        "relu-of-the-weights",
        "minimum-with-zero",
        "wrong-sign",
        "zero-counts-as-positive",
    ),
    "random_crop": (
        "last-offset-never-reached",
        "window-leaves-the-image",
        "channel-first",
        "reversed-slices",
        "end-without-offset",
        "rows-and-columns-swapped",
    ),
    "conv_output_size": (
        "padding-on-one-side",
        "first-place-not-counted",
        "true-division",
        "rounds-up",
        "one-added-before-division",
        "too-large-filter-accepted",
        "exact-fit-refused",
    ),
    "rnn_delta": (
        "forgets-transpose",
        "forgets-later-error",
        "derivative-of-activated-value",
        "product-form-without-activation",
        "activation-instead-of-derivative",
        "no-derivative",
        "later-error-without-weights",
    ),
}


class Part(NamedTuple):
    """An exercise that takes part in a lab."""

    exercise: Exercise
    lab: Lab
    slot: str

    def right_answers(self) -> dict[str, SlotFunction]:
        """The solution, and other ways to write it; some of them in float32."""
        solution = self._with_fills({})
        answers = {"solution": solution, **REWRITTEN[self.slot]}
        if self.slot not in EXACT:
            answers["result in float32"] = lambda *arguments: _float32(solution(*arguments))
            answers["computed in float32"] = lambda *arguments: solution(
                *map(_float32_if_float64, arguments)
            )
        return {name: local(function) for name, function in answers.items()}

    def wrong_answers(self) -> dict[str, SlotFunction]:
        """Typical known mistakes of the exercise, and others."""
        mistakes = {
            mistake.id: self._with_fills(mistake.fills)
            for mistake in load_mistakes(self.exercise)
            if mistake.id in TYPICAL[self.slot]
        }
        return {
            name: local(function) for name, function in {**mistakes, **WRONG[self.slot]}.items()
        }

    def _with_fills(self, fills: Mapping[str, str]) -> SlotFunction:
        path, name = self.exercise.solution_path, self.exercise.name
        source = read_author_file(path)
        reference = {blank.label: blank.fill for blank in find_blanks(source, str(path))}
        template = render_exercise(source, str(path), name)
        function: SlotFunction = run_author_file(
            fill_template(template, {**reference, **fills}), path
        )[name]
        return function


def parts() -> Iterator[Part]:
    """Find the exercises that take part in labs."""
    for exercise in load_course(COURSE).exercises:
        for link in load_spec(exercise).labs:
            yield Part(exercise, find_labs()[link.lab], link.slot)


def _float32(value: Any) -> Any:
    return np.asarray(value, dtype=np.float32)


def _float32_if_float64(value: Any) -> Any:
    return _float32(value) if getattr(value, "dtype", None) == np.float64 else value


def _drawn(image: Any, size: tuple[int, int], rng: np.random.Generator) -> tuple[int, int]:
    top = rng.integers(0, image.shape[0] - size[0] + 1)
    return int(top), int(rng.integers(0, image.shape[1] - size[1] + 1))


def _from(start: int, count: int) -> Any:
    return np.arange(start, start + count)


def _window(image: Any, size: tuple[int, int], top: int, left: int) -> Any:
    return image[top : top + size[0], left : left + size[1]]
