"""Asking a mirror for a file, or the rest of one; whatever goes wrong becomes one sentence."""

from __future__ import annotations

import os
from collections.abc import Iterator
from http.client import HTTPException, HTTPResponse
from types import TracebackType
from typing import Self, cast
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from grader.errors import UsageError
from grader.words import sentence

MIRRORS = (
    "https://storage.googleapis.com/cvdf-datasets/mnist/",
    "https://ossci-datasets.s3.amazonaws.com/mnist/",
)
MIRROR_VARIABLE = "GRADER_MNIST_MIRROR"
CHUNK = 1 << 16
PARTIAL_CONTENT, RANGE_NOT_SATISFIABLE = 206, 416


class MirrorError(Exception):
    """A mirror cannot give a file; another one might."""

    def __init__(self, name: str, base: str, **values: object) -> None:
        super().__init__(name)
        self.sentence = sentence(name, host=urlsplit(base).netloc, **values)


class Answer:
    """What a mirror sends; a context manager that hangs up.

    `start` is the place in the file of the first byte that comes: 0 from a mirror that sends
    everything although only the rest was asked for.
    """

    def __init__(self, base: str, response: HTTPResponse, start: int, timeout: float) -> None:
        self.start = start if response.status == PARTIAL_CONTENT else 0
        self.length = response.length
        self._base, self._response, self._timeout = base, response, timeout

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._response.close()

    def chunks(self, size: int) -> Iterator[bytes]:
        """Give what comes as it comes: `size` bytes, fewer if the connection breaks off.

        Raises:
            MirrorError: the mirror is silent for too long.
        """
        while size > 0:
            try:
                chunk = self._response.read1(min(CHUNK, size))
            except TimeoutError as error:
                raise _failure(self._base, error, self._timeout) from error
            except (OSError, HTTPException):
                return
            if not chunk:
                return
            yield chunk
            size -= len(chunk)


def ask(base: str, name: str, start: int, timeout: float) -> Answer:
    """Ask a mirror for a file from the byte `start` on.

    Raises:
        MirrorError: it cannot be reached, does not have the file, or is silent for too long.
    """
    headers = {"Range": f"bytes={start}-"} if start else {}
    try:
        response = urlopen(Request(base + name, headers=headers), timeout=timeout)
    except HTTPError as error:
        error.close()
        if error.code == RANGE_NOT_SATISFIABLE and start:
            return ask(base, name, 0, timeout)
        raise MirrorError("data.refused", base, code=error.code) from error
    # A host name that cannot be encoded is a ValueError.
    except (OSError, HTTPException, ValueError) as error:
        raise _failure(base, error, timeout) from error
    return Answer(base, cast(HTTPResponse, response), start, timeout)


def _failure(base: str, error: Exception, timeout: float) -> MirrorError:
    reason = error.reason if isinstance(error, URLError) else error
    if isinstance(reason, TimeoutError):
        return MirrorError("data.silent", base, seconds=f"{timeout:g}")
    # What an error of the protocol says may quote the mirror, and so hold anything.
    why = getattr(reason, "strerror", None) or type(reason).__name__
    return MirrorError("data.unreachable", base, why=why)


def chosen_mirrors() -> tuple[str, ...]:
    """The base address in the environment variable GRADER_MNIST_MIRROR, else the public mirrors.

    Raises:
        UsageError: it is not an address that begins with http:// or https://.
    """
    given = os.environ.get(MIRROR_VARIABLE)
    if not given:
        return MIRRORS
    try:
        parts = urlsplit(given)
        sound = parts.scheme in ("http", "https") and parts.hostname
    except ValueError:
        sound = None
    if not sound:
        raise UsageError(sentence("data.bad_mirror", given=given))
    return (given.rstrip("/") + "/",)
