"""Grades fill-in-the-blank NumPy exercises and explains every mark."""

__version__ = "0.1.0"
