"""News that something in a few folders has changed, from the kernel, where it can be had (Linux).

What it says is only a reason to look: on some file systems no news arrives, and then looking at the
files every now and then has to do. The kernel is asked directly because the libraries for it use
threads, which do not go with forking, and look for news themselves many times a second.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Self

# From <sys/inotify.h>.
IN_ATTRIB, IN_CLOSE_WRITE, IN_MOVED, IN_CREATE, IN_DELETE = 0x4, 0x8, 0xC0, 0x100, 0x200
IN_ONLYDIR = 0x01000000
WATCHED = IN_ATTRIB | IN_CLOSE_WRITE | IN_MOVED | IN_CREATE | IN_DELETE | IN_ONLYDIR
# Once may be chance: a change that was seen in the instant before its news arrived.
MISSED_IN_VAIN = 2


class Notices:
    """Listens for changes in a `with` block.

    Folders that are not there yet, or are replaced, are listened to from the next news on, as long
    as the folder that holds them is among those that are listened to.
    """

    def __init__(self, folders: Iterable[Path]) -> None:
        self._folders = tuple(folders)
        self._missed = 0
        self.descriptor = _open()
        self._listen()

    @property
    def listening(self) -> bool:
        """Whether news can be expected."""
        return self.descriptor is not None and self._missed < MISSED_IN_VAIN

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _traceback: TracebackType | None,
    ) -> None:
        if self.descriptor is not None:
            os.close(self.descriptor)
            self.descriptor = None

    def take(self) -> None:
        """Take the news in, so that the descriptor tells of the next."""
        assert self.descriptor is not None
        with contextlib.suppress(BlockingIOError):
            os.read(self.descriptor, 1 << 16)
        self._missed = 0
        self._listen()

    def miss(self) -> None:
        """Note a change of which there was no news."""
        self._missed += 1

    def _listen(self) -> None:
        if self.descriptor is None:
            return
        library = ctypes.CDLL(None)
        for folder in self._folders:
            # One that is listened to already stays as it is.
            library.inotify_add_watch(self.descriptor, os.fsencode(folder), WATCHED)


def _open() -> int | None:
    library = ctypes.CDLL(None)
    if not hasattr(library, "inotify_init1"):
        return None
    descriptor = int(library.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC))
    return descriptor if descriptor >= 0 else None


def folders_around(root: Path, ids: Iterable[str]) -> list[Path]:
    """List the folders in which something happens when an answer is saved or a folder replaced.

    Args:
        root: the folder with the answers.
        ids: of the exercises they answer.
    """
    inner = {root / parent for one in ids for parent in Path(one).parents}
    return [root.parent, *sorted(inner)]
