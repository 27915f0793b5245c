"""The runs that a student's is compared with: the same lab and seed, all slots at their defaults.

They are kept on disk, because they are the same until something changes that they depend on.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import sys
from pathlib import Path
from typing import NamedTuple

import numpy as np

from grader import data as data_room
from grader import labs as labs_room
from grader.data.archive import keep_arrays, kept_arrays
from grader.data.cache import default_cache_dir
from grader.data.dataset import Dataset
from grader.labs.lab import Arrays, Lab, Progress, Run, Scale, Training, silent

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


class Reference(NamedTuple):
    """Which run of a lab is meant.

    Attributes:
        lab: what to train.
        data: what to train it on, as `lab.load_data()` gave it.
        seed: of the run.
        slot: the run that one with a function in this slot is compared with; `None` is the run
            without any optional slot.
        scale: how long to train; by default as long as the lab says.
    """

    lab: Lab
    data: Dataset
    seed: int
    slot: str | None = None
    scale: Scale | None = None

    def run(self, cache_dir: Path | None = None, progress: Progress = silent) -> Run:
        """Give the run, from the cache if it is there.

        Args:
            cache_dir: the folder to keep it in; by default `default_cache_dir()`.
            progress: told about every update; not called when the run is cached.
        """
        key = self.key
        path = (cache_dir or default_cache_dir()) / "labs" / f"{self.lab.name}-{key[:32]}.npz"
        kept = kept_arrays(path, key)
        if kept is not None:
            return _unpacked(kept)
        functions = self.lab.reference_functions(self.slot)
        run = self.lab.run(functions, self.data, self.seed, self.scale, progress)
        keep_arrays(path, key, _packed(run))
        return run

    @property
    def key(self) -> str:
        """Digest everything that the run depends on; equal for slots that share a run."""
        circumstances = {
            "lab": self.lab.name,
            "optional": sorted(self.lab.reference_functions(self.slot)),
            "seed": self.seed,
            "scale": list(self.scale or self.lab.scale),
            "data": self.data.digest,
            "numpy": np.__version__,
            "python": sys.version,
            "machine": platform.machine(),
            "processors": os.cpu_count(),
            "blas": {name: os.environ.get(name) for name in BLAS_VARIABLES},
            "sources": _sources(),
        }
        return hashlib.sha256(json.dumps(circumstances, sort_keys=True).encode()).hexdigest()


def _sources() -> dict[str, str]:
    folders = [Path(folder) for room in (labs_room, data_room) for folder in room.__path__]
    return {
        f"{folder.name}/{module.name}": hashlib.sha256(module.read_bytes()).hexdigest()
        for folder in folders
        for module in sorted(folder.glob("*.py"))
    }


def _packed(run: Run) -> Arrays:
    groups = (run.training.history, run.training.parameters, run.metrics)
    return {
        f"{group}/{name}": np.asarray(value)
        for group, values in zip(GROUPS, groups, strict=True)
        for name, value in values.items()
    }


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
