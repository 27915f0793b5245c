"""What a person sees while waiting, in a terminal of 80 columns."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from pathlib import Path

from grader.layout import display_width
from tests.cli.running import ROOT


def test_progress_stays_on_one_line_of_the_terminal(tmp_path: Path) -> None:
    terminal, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    env = {**os.environ, "PYTHONPATH": str(ROOT), "GRADER_CACHE": str(tmp_path), "COLUMNS": "80"}
    command = [sys.executable, "-m", "grader", "check", "rnn_delta", "--submission", "solutions"]
    process = subprocess.Popen(
        [*command, "--lang", "ja"], cwd=ROOT, env=env, stdout=subprocess.DEVNULL, stderr=theirs
    )
    os.close(theirs)
    seen = b""
    # Reading fails once the other end has been closed.
    try:
        while piece := os.read(terminal, 4096):
            seen += piece
    except OSError:
        pass
    os.close(terminal)
    assert process.wait(timeout=30) == 0
    steps = re.sub(r"\x1b\[[?0-9]*[a-zA-Z]", "", seen.decode()).split("\r")
    assert any("%" in step for step in steps)
    assert max(map(display_width, steps)) < 80
    assert "\n" not in seen.decode().rstrip()
