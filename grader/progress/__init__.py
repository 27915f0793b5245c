"""What a learner has done so far on this computer. It belongs to the learner, and is no mark."""

from grader.progress.folder import notebook_path
from grader.progress.hints import hints_taken, take_hint
from grader.progress.notebook import Notebook
from grader.progress.reviews import right_answers

__all__ = ["Notebook", "hints_taken", "notebook_path", "right_answers", "take_hint"]
