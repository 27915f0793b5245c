"""Writes the figures of the course in the working directory."""

from pathlib import Path

from grader.quiz.figures.catalog import write_figures

write_figures(Path.cwd())
