"""Judges a cell of a running notebook the way `grader check` judges a file."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import cast

from grader.course.answer import Answer
from grader.course.catalog import find_course, load_course
from grader.course.exercise import Exercise
from grader.course.notebooks import Cell, Notebook
from grader.course.selectors import select_one
from grader.course.submission import Submission
from grader.errors import GraderError, UsageError
from grader.grading import Bench, LabMode, Settings, assemble_report, grade_each
from grader.model import Report
from grader.notebook.process import Reply, Request
from grader.report import Style, load_renderer
from grader.sandbox import Zygote
from grader.words import Language, Sentence, readers_language, sentence, translate


class Session:
    """The cells that were run in a notebook; see `Request`."""

    def __init__(self, cells: Collection[Cell], only: int | None) -> None:
        self._cells = cells
        self._only = only

    def find_answer(self, exercise: Exercise) -> Answer | None:
        """Find the answer: in the cell that is to be judged, or in the last one that has it."""
        if self._only is None:
            answer = Notebook("", [*self._cells]).find_answer(exercise)
        else:
            answer = Notebook("", [*self._cells]).answer_in(self._only)
        if answer is None:
            return None
        number = answer.cell.values["number"] if answer.cell else "?"
        # Here cells are known by the numbers that they were run under, some several times.
        cell = sentence("notebook.input", number=number)
        return answer._replace(path=Path(f"In [{number}]"), cell=cell, remarks=())

    def unclaimed(self, _answers: object) -> list[str]:
        """Name what answers nothing: it is not looked for."""
        return []

    def remarks_about(self, _course: object) -> list[Sentence]:
        """Say nothing about the whole."""
        return []


def judge(zygote: Zygote, request: Request) -> Reply:
    """Judge what a request names."""
    language = readers_language(request["language"])
    try:
        report = _judged(zygote, request, language)
    except GraderError as error:
        return refusal(request, error.sentence)
    except Exception as error:
        said = sentence("notebook.internal", type=type(error).__name__, error=error)
        return refusal(request, said)
    renderer = load_renderer("text")
    plain = renderer.render(report, Style())
    return Reply(plain=plain, coloured=renderer.render(report, Style(colour=True)), error="")


def refusal(request: Request, said: Sentence) -> Reply:
    """Reply with one sentence in the reader's language."""
    return Reply(
        plain="", coloured="", error=translate(said, readers_language(request["language"]))
    )


def _judged(zygote: Zygote, request: Request, language: Language) -> Report:
    course_folder = Path(request["folder"], request["course"]) if request["course"] else None
    course = load_course(find_course(course_folder, Path(request["folder"])))
    exercise = select_one(course, request["selector"])
    cells = [Cell(number, text) for number, text in request["cells"]]
    session = Session(cells, request["only"])
    if session.find_answer(exercise) is None:
        raise UsageError(sentence("notebook.not_defined", name=exercise.name))
    submission = Submission("notebook", Path(), is_file=True, contents=session)
    settings = Settings(request["seed"], language, cast(LabMode, request["labs"]))
    bench = Bench(zygote, settings)
    return assemble_report(
        bench, course, submission, tuple(grade_each(bench, [exercise], submission))
    )
