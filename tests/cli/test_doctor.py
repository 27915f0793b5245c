"""`grader doctor`: layers as a worker found them, what to do about the rest, what is there."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from pathlib import Path

import pytest

from grader.cli.doctor import LAYERS, advice_for
from grader.sandbox import Zygote
from grader.words import translate
from tests.cli.running import ROOT, grader

BASIC = {"GRADER_SANDBOX_WITHOUT": "landlock,seccomp,bubblewrap"}
JAPANESE_STATES = {"あり": "on", "なし": "off"}


def states(out: str) -> dict[str, str]:
    """Layers and whether they are on, as the lines that begin with their names say."""
    words = [line.split() for line in out.splitlines() if line.startswith("  ")]
    return {line[0]: line[1] for line in words if line[0] in LAYERS}


def test_the_layers_are_those_of_a_worker() -> None:
    with Zygote.start() as zygote:
        layers, level = zygote.layers, zygote.level
    finished = grader("doctor")
    assert finished.out.startswith(f"Sandbox level: {level}\n")
    assert states(finished.out) == {name: "on" if name in layers else "off" for name in LAYERS}
    assert finished.code == (0 if level == "strong" else 1)
    assert finished.err == ""


def test_a_layer_that_is_left_out_is_off_and_the_exit_code_says_so() -> None:
    finished = grader("doctor", env=BASIC)
    assert finished.code == 1
    assert finished.out.startswith("Sandbox level: basic\n")
    assert "can do whatever you can do" in finished.out
    assert states(finished.out) == {
        **dict.fromkeys(("process", "limits"), "on"),
        **dict.fromkeys(("landlock", "seccomp", "bubblewrap"), "off"),
    }
    assert finished.out.count("Left out because GRADER_SANDBOX_WITHOUT says so.") == 3


def test_partial_says_that_imports_are_limited_and_is_not_enough() -> None:
    finished = grader("doctor", env={"GRADER_SANDBOX_WITHOUT": "landlock,bubblewrap"})
    assert finished.code == 1
    assert "loaded beforehand" in " ".join(finished.out.split())


def test_the_doctor_speaks_japanese() -> None:
    finished = grader("doctor", "--lang", "ja", env=BASIC)
    assert finished.out.startswith("サンドボックスの強度: basic\n")
    found = {name: JAPANESE_STATES[state] for name, state in states(finished.out).items()}
    assert found["seccomp"] == "off"
    assert found["process"] == "on"


def test_versions_data_and_figures_are_named(tmp_path: Path) -> None:
    env = {"GRADER_CACHE": str(tmp_path), "GRADER_DATA": str(tmp_path / "typo")}
    out = grader("doctor", env=env).out
    assert f"Python {platform.python_version()} · NumPy " in out
    assert platform.machine() in out
    assert "BLAS: " in out
    assert "OPENBLAS_NUM_THREADS=1" in out
    assert f"Processors: {os.cpu_count()}, " in out
    assert "Figures: matplotlib " in out
    assert "typo, which does not exist" in out
    assert f"Cache: {tmp_path}" in grader("doctor", env=env | {"GRADER_DATA": ""}).out


def test_what_is_missing_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "matplotlib.py").write_text("raise ImportError\n", encoding="utf-8")
    path = f"{tmp_path}{os.pathsep}{ROOT}"
    assert 'pip install "kakunin-grader[plot]"' in grader("doctor", env={"PYTHONPATH": path}).out
    (tmp_path / "numpy.py").write_text("raise ImportError('torn')\n", encoding="utf-8")
    finished = grader("doctor", env={"PYTHONPATH": path})
    assert (finished.code, finished.err) == (1, "")
    assert "cannot be imported by" in finished.out
    assert "(torn)" in finished.out


def test_a_zygote_that_cannot_start_is_a_sentence_and_the_rest_is_still_said() -> None:
    script = (
        "import sys\n"
        "sys.executable = '/bin/false'\n"
        "sys.argv[1:] = ['doctor']\n"
        "from grader.cli import main\n"
        "main()\n"
    )
    finished = run(script)
    assert finished.returncode == 1
    assert finished.stdout.startswith("Sandbox: student code cannot be run here. The process ")
    assert "NumPy" in finished.stdout
    assert "MNIST" in finished.stdout


def run(script: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize("layer", ["landlock", "seccomp", "bubblewrap"])
def test_outside_linux_another_system_is_advised(
    layer: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert "WSL2" in translate(advice_for(layer), "en")


def test_advice_fits_the_layer_and_what_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(platform, "machine", lambda: "riscv64")
    assert "Linux 5.13" in translate(advice_for("landlock"), "en")
    assert "riscv64" in translate(advice_for("seccomp"), "en")
    monkeypatch.setattr(platform, "machine", lambda: "aarch64")
    assert "kernel with seccomp" in translate(advice_for("seccomp"), "en")
    monkeypatch.setattr("grader.sandbox.wrapping.PROGRAMS", ("/no/such/bwrap",))
    assert "apt install bubblewrap" in translate(advice_for("bubblewrap"), "en")
    monkeypatch.setattr("grader.sandbox.wrapping.PROGRAMS", (sys.executable,))
    forbidden = translate(advice_for("bubblewrap"), "en")
    assert "Leave that as it is" in forbidden
    assert "sysctl" not in forbidden


def test_every_layer_that_can_be_on_has_its_line() -> None:
    with Zygote.start() as zygote:
        assert set(zygote.layers) <= set(LAYERS)
