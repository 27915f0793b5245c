"""Judging: what came back is compared, explained and counted, knowing nothing of processes or files."""
