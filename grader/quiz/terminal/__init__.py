"""Quizzes in a terminal: a machine that knows no terminal, what it shows as lines, and the reader.

`machine.py` turns typed lines into events, `screens.py` events into lines, `reader.py` reads and
writes; `progress` pages (`pages.py`) keep what is to be remembered.
"""
