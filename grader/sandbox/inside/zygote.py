"""The process that workers are forked from, with NumPy loaded; it never runs student code."""

from __future__ import annotations

import os
import socket
from typing import NoReturn

from grader.sandbox.inside.beginning import become_worker, prepare_process
from grader.sandbox.inside.confine import Confinement
from grader.sandbox.inside.minder import Minder
from grader.sandbox.inside.protocol import READY


def main(control_descriptor: int, numpy_folder: str, grader_folder: str, without: str) -> NoReturn:
    """Load what workers need, say so, and fork until the control socket closes.

    Args:
        control_descriptor: of the control socket.
        numpy_folder: the folder that NumPy was found in.
        grader_folder: the folder that this package was found in.
        without: layers to leave out, separated by commas.
    """
    confinement = prepare_process(numpy_folder, grader_folder, without)
    control = socket.socket(fileno=control_descriptor)
    zygote = _Zygote(control, confinement)
    try:
        control.sendall(READY)
        zygote.run()
    finally:
        zygote.end_all()
    os._exit(0)


class _Zygote(Minder):
    def __init__(self, control: socket.socket, confinement: Confinement) -> None:
        super().__init__(control)
        self._confinement = confinement
        self._pid = os.getpid()

    def start_worker(self, channel: int, output: int) -> int:
        pid = os.fork()
        if pid == 0:
            become_worker(channel, output, self._pid, self._confinement)
        return pid
