"""Slightly wrong solutions, made by rule: an answer that equals one of them has its slip."""

from grader.judge.variants.recognition import recognise_slip

__all__ = ["recognise_slip"]
