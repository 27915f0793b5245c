"""Plan → run → judge for one submission: the only place where the three meet."""

from grader.grading.bench import Bench, LabMode, Settings
from grader.grading.grade import assemble_report, grade_each
from grader.grading.progress import Progress, Silent

__all__ = [
    "Bench",
    "LabMode",
    "Progress",
    "Settings",
    "Silent",
    "assemble_report",
    "grade_each",
]
