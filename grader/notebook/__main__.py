"""The process that judges cells: one request a line comes in, one reply a line goes out."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from grader.notebook.process import Reply, Request

# As on the command line: the threads of BLAS cost more than they give.
for variable in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(variable, "1")


def main() -> None:
    """Answer until the kernel is gone."""
    from grader.errors import SandboxError
    from grader.sandbox import Zygote

    try:
        with Zygote.start() as zygote:
            from grader.notebook.judging import judge

            _serve(lambda request: judge(zygote, request))
    except SandboxError as error:
        from grader.notebook.judging import refusal

        said = error.sentence
        _serve(lambda request: refusal(request, said))


def _serve(answer: Callable[[Request], Reply]) -> None:
    for line in sys.stdin:
        sys.stdout.write(json.dumps(answer(json.loads(line))) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
