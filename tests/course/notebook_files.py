"""Notebooks as files, made for tests."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

Cell = dict[str, Any]


def code(source: str | list[str], exercise: Any = None, **others: Any) -> Cell:
    metadata = {} if exercise is None else {"grader": {"exercise": exercise}}
    cell: Cell = {"cell_type": "code", "metadata": metadata, "outputs": [], "execution_count": None}
    return {**cell, "source": source, **others}


def markdown(source: str) -> Cell:
    return {"cell_type": "markdown", "metadata": {}, "source": source}


def notebook(cells: Sequence[Any], **others: Any) -> bytes:
    document = {"cells": list(cells), "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps({**document, **others}).encode()


def write_notebook(path: Path, cells: Sequence[Any], **others: Any) -> Path:
    path.write_bytes(notebook(cells, **others))
    return path
