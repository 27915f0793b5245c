"""course.toml and the folders of `solutions/` become a course."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from grader.course.exercise import Exercise
from grader.errors import CourseError, UsageError
from grader.words import Text, sentence

COURSE_FILE = "course.toml"


class Section(NamedTuple):
    """A section of a day with its exercises in teaching order."""

    id: str
    title: Text
    exercises: tuple[Exercise, ...]


class Day(NamedTuple):
    """A day of the course (or the practice track) with its sections."""

    id: str
    title: Text
    sections: tuple[Section, ...]


class Course(NamedTuple):
    """The whole tree."""

    id: str
    title: Text
    root: Path
    days: tuple[Day, ...]

    @property
    def sections(self) -> tuple[Section, ...]:
        """All sections in order."""
        return tuple(section for day in self.days for section in day.sections)

    @property
    def exercises(self) -> tuple[Exercise, ...]:
        """All exercises in order."""
        return tuple(exercise for section in self.sections for exercise in section.exercises)


def find_course(given: Path | None, start: Path) -> Path:
    """Choose the folder of the course: the one given, else the nearest parent of `start`.

    Raises:
        UsageError: there is no course.toml there.
    """
    if given is not None:
        if (given / COURSE_FILE).is_file():
            return given
        raise UsageError(sentence("course.no_course_there", folder=given))
    for folder in (start, *start.parents):
        if (folder / COURSE_FILE).is_file():
            return folder
    raise UsageError(sentence("course.no_course_above", folder=start))


def load_course(root: Path) -> Course:
    """Read course.toml and list the exercises below `solutions/`.

    Raises:
        CourseError: course.toml is not valid or says less than is needed.
    """
    path = root / COURSE_FILE
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        points = float(data["defaults"]["points"])
        days = tuple(_day(day, root, points) for day in data["day"])
        course = Course(data["id"], _title(data), root, days)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise CourseError(sentence("course.unreadable", file=path, error=error)) from error
    except (KeyError, TypeError, ValueError) as error:
        raise CourseError(sentence("course.incomplete", file=path, error=error)) from error
    ids = [section.id for section in course.sections]
    for section_id in ids:
        if ids.count(section_id) > 1:
            raise CourseError(sentence("course.section_twice", file=path, id=section_id))
    return course


def _day(data: Mapping[str, Any], root: Path, points: float) -> Day:
    sections = tuple(_section(section, data["id"], root, points) for section in data["section"])
    return Day(data["id"], _title(data), sections)


def _section(data: Mapping[str, Any], day: str, root: Path, points: float) -> Section:
    section_id = f"{day}/{data['id']}"
    names = _exercise_names(root / "solutions" / section_id, data.get("order", ()))
    exercises = tuple(Exercise(f"{section_id}/{name}", root, points) for name in names)
    return Section(section_id, _title(data), exercises)


def _exercise_names(folder: Path, order: Sequence[str]) -> list[str]:
    if not folder.is_dir():
        return []
    found = sorted(path.name for path in folder.iterdir() if _may_be_exercise(path))
    listed = [name for name in order if name in found]
    return listed + [name for name in found if name not in listed]


def _may_be_exercise(path: Path) -> bool:
    return path.is_dir() and not path.name.startswith((".", "__"))


def _title(data: Mapping[str, Any]) -> Text:
    return Text(en=str(data["title"]["en"]), ja=str(data["title"]["ja"]))
