"""TeX as one line of Unicode, for the formulas of the course; what is not known stays TeX."""

from grader.quiz.terminal.tex.writing import to_unicode

__all__ = ["to_unicode"]
