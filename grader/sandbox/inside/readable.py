"""What a worker may read: Python's own library, NumPy, and the C libraries they need.

The folder with other packages is not among it; solutions and this grader could be in there.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

OTHER_PACKAGES = ("site-packages", "dist-packages")
OF_THE_SYSTEM = ("/etc/ld.so.cache", "/usr/share/zoneinfo")


def readable_paths(numpy_folder: str) -> Iterator[str]:
    """List files and folders, by what this process has loaded.

    Args:
        numpy_folder: the folder that the package `numpy` is in.
    """
    library = os.path.dirname(os.__file__)
    for entry in os.listdir(library):
        if entry not in OTHER_PACKAGES:
            yield os.path.join(library, entry)
    own = [os.path.join(numpy_folder, name) for name in ("numpy", "numpy.libs")]
    yield from own
    yield from OF_THE_SYSTEM
    for folder in _folders_of_shared_libraries():
        if not folder.startswith((library, *own)):
            yield from _shared_libraries(folder)


def _folders_of_shared_libraries() -> set[str]:
    try:
        with open("/proc/self/maps", encoding="utf-8", errors="surrogateescape") as maps:
            paths = [line.split(maxsplit=5)[5].rstrip("\n") for line in maps if "/" in line]
    except OSError:  # not on Linux
        return set()
    return {os.path.dirname(path) for path in paths if ".so" in os.path.basename(path)}


def _shared_libraries(folder: str) -> Iterator[str]:
    """The whole folder, unless packages of Python are in it: then its libraries one by one."""
    entries = os.listdir(folder)
    if not any(entry.startswith("python") for entry in entries):
        yield folder
        return
    yield from (os.path.join(folder, entry) for entry in entries if ".so" in entry)
