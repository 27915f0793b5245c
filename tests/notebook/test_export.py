from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import nbformat
import pytest

from grader.course.blanks import fill_template
from grader.course.catalog import load_course
from grader.course.plan import make_plan
from grader.course.student import template_of
from grader.notebook.export import file_name, notebook_text
from grader.words import Language
from tests.cli.running import check, grader
from tests.notebook.kernels import ROOT, execute, shown

pytestmark = pytest.mark.slow

COURSE = load_course(ROOT)
SECTIONS = [section for section in COURSE.sections if section.exercises]


def exported(number: int = 0, language: Language = "en") -> Any:
    section = SECTIONS[number]
    return nbformat.reads(notebook_text(section, section.exercises, language), as_version=4)


def filled_in(notebook: Any) -> Any:
    """Fill the blanks with what the solution has in them."""
    exercises = {exercise.id: exercise for exercise in COURSE.exercises}
    for cell in notebook.cells:
        marked = cell.metadata.get("grader")
        if marked:
            plan = make_plan(exercises[marked["exercise"]], seed=0)
            filled = fill_template(plan.template, plan.reference_fills)
            cell.source = filled.partition("\n")[2]
    return notebook


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("number", range(len(SECTIONS)))
def test_every_section_is_a_valid_notebook(number: int, language: Language) -> None:
    notebook = exported(number, language)
    nbformat.validate(notebook)
    ids = [cell.id for cell in notebook.cells]
    assert len(set(ids)) == len(ids)
    assert ids[:2] == ["title", "setup"]
    for exercise in SECTIONS[number].exercises:
        answer = notebook.cells[ids.index(f"{exercise.name}-answer")]
        assert answer.metadata == {"grader": {"exercise": exercise.id}}
        assert f"{answer.source}\n" == template_of(exercise).partition("\n")[2]
        assert "___" in answer.source
        assert notebook.cells[ids.index(f"{exercise.name}-check")].source.startswith("%check ")


def test_the_same_exercises_give_the_same_file() -> None:
    section = SECTIONS[0]
    text = notebook_text(section, section.exercises, "ja")
    assert text == notebook_text(section, section.exercises, "ja")
    assert file_name(section) == "day1_section3_output.ipynb"
    assert nbformat.writes(nbformat.reads(text, as_version=4)) + "\n" == text
    assert "課題" in text


@pytest.mark.timeout(120)
def test_an_exported_notebook_runs_empty_and_filled(tmp_path: Path) -> None:
    empty = exported()
    execute(empty)
    checks = [cell for cell in empty.cells if cell.source.startswith("%check")]
    assert len(checks) == len(SECTIONS[0].exercises)
    assert all("Still to fill in: blank 1 (line" in shown(cell) for cell in checks)
    assert not any(output.output_type == "error" for cell in checks for output in cell.outputs)
    filled = filled_in(exported(language="ja"))
    execute(filled)
    checks = [cell for cell in filled.cells if cell.source.startswith("%check")]
    assert all("1 問中 1 問合格" in shown(cell) for cell in checks)
    path = tmp_path / "filled.ipynb"
    nbformat.write(filled, path)
    finished = check("day1/section3", path)
    assert finished.code == 0
    assert finished.document["score"] == finished.document["max_score"] == 20
    assert finished.document["results"][0]["file"] == f"{path}, cell 4"
    assert finished.document["results"][0]["aligned"]


def test_export_from_the_command_line(tmp_path: Path) -> None:
    finished = grader("notebook", "export", "section3", "-o", tmp_path / "new", "--lang", "ja")
    assert finished.code == 0
    names = sorted(path.name for path in (tmp_path / "new").iterdir())
    assert names == ["day1_section3_output.ipynb", "day2_section3_overfitting.ipynb"]
    again = grader("notebook", "export", "section3", "-o", tmp_path / "new", "--lang", "ja")
    assert (again.code, again.err) == (0, "")


def test_a_filled_notebook_is_not_lost(tmp_path: Path) -> None:
    grader("notebook", "export", "softmax", "-o", tmp_path)
    (path,) = tmp_path.iterdir()
    document = json.loads(path.read_text())
    assert sum(bool(cell["metadata"]) for cell in document["cells"]) == 1
    path.write_text(path.read_text().replace("___1", "shifted = x - 1"))
    work = path.read_bytes()
    refused = grader("notebook", "export", "softmax", "-o", tmp_path)
    assert (refused.code, refused.out) == (2, "")
    assert "--force" in refused.err
    assert len(refused.err.splitlines()) == 1
    assert path.read_bytes() == work
    forced = grader("notebook", "export", "softmax", "-o", tmp_path, "--force")
    assert forced.code == 0
    assert b"___1" in path.read_bytes()
    assert path.with_name(f"{path.name}.bak").read_bytes() == work


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    finished = grader("notebook", "export", "softmax", "-o", tmp_path / "file" / "x")
    assert finished.code == 2
    assert len(finished.err.splitlines()) == 1


def test_the_help_names_both_ways() -> None:
    assert "export" in grader("notebook", "--help").out
    assert grader("notebook", "export").code == 2
