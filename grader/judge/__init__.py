"""Judging: what came back is compared, explained and counted.

It knows nothing of processes or files.
"""
