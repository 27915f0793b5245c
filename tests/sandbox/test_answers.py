"""Answers to a load request as a hostile process may write them."""

from __future__ import annotations

import pytest

from grader.calls.bounds import WireError
from grader.sandbox.answers import Loaded, read_loaded


def test_a_remark_names_a_module_and_a_line() -> None:
    loaded = read_loaded([None, ["softmax"], [1, 2], [["scipy", 3]]])
    assert loaded == Loaded(("softmax",), (1, 2), (("scipy", 3),))


@pytest.mark.parametrize("line", [0, -1, True, 1.0, "3", None, 1 << 31])
def test_a_remark_about_no_line_of_a_file_is_refused(line: object) -> None:
    with pytest.raises(WireError):
        read_loaded([None, ["softmax"], [1, 2], [["scipy", line]]])
