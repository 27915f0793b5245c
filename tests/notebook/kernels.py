"""Runs notebooks in a real kernel, as Jupyter does."""

from __future__ import annotations

import asyncio
import os
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import nbformat

ROOT = Path(__file__).resolve().parents[2]


def run(cells: Sequence[str], folder: Path = ROOT) -> list[str]:
    """Run code cells in a new kernel, and give what each showed, as text.

    Text printed comes first, then the plain form of what was displayed; of errors the message.
    """
    notebook = nbformat.v4.new_notebook()
    notebook.cells = [nbformat.v4.new_code_cell(source) for source in cells]
    execute(notebook, folder)
    return [shown(cell) for cell in notebook.cells]


def execute(notebook: Any, folder: Path = ROOT) -> None:
    """Run all cells of a notebook in a new kernel that works in this folder."""
    with warnings.catch_warnings():
        # What Jupyter's client does on the way is not ours.
        warnings.simplefilter("ignore")
        from nbclient import NotebookClient

        client = NotebookClient(
            notebook,
            timeout=60,
            kernel_name="python3",
            allow_errors=True,
            resources={"metadata": {"path": str(folder)}},
        )
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        asyncio.run(client.async_execute(env=environment))


def shown(cell: Any) -> str:
    return "\n".join(map(_text, cell.outputs))


def html(cell: Any) -> str:
    return "".join(output.data["text/html"] for output in cell.outputs if "data" in output)


def _text(output: Any) -> str:
    if output.output_type == "stream":
        return str(output.text)
    if output.output_type == "error":
        return f"{output.ename}: {output.evalue}"
    return str(output.data["text/plain"])
