"""Images of quizzes, as bytes that look the same on every page, and the files they go out as."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

from grader.errors import CourseError
from grader.quiz.page.images import TYPES
from grader.words import sentence

# A drawing that turns light where the reader's system is dark cannot be seen on a page that does
# not; it gets white paper of its own instead.
_LIGHT_WHEN_DARK = re.compile(rb"<style[^>]*>[^<]*prefers-color-scheme[^<]*</style>")
_WHITE = b"<style>svg{background:#fff}</style>"


def read_image(file: Path) -> bytes:
    """Read an image.

    Raises:
        CourseError: it cannot be read.
    """
    try:
        content = file.read_bytes()
    except OSError as error:
        said = sentence("quiz_export.image_unreadable", file=file, error=error.strerror)
        raise CourseError(said) from error
    return _LIGHT_WHEN_DARK.sub(_WHITE, content) if file.suffix.lower() == ".svg" else content


def as_data(file: Path) -> str:
    """Write an image as an address that holds it.

    Raises:
        CourseError: it cannot be read.
    """
    kind = TYPES.get(file.suffix.lower(), "image/svg+xml")
    return f"data:{kind};base64,{base64.b64encode(read_image(file)).decode()}"


class ImageFiles:
    """Gives images their addresses, and keeps the files, named by what they hold.

    Args:
        prefix: of all names.
        folder: what stands in front of a name where an image is shown.
    """

    def __init__(self, prefix: str, folder: str = "") -> None:
        self._prefix, self._folder = prefix, folder
        self.files: dict[str, bytes] = {}

    def __call__(self, file: Path) -> str:
        """The address of an image.

        Raises:
            CourseError: it cannot be read.
        """
        content = read_image(file)
        digest = hashlib.sha256(content).hexdigest()[:16]
        name = f"{self._prefix}{digest}{file.suffix.lower()}"
        self.files[name] = content
        return self._folder + name
