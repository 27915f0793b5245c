"""What a worker answers, or how it came to answer nothing."""

from __future__ import annotations

from typing import Any, Literal, NamedTuple

from grader.calls.bounds import WireError
from grader.calls.messages import read_error, read_line_number
from grader.calls.steps import RaisedError
from grader.words import Sentence, sentence

# What is read was written by a stranger and is shown to others.
MAX_NAME, MAX_NAMES, MAX_REMARKS = 200, 500, 20
MAX_COUNT = 1 << 31

StopReason = Literal["timeout", "crashed", "output", "memory", "protocol"]


class Stopped(Exception):  # noqa: N818 - not an error of ours, but what became of a worker
    """The worker is gone and answers nothing any more.

    Attributes:
        reason: `timeout`; `crashed`: it ended by itself; `output`: it printed too much; `memory`:
            its reply was too large; `protocol`: it sent something that was not a reply.
        detail: seconds, bytes, the signal or exit code, or what was wrong with the reply.
    """

    def __init__(self, reason: StopReason, detail: str) -> None:
        super().__init__(f"{reason}: {detail}")
        self.reason: StopReason = reason
        self.detail = detail

    @property
    def sentence(self) -> Sentence:
        """What to tell the student."""
        return sentence(f"sandbox.stopped_{self.reason}", detail=self.detail)


class Loaded(NamedTuple):
    """What a student's file turned out to define, once it was executed.

    Attributes:
        defined: the functions, classes and other callables it defines at top level.
        parameters: fewest and most positional arguments that the exercise's function or class
            takes (no most: None); None if it is absent or does not say.
        remarks: imports that failed and were passed over: module name and line.
    """

    defined: tuple[str, ...]
    parameters: tuple[int, int | None] | None
    remarks: tuple[tuple[str, int], ...]

    def accepts(self, count: int) -> bool:
        """Whether the exercise can be called with `count` positional arguments, as far as known."""
        if self.parameters is None:
            return True
        fewest, most = self.parameters
        return fewest <= count and (most is None or count <= most)


def read_layers(message: Any) -> tuple[str, ...]:
    """Read the names of the layers that a worker, not yet a student's, has put around itself.

    Raises:
        WireError: it is something else.
    """
    return tuple(_exactly(str, layer) for layer in _exactly(list, message))


def read_loaded(message: Any) -> Loaded | RaisedError:
    """Read the answer to a load request that an untrusted process wrote.

    Raises:
        WireError: it is not one.
    """
    match message:
        case [None, list(defined), parameters, list(remarks)]:
            return Loaded(
                defined=tuple(_exactly(str, name)[:MAX_NAME] for name in defined[:MAX_NAMES]),
                parameters=_parameters(parameters),
                remarks=tuple(map(_remark, remarks[:MAX_REMARKS])),
            )
        case [error]:
            return read_error(error)
    raise WireError("an answer to a load request that is malformed")


def _parameters(message: Any) -> tuple[int, int | None] | None:
    match message:
        case None:
            return None
        case [fewest, None]:
            return _count(fewest), None
        case [fewest, most]:
            return _count(fewest), _count(most)
    raise WireError("numbers of parameters that are malformed")


def _remark(message: Any) -> tuple[str, int]:
    match message:
        case [str(module), line]:
            return module[:MAX_NAME], read_line_number(line)
    raise WireError("a remark that is malformed")


def _count(value: Any) -> int:
    if type(value) is not int or not 0 <= value < MAX_COUNT:
        raise WireError("a count that is none")
    return value


def _exactly(kind: type[Any], value: Any) -> Any:
    if type(value) is not kind:
        raise WireError(f"a {type(value).__name__} in the place of a {kind.__name__}")
    return value
