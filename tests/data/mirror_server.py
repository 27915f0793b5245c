"""A mirror on this computer, as well or as badly behaved as a test wants it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Mirror:
    """What the server sends, and what it was asked for: (name, Range header or None)."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self.files = files
        self.asked: list[tuple[str, str | None]] = []
        self.knows_ranges = True
        self.tells_length = True
        self.cut_after: int | None = None
        self.stall_after: int | None = None
        self.status: int | None = None
        self.stop = threading.Event()
        self.address = ""


class _Server(ThreadingHTTPServer):
    mirror: Mirror


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_GET(self) -> None:
        mirror = self.server.mirror
        name, wanted = self.path.rpartition("/")[2], self.headers.get("Range")
        mirror.asked.append((name, wanted))
        content = mirror.files.get(name)
        status = mirror.status or (404 if content is None else 200)
        if status != 200 or content is None:
            self.send_error(status)
            return
        start = 0
        if wanted is not None and mirror.knows_ranges:
            start = int(wanted.removeprefix("bytes=").removesuffix("-"))
            if start >= len(content):
                self.send_error(416)
                return
        self._send(mirror, content, start)

    def _send(self, mirror: Mirror, content: bytes, start: int) -> None:
        self.send_response(206 if start else 200)
        if start:
            self.send_header("Content-Range", f"bytes {start}-{len(content) - 1}/{len(content)}")
        if mirror.tells_length:
            self.send_header("Content-Length", str(len(content) - start))
        self.end_headers()
        self.wfile.write(content[start : mirror.cut_after or mirror.stall_after])
        if mirror.stall_after is not None:
            self.wfile.flush()
            mirror.stop.wait(10)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
        pass


@contextmanager
def serving(files: dict[str, bytes]) -> Iterator[Mirror]:
    mirror = Mirror(files)
    with _Server(("127.0.0.1", 0), _Handler) as server:
        server.mirror = mirror
        mirror.address = f"http://127.0.0.1:{server.server_port}/"
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield mirror
        finally:
            mirror.stop.set()
            server.shutdown()
            thread.join()
