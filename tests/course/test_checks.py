from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from grader.calls.steps import Step
from grader.calls.values import identical
from grader.course.catalog import load_course
from grader.course.checks import draw_cases, load_spec
from grader.course.exercise import Exercise
from grader.errors import CourseError

IMPORTS = "from grader.authoring import attribute, call, cases, construct, method, raises, spec\n"
ONE_GROUP = f"{IMPORTS}exercise = spec()\n@cases(exercise)\ndef group(rng):\n"


@pytest.fixture
def double(course_folder: Path) -> Exercise:
    return load_course(course_folder).exercises[1]


def write(exercise: Exercise, checks: str) -> None:
    exercise.checks_path.write_text(checks, encoding="utf-8")


def error_of(exercise: Exercise) -> CourseError:
    with pytest.raises(CourseError) as caught:
        load_spec(exercise)
    return caught.value


def drawing_error(exercise: Exercise, body: str) -> str:
    write(exercise, ONE_GROUP + body)
    with pytest.raises(CourseError) as caught:
        draw_cases(exercise, load_spec(exercise).groups[0], 0)
    assert caught.value.sentence.name == "course.cases_fail"
    said = str(caught.value)
    assert said.startswith(f"{exercise.checks_path}: the cases of group() cannot be drawn: ")
    return said


def test_the_spec_is_what_the_author_wrote(course_folder: Path) -> None:
    total = load_course(course_folder).exercises[0]
    found = load_spec(total)
    assert (found.points, found.rtol, found.atol) == (4, 1e-6, 1e-12)
    assert found.requires == ("day1/section1_sums/double",)
    assert [(group.name, group.weight) for group in found.groups] == [
        ("vectors", 1),
        ("refused", 3),
    ]


@pytest.mark.parametrize("count", [0, 2])
def test_one_spec_is_needed(double: Exercise, count: int) -> None:
    write(double, IMPORTS + "".join(f"e{number} = spec()\n" for number in range(count)))
    error = error_of(double)
    assert error.sentence.name == "course.needs_one_spec"
    assert str(error) == f"{double.checks_path} must make exactly one spec(...); it makes {count}."


@pytest.mark.parametrize(
    ("source", "line", "told"),
    [
        ("import numpy as np\n\nnp.zeros(-1)\n", 3, "ValueError: negative dimensions"),
        ("x = 1\ndef f(:\n", 2, "SyntaxError"),
        ("def f():\n    return 1 / 0\n\nf()\n", 2, "ZeroDivisionError"),
        ("import no_such_module\n", 1, "ModuleNotFoundError"),
        (f"{IMPORTS}spec(weight=1)\n", 2, "TypeError"),
    ],
)
def test_a_broken_file_is_told_with_its_line(
    double: Exercise, source: str, line: int, told: str
) -> None:
    write(double, source)
    error = error_of(double)
    assert error.sentence.name == "course.file_broken"
    assert str(error).startswith(f"{double.checks_path}:{line}: {told}")


def test_a_missing_file(double: Exercise) -> None:
    double.checks_path.unlink()
    assert error_of(double).sentence.name == "course.missing"
    assert "checks.py is missing" in str(error_of(double))


def test_a_file_that_is_not_utf8(double: Exercise) -> None:
    double.checks_path.write_bytes("# 和\n".encode("shift_jis"))
    assert "'utf-8' codec" in str(error_of(double))


def test_cases_are_drawn_in_the_order_written(double: Exercise) -> None:
    by_hand, drawn = load_spec(double).groups
    cases = draw_cases(double, by_hand, 0)
    assert [case.name.en for case in cases] == ["one", "two"]
    assert [step.kind for case in cases for step in case.steps] == ["call", "call"]
    assert [case.name.en for case in draw_cases(double, drawn, 0)] == ["drawn"]


def drawn_numbers(
    exercise: Exercise, group: str, seed: int
) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    found = next(one for one in load_spec(exercise).groups if one.name == group)
    numbers = draw_cases(exercise, found, seed)[0].steps[0].arguments["x"]
    assert isinstance(numbers, np.ndarray)
    return numbers


def test_a_seed_draws_the_same_again_and_another_does_not(double: Exercise) -> None:
    first = drawn_numbers(double, "drawn", 1)
    assert identical(first, drawn_numbers(double, "drawn", 1))
    assert not identical(first, drawn_numbers(double, "drawn", 2))


def test_groups_do_not_disturb_each_other(double: Exercise) -> None:
    first = drawn_numbers(double, "drawn", 1)
    source = double.checks_path.read_text()
    write(double, source.replace('yield "two"', 'rng = _rng.normal(size=9)\n    yield "two"'))
    assert identical(first, drawn_numbers(double, "drawn", 1))
    write(double, source.replace("def drawn", "def other"))
    assert not identical(first, drawn_numbers(double, "other", 1))


def test_a_case_may_be_several_steps(double: Exercise) -> None:
    write(
        double,
        f"{ONE_GROUP}    yield 'object', '物', "
        "[construct(n=2), method('go', x=1), attribute('n')]\n",
    )
    (case,) = draw_cases(double, load_spec(double).groups[0], 0)
    assert [(step.kind, step.name) for step in case.steps] == [
        ("construct", "function"),
        ("method", "go"),
        ("attribute", "n"),
    ]
    assert case.steps[1] == Step("method", "go", {"x": 1})


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("    yield 'a', 'あ', call(x=[[1.0], [2.0, 3.0]])\n", "ValueError"),
        ("    yield call(x=1)\n", "TypeError"),
        ("    yield 'a', 'あ', 1\n", "TypeError"),
        ("    yield 'a', 'あ', [1]\n", 'a case is `yield "name", "名前", call(...)`'),
        ("    yield 1, 'あ', call(x=1)\n", 'a case is `yield "name", "名前", call(...)`'),
        ("    return None\n", "TypeError"),
        ("    yield 'a', 'あ', call(x=rng.nothing())\n", "AttributeError"),
        ("    yield 'a', 'あ', call(1.0)\n", "TypeError"),
    ],
)
def test_what_is_no_case(double: Exercise, body: str, told: str) -> None:
    assert told in drawing_error(double, body)
