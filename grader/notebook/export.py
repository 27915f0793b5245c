"""Writes the exercises of a section as a notebook, in format 4.5."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from grader.course.catalog import Section
from grader.course.exercise import Exercise
from grader.course.student import template_of
from grader.course.task import read_task
from grader.words import Language, sentence, translate

# The format allows 64 characters in the id of a cell.
ID_ROOM = 56

Cell = dict[str, Any]


def file_name(section: Section) -> str:
    """The name of the notebook of a section, such as `day1_section3_output.ipynb`."""
    return f"{section.id.replace('/', '_')}.ipynb"


def notebook_text(section: Section, exercises: Sequence[Exercise], language: Language) -> str:
    """Write a notebook: for each exercise its task, a cell with its blanks, and one that checks.

    Args:
        section: what the notebook is about.
        exercises: those of its exercises that are wanted.
        language: of the tasks, and of what the checks say.

    Returns:
        The text of the file: the same for the same exercises, cell ids included.

    Raises:
        CourseError: the author's files are not sound.
    """
    cells = [*_opening(section, language)]
    for exercise in exercises:
        cells += _cells_of(exercise, language)
    document = {
        "cells": cells,
        "metadata": {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return json.dumps(document, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _opening(section: Section, language: Language) -> Iterator[Cell]:
    setup = translate(sentence("notebook.setup"), language)
    title = section.title.in_language(language)
    yield _markdown("title", f"# {title}\n\n{setup}")
    yield _code("setup", "%load_ext grader")


def _cells_of(exercise: Exercise, language: Language) -> Iterator[Cell]:
    name = exercise.name
    task = read_task(exercise, language)
    text = re.sub(r"^## ", "### ", task.text, flags=re.MULTILINE)
    hints = translate(sentence("notebook.hints", name=name), language)
    yield _markdown(f"{name[:ID_ROOM]}-task", f"## {task.title}\n\n{text}\n\n{hints}")
    # The first line of the file says how to check it from a terminal.
    source = template_of(exercise).partition("\n")[2].rstrip("\n")
    yield _code(f"{name[:ID_ROOM]}-answer", source, {"grader": {"exercise": exercise.id}})
    yield _code(f"{name[:ID_ROOM]}-check", f"%check {exercise.id} --lang {language}")


def _markdown(name: str, source: str) -> Cell:
    return {"cell_type": "markdown", "id": name, "metadata": {}, "source": _lines(source)}


def _code(name: str, source: str, metadata: Cell | None = None) -> Cell:
    return {
        "cell_type": "code",
        "execution_count": None,
        "id": name,
        "metadata": metadata or {},
        "outputs": [],
        "source": _lines(source),
    }


def _lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)
