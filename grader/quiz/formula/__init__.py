"""Formulas that learners type: read without `eval`, compared at random points."""

from grader.quiz.formula.compare import Probe, make_probe, same
from grader.quiz.formula.nodes import Node, spoken
from grader.quiz.formula.parser import parse_formula
from grader.quiz.formula.tokens import Vocabulary

__all__ = ["Node", "Probe", "Vocabulary", "make_probe", "parse_formula", "same", "spoken"]
