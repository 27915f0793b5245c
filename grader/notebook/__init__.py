"""Jupyter both ways: exercises become notebooks, and notebooks check answers.

What reads answers out of notebook files is `grader.course.notebooks`; the kernel of a student's
notebook only ever loads `extension`, `process` and `display`, which know nothing of solutions.
"""
