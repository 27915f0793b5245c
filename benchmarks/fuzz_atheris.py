"""Fuzzes the reader of the wire with coverage as its guide; runs until it fails or is stopped.

python -m benchmarks.fuzz_atheris -max_total_time=60

Needs `pip install atheris`, which has wheels for Linux only; options are those of libFuzzer.
"""

from __future__ import annotations

import contextlib
import importlib
import sys

# Not among the dependencies, and without types.
atheris = importlib.import_module("atheris")

with atheris.instrument_imports(include=["grader.calls", "grader.sandbox.answers"]):
    from grader.calls.codec import WireError, decode, encode
    from grader.calls.messages import read_outcome
    from grader.sandbox.answers import read_layers, read_loaded

READERS = (read_outcome, read_loaded, read_layers)


def read(data: bytes) -> None:
    """Read a header and a body; anything but `WireError` is a failure, and so is a slow answer."""
    header, _, body = data.partition(b"\n")
    try:
        value = decode(header, bytearray(body))
    except WireError:
        return
    encode(value)
    for reader in READERS:
        with contextlib.suppress(WireError):
            reader(value)


def main() -> None:
    """Hand over to libFuzzer, which ends the process."""
    atheris.Setup([*sys.argv, "-timeout=1", "-max_len=4096"], read)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
