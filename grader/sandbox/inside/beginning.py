"""What is loaded before any student code, and how a process becomes a worker."""

from __future__ import annotations

import gc
import importlib
import os
import signal
import sys
import traceback
from typing import NoReturn

from grader.sandbox.inside.confine import Confinement, prepare
from grader.sandbox.inside.minder import control_process
from grader.sandbox.inside.worker import serve

CHANNEL, RULESET = 3, 4
# Closing a range is one system call on Linux, elsewhere perhaps one for each number.
MAX_DESCRIPTOR = 1 << (20 if sys.platform == "linux" else 16)
PR_SET_PDEATHSIG = 1
FAILED = 70

# What exercises import beside what NumPy loads anyway; doing it once here saves every worker it.
# Only what is quick and common: a student waits for this.
PRELOADED = (
    *("numpy.linalg", "numpy.random"),
    *("collections.abc", "copy", "dataclasses", "enum", "functools", "itertools", "json", "math"),
    *("operator", "random", "re", "time", "types", "typing", "warnings"),
)

# Where workers may open no file, there is no later.
PRELOADED_FOR_ALL_TIME = (
    *("numpy.fft", "numpy.ma", "numpy.polynomial", "numpy.testing", "numpy.typing"),
    *("abc", "bisect", "calendar", "cmath", "contextlib", "copyreg", "csv", "datetime", "decimal"),
    *("difflib", "fractions", "heapq", "inspect", "io", "numbers", "pathlib", "pprint", "queue"),
    *("statistics", "string", "textwrap", "threading", "timeit", "traceback", "unittest", "uuid"),
)


def prepare_process(numpy_folder: str, grader_folder: str, without: str) -> Confinement:
    """Load what workers need, and prepare what they confine themselves with.

    Args:
        numpy_folder: the folder that NumPy was found in; others in it are not for students.
        grader_folder: the folder that this package was found in.
        without: layers to leave out, separated by commas.
    """
    # The real arguments name folders of this computer, which is nobody's business in there.
    sys.argv = sys.orig_argv = [""]
    for name in PRELOADED:
        importlib.import_module(name)
    sys.path[:] = [folder for folder in sys.path if folder != numpy_folder]
    confinement = prepare(numpy_folder, grader_folder, without.split(","))
    if confinement.filters and not confinement.opens_files:
        for name in PRELOADED_FOR_ALL_TIME:
            importlib.import_module(name)
    # Frozen objects are never looked at by the collector, so their pages stay shared.
    gc.disable()
    gc.freeze()
    return confinement


def become_worker(channel: int, output: int, parent: int, confinement: Confinement) -> NoReturn:
    """Be a worker to the end.

    Args:
        channel: the descriptor of the worker's channel.
        output: the descriptor that takes what it prints.
        parent: the process that minds workers.
        confinement: what to put on.
    """
    try:
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        os.setsid()
        os.dup2(output, 1)
        os.dup2(output, 2)
        os.dup2(channel, CHANNEL, inheritable=False)
        confinement = _keep_ruleset(confinement)
        os.closerange(RULESET if confinement.ruleset is None else RULESET + 1, MAX_DESCRIPTOR)
        _die_with(parent)
        serve(CHANNEL, confinement)
        os._exit(0)
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(FAILED)


def _keep_ruleset(confinement: Confinement) -> Confinement:
    """Move the ruleset to where it is not closed with all other descriptors."""
    if confinement.ruleset in (None, RULESET):
        return confinement
    assert confinement.ruleset is not None
    os.dup2(confinement.ruleset, RULESET, inheritable=False)
    return confinement._replace(ruleset=RULESET)


def _die_with(parent: int) -> None:
    control_process(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(FAILED)
