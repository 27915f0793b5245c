"""An exercise is a folder: where its parts lie."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from grader.words import Language


class Exercise(NamedTuple):
    """One exercise of a course.

    Attributes:
        id: its path, such as `day2/section3_overfitting/l2_gradient`.
        root: the folder that holds course.toml.
        default_points: what it is worth unless its checks say otherwise.
    """

    id: str
    root: Path
    default_points: float

    @property
    def name(self) -> str:
        """The name of the function or class, which is also the name of the file."""
        return self.id.rpartition("/")[2]

    @property
    def section(self) -> str:
        """The id of the section it belongs to."""
        return self.id.rpartition("/")[0]

    @property
    def folder(self) -> Path:
        """The author's folder."""
        return self.root / "solutions" / self.id

    @property
    def solution_path(self) -> Path:
        """The reference implementation, with its blanks marked."""
        return self.folder / f"{self.name}.py"

    @property
    def checks_path(self) -> Path:
        """The cases, tolerances and labs."""
        return self.folder / "checks.py"

    @property
    def mistakes_path(self) -> Path:
        """The known wrong fills."""
        return self.folder / "mistakes.toml"

    def task_path(self, language: Language) -> Path:
        """The text of the task."""
        return self.folder / ("README.ja.md" if language == "ja" else "README.md")

    @property
    def student_path(self) -> Path:
        """The generated file that the student fills in."""
        return self.root / "exercises" / f"{self.id}.py"
