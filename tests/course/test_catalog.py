from __future__ import annotations

from pathlib import Path

import pytest

from grader.course.catalog import find_course, load_course
from grader.errors import CourseError, UsageError
from grader.words import Text


def test_a_course_is_days_of_sections_of_exercises(course_folder: Path) -> None:
    course = load_course(course_folder)
    assert (course.id, course.title) == ("tiny", Text(en="A tiny course", ja="小さなコース"))
    assert [day.id for day in course.days] == ["day1"]
    assert [section.id for section in course.sections] == [
        "day1/section1_sums",
        "day1/section2_empty",
    ]
    assert course.sections[1].title == Text(en="Nothing yet", ja="準備中")
    assert course.sections[1].exercises == ()


def test_exercises_come_in_the_order_given_then_by_name(course_folder: Path) -> None:
    assert [exercise.name for exercise in load_course(course_folder).exercises] == [
        "total",
        "double",
    ]
    (course_folder / "solutions/day1/section1_sums/average").mkdir()
    (course_folder / "solutions/day1/section1_sums/average/checks.py").touch()
    (course_folder / "solutions/day1/section1_sums/__pycache__").mkdir()
    names = [exercise.name for exercise in load_course(course_folder).exercises]
    assert names == ["total", "double", "average"]


def test_an_exercise_knows_where_its_parts_lie(course_folder: Path) -> None:
    total = load_course(course_folder).exercises[0]
    folder = course_folder / "solutions/day1/section1_sums/total"
    assert total.id == "day1/section1_sums/total"
    assert (total.section, total.default_points) == ("day1/section1_sums", 10.0)
    assert total.solution_path == folder / "total.py"
    assert total.checks_path == folder / "checks.py"
    assert total.mistakes_path == folder / "mistakes.toml"
    assert total.task_path("en") == folder / "README.md"
    assert total.task_path("ja") == folder / "README.ja.md"
    assert total.student_path == course_folder / "exercises/day1/section1_sums/total.py"


def test_the_course_of_this_repository_loads() -> None:
    course = load_course(Path(__file__).parents[2])
    assert [day.id for day in course.days] == ["day1", "day2", "day3", "practice"]
    assert [len(day.sections) for day in course.days] == [5, 5, 7, 6]
    assert len({exercise.id for exercise in course.exercises}) == len(course.exercises) >= 7


@pytest.mark.parametrize(
    ("line", "instead", "name", "told"),
    [
        ('id = "tiny"', "", "incomplete", "'id'"),
        ("points = 10", "", "incomplete", "'points'"),
        ("points = 10", 'points = "many"', "incomplete", "many"),
        ('title = { en = "Sums", ja = "和" }', 'title = { en = "Sums" }', "incomplete", "'ja'"),
        ('title = { en = "Sums", ja = "和" }', 'title = "Sums"', "incomplete", "string indices"),
        ('order = ["total", "double"]', "order = 1", "incomplete", "not iterable"),
        ("[[day]]", "[day]", "incomplete", "string indices"),
        ("[defaults]", "[defaults", "unreadable", "line 4"),
    ],
)
def test_course_toml_that_is_not_sound(
    course_folder: Path, line: str, instead: str, name: str, told: str
) -> None:
    path = course_folder / "course.toml"
    text = path.read_text(encoding="utf-8")
    assert line in text
    path.write_text(text.replace(line, instead, 1), encoding="utf-8")
    with pytest.raises(CourseError) as caught:
        load_course(course_folder)
    assert caught.value.sentence.name == f"course.{name}"
    assert str(path) in str(caught.value)
    assert told in str(caught.value)


def test_course_toml_that_is_no_text(course_folder: Path) -> None:
    (course_folder / "course.toml").write_bytes('id = "コース"'.encode("shift_jis"))
    with pytest.raises(CourseError, match=r"course\.toml cannot be read: .*utf-8"):
        load_course(course_folder)


def test_course_toml_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(CourseError, match=r"course\.toml cannot be read: .*No such file"):
        load_course(tmp_path)


def test_the_nearest_course_above_is_found(course_folder: Path) -> None:
    below = course_folder / "solutions" / "day1"
    assert find_course(None, below) == course_folder
    assert find_course(None, course_folder) == course_folder


def test_a_course_that_is_named_wins(course_folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "course.toml").touch()
    assert find_course(other, course_folder) == other


def test_no_course_where_one_was_named(course_folder: Path) -> None:
    with pytest.raises(UsageError, match=r"solutions holds no course\.toml"):
        find_course(course_folder / "solutions", course_folder)


def test_no_course_above(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"no course\.toml in .* or above it"):
        find_course(None, tmp_path)
