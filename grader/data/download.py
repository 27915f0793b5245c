"""MNIST from the network: asked for, resumed, checked, and put in its place in one step."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from functools import reduce
from pathlib import Path
from typing import NamedTuple

from grader.data.cache import replace_file
from grader.data.mirror import MirrorError, ask, chosen_mirrors
from grader.data.mnist_sources import FOLDER
from grader.errors import UsageError
from grader.words import Sentence, sentence

SECONDS_OF_SILENCE = 10.0

# Name of the file, bytes of it that are here, bytes it will have.
Progress = Callable[[str, int, int], None]


class Published(NamedTuple):
    """What is known of a file before it is here."""

    size: int
    sha256: str


class Fetched(NamedTuple):
    """A file that is here now."""

    path: Path
    already_there: bool


FILES = {
    "train-images-idx3-ubyte.gz": Published(
        9_912_422, "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609"
    ),
    "train-labels-idx1-ubyte.gz": Published(
        28_881, "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c"
    ),
    "t10k-images-idx3-ubyte.gz": Published(
        1_648_877, "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6"
    ),
    "t10k-labels-idx1-ubyte.gz": Published(
        4_542, "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6"
    ),
}


def fetch_mnist(
    cache_dir: Path,
    progress: Progress,
    mirrors: Sequence[str] | None = None,
    files: Mapping[str, Published] = FILES,
    timeout: float = SECONDS_OF_SILENCE,
) -> tuple[Fetched, ...]:
    """Download what is missing of MNIST into the folder `mnist` of the cache.

    What arrives is kept in `<name>.part` until all of it is there and right; when it breaks off,
    the next call goes on from there. A file that is there is only ever replaced by the right one.

    Args:
        cache_dir: the cache.
        progress: told how much of a file is here whenever that changes.
        mirrors: base addresses, tried in turn for each file; by default `chosen_mirrors()`.
        files: what to fetch.
        timeout: after how many seconds of silence a mirror is given up.

    Raises:
        UsageError: no mirror gave a file, or it cannot be written.
    """
    bases = chosen_mirrors() if mirrors is None else mirrors
    return tuple(
        _Download(cache_dir / FOLDER / name, published, progress, timeout).fetch(bases)
        for name, published in files.items()
    )


class _Download:
    """One file on its way to its place."""

    def __init__(
        self, target: Path, published: Published, progress: Progress, timeout: float
    ) -> None:
        self._target = target
        self._part = target.with_name(f"{target.name}.part")
        self._size, self._sha256 = published
        self._progress = progress
        self._timeout = timeout

    def fetch(self, mirrors: Sequence[str]) -> Fetched:
        if self._content_if_right(self._target) is not None:
            self._progress(self._target.name, self._size, self._size)
            return Fetched(self._target, already_there=True)
        failures: list[Sentence] = []
        for base in mirrors:
            try:
                self._fetch_from(base)
                return Fetched(self._target, already_there=False)
            except MirrorError as error:
                failures.append(error.sentence)
            except OSError as error:
                said = sentence("data.cannot_write", file=self._target, error=error.strerror)
                raise UsageError(said) from error
        why = reduce(lambda one, other: sentence("data.and_then", one=one, other=other), failures)
        raise UsageError(sentence("data.not_fetched", file=self._target.name, why=why))

    def _fetch_from(self, base: str) -> None:
        begun = self._begun()
        # When a file does not turn out right, what was there before may be to blame.
        for start in [begun, 0] if begun else [0]:
            if start < self._size:
                self._receive(base, start)
            content = self._content_if_right(self._part)
            if content is None:
                self._part.unlink(missing_ok=True)
                continue
            # Not renamed: another process may still have the part open, to write to it.
            replace_file(self._target, content)
            self._part.unlink(missing_ok=True)
            return
        raise MirrorError("data.wrong_checksum", base)

    def _begun(self) -> int:
        try:
            return self._part.stat().st_size
        except OSError:
            return 0

    def _content_if_right(self, path: Path) -> bytes | None:
        try:
            if path.stat().st_size != self._size:
                return None
            content = path.read_bytes()
        except OSError:
            return None
        return content if hashlib.sha256(content).hexdigest() == self._sha256 else None

    def _receive(self, base: str, start: int) -> None:
        with ask(base, self._target.name, start, self._timeout) as answer:
            done = answer.start
            if answer.length not in (None, self._size - done):
                sizes = {"got": done + (answer.length or 0), "size": self._size}
                raise MirrorError("data.other_size", base, **sizes)
            self._part.parent.mkdir(parents=True, exist_ok=True)
            with self._part.open("ab" if done else "wb") as file:
                for chunk in answer.chunks(self._size - done):
                    file.write(chunk)
                    done += len(chunk)
                    self._progress(self._target.name, done, self._size)
        if done < self._size:
            raise MirrorError("data.broken_off", base, done=done, size=self._size)
