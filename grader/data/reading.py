"""Files of unknown origin, plain or packed by gzip: read within limits, or refused in words."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from grader.errors import UsageError
from grader.words import Sentence, sentence

GZIP_MAGIC = b"\x1f\x8b"
CHUNK = 1 << 20


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """Open a file to read what is in it, unpacked if its first bytes say that gzip packed it.

    Raises:
        UsageError: also while the caller reads: the file is empty, cannot be read, or what gzip
            packed in it is damaged.
    """
    try:
        with path.open("rb") as file:
            begins = file.peek(len(GZIP_MAGIC))
            if not begins:
                raise unusable(path, sentence("data.empty"))
            if begins.startswith(GZIP_MAGIC):
                with gzip.open(file) as unpacked:
                    yield cast(BinaryIO, unpacked)
                return
            if path.suffix == ".gz":
                raise unusable(path, sentence("data.not_gzip"))
            yield file
    except EOFError as error:
        raise unusable(path, sentence("data.gzip_cut")) from error
    except (gzip.BadGzipFile, zlib.error) as error:
        raise unusable(path, sentence("data.gzip_damaged")) from error
    except OSError as error:
        raise unreadable(path, error) from error


def read_up_to(file: BinaryIO, size: int) -> bytearray:
    """Read `size` bytes, or all there are if they are fewer; room is taken only for those."""
    content = bytearray()
    while len(content) < size:
        chunk = file.read(min(CHUNK, size - len(content)))
        if not chunk:
            break
        content += chunk
    return content


def unusable(path: Path, what: Sentence) -> UsageError:
    """The error that names a file and says what is wrong with it."""
    return UsageError(sentence("data.unusable", file=path, what=what))


def unreadable(path: Path, error: OSError) -> UsageError:
    """The error that names a file, or folder, and says why it cannot be read."""
    return UsageError(sentence("data.unreadable", file=path, error=error.strerror))
