"""Code that runs before an answer: the other cells of its notebook."""

from __future__ import annotations

from grader.calls.steps import RaisedError, Step
from grader.course.vocabulary import FUNCTION
from grader.sandbox import Limits, Loaded, Zygote

ANSWER = "def answer(x):\n    return twice(x) + SHIFT"


def answered(zygote: Zygote, source: str, earlier: str) -> object:
    with zygote.start_worker(Limits()) as worker:
        loaded = worker.load(source, "answer.py", "answer", earlier)
        assert isinstance(loaded, Loaded), loaded
        outcome = worker.perform(Step("compute", FUNCTION, {"x": 4.0}))
        return outcome.error or outcome.value


def test_an_answer_finds_what_ran_before(zygote: Zygote) -> None:
    earlier = "import numpy as np\nSHIFT = 1\ndef twice(x):\n    return np.multiply(2, x)"
    assert answered(zygote, ANSWER, earlier) == 9


def test_what_fails_is_passed_over_and_the_rest_runs(zygote: Zygote) -> None:
    earlier = "import no_such_module\ndata = open('none')\nSHIFT = data\ntwice = abs\nSHIFT = 2"
    assert answered(zygote, ANSWER, earlier) == 6


def test_lines_are_those_of_the_answer(zygote: Zygote) -> None:
    error = answered(
        zygote, ANSWER, "\n\n\nSHIFT = 1\ndef twice(x):\n\n    raise ValueError('here')"
    )
    assert isinstance(error, RaisedError)
    assert (error.type_name, error.line) == ("ValueError", 2)


def test_what_ran_before_gives_no_remarks_about_the_answer(zygote: Zygote) -> None:
    with zygote.start_worker(Limits()) as worker:
        loaded = worker.load("def answer(x): pass", "answer.py", "answer", "import no_such_module")
        assert isinstance(loaded, Loaded)
        assert loaded.remarks == ()


def test_what_cannot_be_read_ends_loading(zygote: Zygote) -> None:
    with zygote.start_worker(Limits()) as worker:
        error = worker.load("def answer(x): pass", "answer.py", "answer", "def f(:")
        assert isinstance(error, RaisedError)
        assert error.type_name == "SyntaxError"
