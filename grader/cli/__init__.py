"""The command line: one file a command, found by listing this folder.

A command module defines `command`. It is imported when its name is typed or help is asked for, so
its heavy imports stay inside its function: `grader --help` loads no NumPy.
"""

from __future__ import annotations

import errno
import importlib
import os
import pkgutil
import sys
from typing import Any, NoReturn, cast

import click

from grader import __version__
from grader.errors import INTERNAL, INTERRUPTED, USAGE, GraderError
from grader.words import Language, sentence, translate

LANGUAGE_KEY = "grader.language"
# Read by BLAS when NumPy is loaded. Starting its threads takes a third of NumPy's loading time, and
# training runs of our size are slower with several threads than with one.
THREAD_VARIABLES = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")
DISK_TROUBLE = (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO)


class _SaidError(click.ClickException):
    """One of our errors as click shows them, in the reader's language."""

    def __init__(self, error: GraderError, language: Language) -> None:
        said = translate(error.sentence, language)
        super().__init__(translate(sentence("cli.error", said=said), language))
        self.exit_code = error.exit_code  # type: ignore[misc]  # click's own, set per class there

    def show(self, file: Any = None) -> None:
        """Print the sentence, nothing else; names of files in it may hold anything."""
        from grader.layout import printable

        click.echo(printable(self.format_message()), file=file, err=file is None)


class Commands(click.Group):
    """The commands of a package: one module each, or a package for a group of commands."""

    def __init__(self, *arguments: Any, package: str, **settings: Any) -> None:
        super().__init__(*arguments, **settings)
        self._package = package

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Name the modules of the package."""
        modules = pkgutil.iter_modules(sys.modules[self._package].__path__)
        return sorted(module.name for module in modules if not module.name.startswith("_"))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command by its name."""
        if cmd_name not in self.list_commands(ctx):
            return None
        module = importlib.import_module(f"{self._package}.{cmd_name}")
        return cast(click.Command, module.command)

    def invoke(self, ctx: click.Context) -> Any:
        """Carry out a command; our errors become click's."""
        try:
            return super().invoke(ctx)
        except GraderError as error:
            raise _SaidError(error, ctx.meta.get(LANGUAGE_KEY, "en")) from error


@click.group(
    cls=Commands, package=__name__, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(__version__, prog_name="grader")
def root() -> None:
    """Grade fill-in-the-blank NumPy exercises, and explain every mark.

    \b
    grader list                  what there is
    grader show softmax          read the task
    grader check softmax         grade your answer
    grader hint softmax          get a hint
    """


def main() -> NoReturn:
    """Run the command line and exit with its code."""
    for variable in THREAD_VARIABLES:
        os.environ.setdefault(variable, "1")
    try:
        code = root.main(standalone_mode=False)
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except (KeyboardInterrupt, click.Abort):
        click.echo(err=True)
        code = INTERRUPTED
    except BrokenPipeError:
        discard_stdout()
        code = 0
    except Exception as error:
        if os.environ.get("GRADER_DEBUG"):
            raise
        if isinstance(error, OSError) and error.errno in DISK_TROUBLE:
            said = sentence("cli.disk", error=error.strerror)
            click.echo(translate(said, "en"), err=True)
            _flush_and_exit(USAGE)
        said = sentence("cli.internal", type=type(error).__name__, error=error)
        click.echo(translate(said, "en"), err=True)
        code = INTERNAL
    _flush_and_exit(code or 0)


def _flush_and_exit(code: int) -> NoReturn:
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        discard_stdout()
    # Everything is closed and written. Taking NumPy apart takes a tenth of the time of a check,
    # for which a student would wait.
    os._exit(code)


def discard_stdout() -> None:
    """Python flushes stdout once more at exit, and must not meet the closed pipe again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
