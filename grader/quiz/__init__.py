"""Confirmation tests: Markdown files become quizzes, answers become marks."""
