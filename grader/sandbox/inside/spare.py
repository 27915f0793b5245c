"""A process that has loaded NumPy and waits to be a worker; see `spawner`."""

from __future__ import annotations

import os
import socket
from typing import NoReturn

from grader.sandbox.inside.beginning import become_worker, prepare_process
from grader.sandbox.inside.protocol import READY, TAKEN


def main(control_descriptor: int, numpy_folder: str, grader_folder: str, without: str) -> NoReturn:
    """Load what a worker needs, say so, and become one when its descriptors arrive.

    Args:
        control_descriptor: of the spawner's socket.
        numpy_folder: the folder that NumPy was found in.
        grader_folder: the folder that this package was found in.
        without: layers to leave out, separated by commas.
    """
    parent = os.getppid()
    confinement = prepare_process(numpy_folder, grader_folder, without)
    control = socket.socket(fileno=control_descriptor)
    control.sendall(READY)
    _, descriptors, _, _ = socket.recv_fds(control, 1, 2)
    if len(descriptors) != 2:
        os._exit(0)
    control.sendall(TAKEN)
    # The channel takes its place.
    control.detach()
    channel, output = descriptors
    become_worker(channel, output, parent, confinement)
