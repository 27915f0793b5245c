from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import grader
from grader.labs import find_labs
from grader.labs.lab import Lab


def test_labs_are_found_under_the_name_of_their_module() -> None:
    labs = find_labs()
    assert "binary_addition" in labs
    assert list(labs) == sorted(labs)
    for name, lab in labs.items():
        assert isinstance(lab, Lab)
        assert lab.name == name


@pytest.mark.parametrize("name", ["lab", "reference", "no_such_lab"])
def test_what_is_no_lab_is_not_found(name: str) -> None:
    labs = find_labs()
    assert name not in labs
    with pytest.raises(KeyError):
        labs[name]


def test_looking_at_the_names_loads_no_numpy() -> None:
    code = (
        "import sys; from grader.labs import find_labs; labs = find_labs();"
        "assert len(labs) == len(list(labs)) > 0 and 'binary_addition' in labs;"
        "print('numpy' in sys.modules)"
    )
    folder = Path(grader.__file__).parents[1]
    answer = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=True
    )
    assert answer.stdout.strip() == "False"
