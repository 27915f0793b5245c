"""What must not change while an attack runs: folders, and servers that nobody should call."""

from __future__ import annotations

import hashlib
import shutil
import socket
import stat
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

PUBLIC = ("/dev/shm", "/tmp", "/var/tmp")
MAX_HASHED = 1 << 20

Snapshot = dict[str, tuple[object, ...]]


def snapshot(folder: Path) -> Snapshot:
    """Everything in a folder, with its kind, permissions, time of change and content."""
    return {str(path): _seen(path) for path in (folder, *sorted(folder.rglob("*")))}


def _seen(path: Path) -> tuple[object, ...]:
    status = path.lstat()
    if stat.S_ISDIR(status.st_mode):
        return (status.st_mode,)
    content = ""
    if stat.S_ISREG(status.st_mode) and status.st_size < MAX_HASHED:
        content = hashlib.sha256(path.read_bytes()).hexdigest()
    return (status.st_mode, status.st_size, status.st_mtime_ns, status.st_nlink, content)


def differences(before: Snapshot, after: Snapshot) -> list[str]:
    """Paths that were made, changed or removed."""
    return sorted(path for path in before | after if before.get(path) != after.get(path))


def clear_public(marker: str, *more: Path) -> list[str]:
    """Find and remove what an attack has left where others write, too."""
    found = []
    for folder in (*map(Path, PUBLIC), *more):
        for path in folder.glob(f"*{marker}*") if folder.is_dir() else ():
            found.append(str(path))
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink()
    return found


class Servers:
    """Open to whoever comes, and to be called by nobody."""

    def __init__(self, sockets: dict[str, socket.socket]) -> None:
        self._sockets = sockets

    @property
    def port(self) -> int:
        """Of TCP and UDP on loopback."""
        return int(self._sockets["TCP"].getsockname()[1])

    def callers(self) -> list[str]:
        """The servers that somebody called."""
        called = []
        for name, server in self._sockets.items():
            with suppress(BlockingIOError):
                if server.type == socket.SOCK_DGRAM:
                    server.recv(1)
                else:
                    server.accept()[0].close()
                called.append(name)
        return called


@contextmanager
def open_servers(folder: Path, marker: str) -> Iterator[Servers]:
    """Listen on loopback, on a socket in a folder, and on one that has a name only."""
    with ExitStack() as stack:

        def bound(family: int, kind: int, address: object) -> socket.socket:
            server = stack.enter_context(socket.socket(family, kind))
            server.setblocking(False)
            server.bind(address)  # type: ignore[arg-type]
            if kind == socket.SOCK_STREAM:
                server.listen()
            return server

        tcp = bound(socket.AF_INET, socket.SOCK_STREAM, ("127.0.0.1", 0))
        udp = bound(socket.AF_INET, socket.SOCK_DGRAM, tcp.getsockname())
        path = bound(socket.AF_UNIX, socket.SOCK_STREAM, str(folder / "socket"))
        name = bound(socket.AF_UNIX, socket.SOCK_STREAM, f"\0{marker}")
        yield Servers({"TCP": tcp, "UDP": udp, "socket file": path, "abstract socket": name})
