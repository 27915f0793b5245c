"""Quizzes as web pages: one file each, without a network, for practice or as an exam."""
