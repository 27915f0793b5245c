"""Runs one command as the ancestor of all it starts, and tells what it left running.

A program of its own (`python overseer.py CONFIG`), because processes whose parents have ended are
handed to their nearest ancestor that asked for them: that must be nobody who has other children.
"""

from __future__ import annotations

import contextlib
import ctypes
import json
import os
import signal
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

PR_SET_CHILD_SUBREAPER = 36
# Processes that were killed a moment ago need a moment to be gone.
GRACE_SECONDS = 1.0
PAUSE_SECONDS = 0.005


def main(config: dict[str, Any]) -> dict[str, Any]:
    """Run the command, then end and report whatever it has left."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1)
    outputs, ends = zip(_pipe(), _pipe(), strict=True)
    started = time.monotonic()
    pid = os.fork()
    if pid == 0:
        _become(config, ends)
    for end in ends:
        os.close(end)
    written = {output: bytearray() for output in outputs}
    code, timed_out = _await(pid, started + config["seconds"], written)
    seconds = time.monotonic() - started
    left = _left_running()
    _drain(written)
    out, err = (data.decode(errors="replace") for data in written.values())
    ended = {"code": code, "timed_out": timed_out, "seconds": seconds}
    return {**ended, "out": out, "err": err, "left": left}


def _become(config: dict[str, Any], ends: Sequence[int]) -> NoReturn:
    try:
        os.setsid()
        # Only this process knows the number it will have as the grader.
        for name in config["mentions_grader"]:
            path = Path(name)
            path.write_bytes(path.read_bytes().replace(b"@GRADER@", str(os.getpid()).encode()))
        os.chdir(config["cwd"])
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        for descriptor, end in enumerate(ends, 1):
            os.dup2(end, descriptor)
        os.execve(config["command"][0], config["command"], config["env"])
    finally:
        os._exit(99)


def _pipe() -> tuple[int, int]:
    readable, writable = os.pipe()
    os.set_blocking(readable, False)
    return readable, writable


def _drain(written: dict[int, bytearray]) -> None:
    for descriptor, data in written.items():
        with contextlib.suppress(BlockingIOError):
            while chunk := os.read(descriptor, 1 << 16):
                data += chunk


def _await(pid: int, deadline: float, written: dict[int, bytearray]) -> tuple[int, bool]:
    while time.monotonic() < deadline:
        _drain(written)
        ended, status = os.waitpid(pid, os.WNOHANG)
        if ended:
            return os.waitstatus_to_exitcode(status), False
        time.sleep(PAUSE_SECONDS)
    os.kill(pid, signal.SIGKILL)
    _, status = os.waitpid(pid, 0)
    return os.waitstatus_to_exitcode(status), True


def _left_running() -> list[str]:
    deadline = time.monotonic() + GRACE_SECONDS
    while _children() and time.monotonic() < deadline:
        _reap()
        time.sleep(PAUSE_SECONDS)
    left = [_command_line(pid) for pid in _children()]
    # Again, because the children of each one that ends arrive here in their turn.
    while children := _children():
        for pid in children:
            os.kill(pid, signal.SIGKILL)
        for pid in children:
            os.waitpid(pid, 0)
    return left


def _children() -> list[int]:
    listed = Path(f"/proc/self/task/{os.getpid()}/children").read_text(encoding="ascii")
    return [int(pid) for pid in listed.split()]


def _reap() -> None:
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            continue


def _command_line(pid: int) -> str:
    data = Path(f"/proc/{pid}/cmdline").read_bytes()
    return data.replace(b"\0", b" ").decode(errors="replace")[:200] or f"process {pid}"


if __name__ == "__main__":
    json.dump(main(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))), sys.stdout)
