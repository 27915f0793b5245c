"""Figures of the quizzes, drawn by code: `python -m grader.quiz.figures` writes them again."""
