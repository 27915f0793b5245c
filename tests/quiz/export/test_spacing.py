from __future__ import annotations

import re

import pytest

from grader.quiz.export import format_names
from tests.quiz.export.course import exported

TIGHT = r"\(w\)、"


@pytest.mark.parametrize("name", sorted({*format_names()} - {"anki", "qti"}))
def test_no_space_is_left_before_a_japanese_sign(name: str) -> None:
    text = exported(name, "ja").decode().replace("\\\\", "\\")  # as JSON writes a backslash
    assert not re.search(r"(?:\\\)|</code>|&lt;/code&gt;|</math>) [、。）」]", text)
    assert not re.search(r"[（「、。] (?:\\\(|<code>|&lt;code&gt;|<math)", text)
    assert TIGHT in text or name == "print"
