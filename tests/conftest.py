"""What all tests share: an environment without side effects, and a course of two exercises."""

from __future__ import annotations

import os
import signal
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# Before NumPy is imported by anybody: idle threads of its BLAS cost more than they give here.
for variable in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[variable] = "1"

# Where tests are run in the background, these are ignored, and so they would be by all processes
# that tests start.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
if signal.getsignal(signal.SIGHUP) is signal.SIG_IGN:
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


COURSE = """\
id = "tiny"
title = { en = "A tiny course", ja = "小さなコース" }

[defaults]
points = 10

[[day]]
id = "day1"
title = { en = "First day", ja = "1日目" }

[[day.section]]
id = "section1_sums"
title = { en = "Sums", ja = "和" }
order = ["total", "double"]

[[day.section]]
id = "section2_empty"
title = { en = "Nothing yet", ja = "準備中" }
"""

SOLUTION = {
    "double": """\
\"\"\"Twice a number.\"\"\"

import numpy as np


def double(x):
    return 2 * x  # blank: 2 * x
""",
    "total": """\
\"\"\"The sum of an array.\"\"\"

import numpy as np


def total(x):
    # blank
    if np.size(x) == 0:
        raise ValueError("nothing to add")
    # end blank
    return np.sum(x)  # blank: np.sum(x)
""",
}

CHECKS = {
    "double": """\
from grader.authoring import call, cases, spec

exercise = spec()


@cases(exercise)
def by_hand(_rng):
    yield "one", "一つ", call(x=[1.0])
    yield "two", "二つ", call(x=[2.0, -3.0])


@cases(exercise)
def drawn(rng):
    yield "drawn", "乱数", call(x=rng.normal(size=3))
""",
    "total": """\
from grader.authoring import call, cases, raises, spec

exercise = spec(points=4, rtol=1e-6, atol=1e-12, requires=["day1/section1_sums/double"])


@cases(exercise, weight=1)
def vectors(_rng):
    yield "vector", "ベクトル", call(x=[1.0, 2.0])


@cases(exercise, weight=3)
def refused(_rng):
    yield "nothing", "空", raises(ValueError, x=[])
""",
}

MISTAKES = {
    "double": """\
[[mistake]]
id = "squares"
fills = { 1 = "x ** 2" }
en = "This is the square."
ja = "これは 2 乗です。"
ask_en = "What is twice three?"
ask_ja = "3 の 2 倍はいくつですか。"
""",
}

TASK = """\
# The title

## What

Do it.

## Why

Because.

## Formula

None.

## Shapes

Any.

## Example

None.

## Hints

1. Look.
2. Think
   again.
"""

TASK_JA = """\
# 題名

## 課題

解きましょう。

## なぜ

必要だからです。

## 数式

なし。

## 形状

任意。

## 例

なし。

## ヒント

1. 見ましょう。
2. 考えましょう。
"""


def pytest_configure(config: pytest.Config) -> None:
    """Try the same examples in every run: what fails was broken by a change.

    New examples are drawn by -m exhaustive.
    """
    if config.option.markexpr != "exhaustive":
        settings.register_profile("steady", derandomize=True)
        settings.load_profile("steady")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Half as many again as there are cores: many tests wait for what never ends to be stopped."""
    return (os.cpu_count() or 2) * 3 // 2


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite tests/**/golden files")


@pytest.fixture(scope="session", autouse=True)
def _own_cache() -> Iterator[None]:
    """Keep the user's cache out of the tests, and the tests out of the user's cache."""
    with (
        tempfile.TemporaryDirectory(prefix="grader-cache-") as folder,
        pytest.MonkeyPatch.context() as patch,
    ):
        patch.setenv("GRADER_CACHE", folder)
        yield


@pytest.fixture(scope="session", autouse=True)
def _own_state() -> Iterator[None]:
    """Keep what the user has learned out of the tests, and the tests out of it."""
    with (
        tempfile.TemporaryDirectory(prefix="grader-state-") as folder,
        pytest.MonkeyPatch.context() as patch,
    ):
        patch.setenv("GRADER_STATE", folder)
        yield


@pytest.fixture
def course_folder(tmp_path: Path) -> Path:
    """A course with the exercises `total` and `double`, for tests to spoil."""
    root = tmp_path / "course"
    for name in SOLUTION:
        folder = root / "solutions" / "day1" / "section1_sums" / name
        folder.mkdir(parents=True)
        (folder / f"{name}.py").write_text(SOLUTION[name], encoding="utf-8")
        (folder / "checks.py").write_text(CHECKS[name], encoding="utf-8")
        (folder / "README.md").write_text(TASK, encoding="utf-8")
        (folder / "README.ja.md").write_text(TASK_JA, encoding="utf-8")
        if name in MISTAKES:
            (folder / "mistakes.toml").write_text(MISTAKES[name], encoding="utf-8")
    (root / "course.toml").write_text(COURSE, encoding="utf-8")
    return root


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One for all tests of a process: Playwright does not start twice in one."""
    from tests.browsing import chromium

    with chromium() as started:
        yield started
