"""The run that a student's is compared with: the same lab and seed, all slots at their defaults.

It is kept on disk, because it is the same until something changes that it depends on. The cache
may only ever save time: a file that cannot be read is made anew, one that cannot be written is
done without, and writers do not disturb each other or a reader.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import platform
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

import numpy as np

from grader import data as data_room
from grader import labs as labs_room
from grader.labs.lab import Arrays, Lab, Progress, Run, Training, silent

# Which kernels BLAS picks, and over how many threads it spreads a sum, decides the last digits.
BLAS_VARIABLES = (
    "BLIS_NUM_THREADS",
    "MKL_CBWR",
    "MKL_NUM_THREADS",
    "NPY_DISABLE_CPU_FEATURES",
    "OMP_NUM_THREADS",
    "OPENBLAS_CORETYPE",
    "OPENBLAS_NUM_THREADS",
    "VECLIB_MAXIMUM_THREADS",
)
GROUPS = ("history", "parameters", "metrics")


def reference_run(
    lab: Lab,
    data: Arrays,
    seed: int,
    cache_dir: Path | None = None,
    progress: Progress = silent,
) -> Run:
    """Give the run of a lab with all its defaults, from the cache if it is there.

    Args:
        lab: what to train.
        data: what to train it on, as `lab.load_data()` gave it.
        seed: of the run.
        cache_dir: the folder to keep it in; by default `default_cache_dir()`.
        progress: told about every update; not called when the run is cached.
    """
    key = cache_key(lab, data, seed)
    path = (cache_dir or default_cache_dir()) / "labs" / f"{lab.name}-{key[:32]}.npz"
    cached = _read(path, key)
    if cached is not None:
        return cached
    run = lab.run({}, data, seed, progress)
    with suppress(OSError):
        _replace(path, _packed(run, key))
    return run


def default_cache_dir() -> Path:
    """The folder named by the environment variable GRADER_CACHE, else the user's cache folder."""
    named = os.environ.get("GRADER_CACHE")
    if named:
        return Path(named)
    import platformdirs

    return Path(platformdirs.user_cache_dir("grader"))


def cache_key(lab: Lab, data: Arrays, seed: int) -> str:
    """Digest everything that a run with the defaults depends on."""
    circumstances = {
        "lab": lab.name,
        "seed": seed,
        "numpy": np.__version__,
        "python": sys.version,
        "machine": platform.machine(),
        "processors": os.cpu_count(),
        "blas": {name: os.environ.get(name) for name in BLAS_VARIABLES},
        "sources": _sources(),
    }
    digest = hashlib.sha256(json.dumps(circumstances, sort_keys=True).encode())
    for name, array in sorted(data.items()):
        digest.update(f"{name} {array.dtype.str} {array.shape} ".encode())
        digest.update(np.ascontiguousarray(array).data)
    return digest.hexdigest()


def _sources() -> dict[str, str]:
    folders = [Path(folder) for room in (labs_room, data_room) for folder in room.__path__]
    return {
        f"{folder.name}/{module.name}": hashlib.sha256(module.read_bytes()).hexdigest()
        for folder in folders
        for module in sorted(folder.glob("*.py"))
    }


def _packed(run: Run, key: str) -> bytes:
    arrays = {"key": np.array(key)}
    groups = (run.training.history, run.training.parameters, run.metrics)
    for group, values in zip(GROUPS, groups, strict=True):
        arrays |= {f"{group}/{name}": np.asarray(value) for name, value in values.items()}
    # The archive guards the content of its members against damage, but not their names.
    arrays["names"] = np.array(sorted(arrays))
    buffer = io.BytesIO()
    # Typed as if the first array could be meant for `allow_pickle`; numbers are never pickled.
    np.savez(buffer, **arrays)  # type: ignore[arg-type]
    return buffer.getvalue()


def _read(path: Path, key: str) -> Run | None:
    # There is no end to the ways in which a file of unknown origin can fail to be an archive.
    try:
        # Given a path, np.load leaves the file open when it turns out not to be an archive.
        with np.load(io.BytesIO(path.read_bytes()), allow_pickle=False) as archive:
            arrays = {name: archive[name] for name in archive.files}
        names = arrays.pop("names").tolist()
        return _unpacked(arrays) if [str(arrays["key"]), sorted(arrays)] == [key, names] else None
    except Exception:
        return None


def _unpacked(arrays: Arrays) -> Run:
    history, parameters, metrics = (
        {
            name.removeprefix(f"{group}/"): array
            for name, array in arrays.items()
            if name.startswith(f"{group}/")
        }
        for group in GROUPS
    )
    numbers = {name: float(array) for name, array in metrics.items()}
    return Run(Training(history, parameters), numbers)


def _replace(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, suffix=".tmp")
    temporary = Path(name)
    try:
        with open(handle, "wb") as file:  # noqa: PTH123 - a descriptor, not a path
            file.write(content)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
