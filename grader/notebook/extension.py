"""`%check` and `%%check` in IPython and Jupyter."""

from __future__ import annotations

import atexit
import os
import sys
from typing import Any

from IPython.core.interactiveshell import InteractiveShell
from IPython.core.magic_arguments import MagicArgumentParser
from IPython.display import display

from grader.errors import GraderError
from grader.notebook.display import as_html
from grader.notebook.process import JudgeProcess, Reply, Request
from grader.words import LANGUAGES, readers_language, translate

NAME = "check"
# Of a notebook that has been open for a week, what was run long ago does not matter.
MAX_HISTORY = 1_000


HELP = """Judge an answer: this cell (%%check softmax), or the last one run (%check softmax).

What the answer uses of cells that were run before is taken along. %%check runs its cell, too.
"""


def _parser() -> MagicArgumentParser:
    parser = MagicArgumentParser(f"%{NAME}", description=HELP)
    parser.add_argument("exercise", help="the exercise, such as softmax")
    parser.add_argument("--lang", choices=LANGUAGES, help="language of the explanation")
    parser.add_argument("--labs", choices=("auto", "always", "never"), default="auto")
    parser.add_argument("--seed", type=int, default=0, help="draws the random cases")
    parser.add_argument("--course", default="", metavar="DIR", help="the one with course.toml")
    return parser


class Checker:
    """The magics of one shell, and the process that judges for them."""

    def __init__(self, shell: InteractiveShell) -> None:
        self._shell = shell
        self._judge = JudgeProcess()
        self._parser = _parser()

    def check(self, line: str, cell: str | None = None) -> None:
        """Carry out the magics; see the function `check`."""
        options = self._parser.parse_argstring(line)
        cells = self._inputs()
        if cell is not None:
            if not (cells and cells[-1][1].rstrip().endswith(cell.rstrip())):
                # It was run without being remembered.
                cells.append((len(cells) + 1, f"%%{NAME} {line}\n{cell}"))
            self._run(cell)
        request = Request(
            cells=cells,
            only=None if cell is None else cells[-1][0],
            selector=options.exercise,
            course=options.course,
            folder=os.getcwd(),  # noqa: PTH109 - what is wanted is the text
            language=options.lang or "",
            labs=options.labs,
            seed=options.seed,
        )
        try:
            self._show(self._judge.ask(request))
        except GraderError as error:
            self._say(translate(error.sentence, readers_language(options.lang)))

    def close(self) -> None:
        """End the process that judges."""
        self._judge.close()

    def _inputs(self) -> list[tuple[int, str]]:
        """What was run so far, this cell included, under the numbers that Jupyter shows."""
        history = self._shell.history_manager
        inputs = [] if history is None else history.input_hist_raw
        return [*enumerate(inputs)][1:][-MAX_HISTORY:]

    def _run(self, cell: str) -> None:
        """Run the rest of the cell in the notebook, so that what it defines is there."""
        # A line in the place of the magic, so that all count lines alike.
        source = cell if cell.startswith("%%") else f"#\n{cell}"
        self._shell.run_cell(source)

    def _show(self, reply: Reply) -> None:
        if reply["error"]:
            self._say(reply["error"])
            return
        shown: dict[str, Any] = {
            "text/plain": reply["plain"],
            "text/html": as_html(reply["coloured"]),
        }
        display(shown, raw=True)

    def _say(self, said: str) -> None:
        sys.stderr.write(f"grader: {said}\n")


_checkers: dict[int, Checker] = {}


def load(shell: InteractiveShell) -> None:
    """Register the magics and start the process, which is ready by the time it is needed."""
    unload(shell)
    checker = Checker(shell)
    _checkers[id(shell)] = checker
    atexit.register(checker.close)

    def magic(line: str, cell: str | None = None) -> None:
        checker.check(line, cell)

    magic.__doc__ = _parser().format_help()
    register: Any = shell.register_magic_function
    register(magic, "line_cell", NAME)


def unload(shell: InteractiveShell) -> None:
    """End the process; the magics say nothing more."""
    checker = _checkers.pop(id(shell), None)
    if checker is None:
        return
    checker.close()
    atexit.unregister(checker.close)
    for kind in ("line", "cell"):
        shell.magics_manager.magics[kind].pop(NAME, None)
