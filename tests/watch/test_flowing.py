from __future__ import annotations

import pytest

from grader.watch.flowing import flowing


@pytest.mark.parametrize(
    ("text", "flown"),
    [
        ("one\ntwo\n\nthree", "one two\n\nthree"),
        ("行ごとに\n最大の数", "行ごとに最大の数"),
        ("受け取り、\nL2 の", "受け取り、L2 の"),
        ("関数\nsoftmax", "関数 softmax"),
        ("see\n   there", "see\n   there"),
        ("a table:\n| a | b |\n| 1 | 2 |\nend", "a table:\n| a | b |\n| 1 | 2 |\nend"),
        ("code:\n```python\nx = 1\ny = 2\n```\nend", "code:\n```python\nx = 1\ny = 2\n```\nend"),
        ("list:\n- one\n- two\n1. three", "list:\n- one\n- two\n1. three"),
        ("", ""),
    ],
)
def test_paragraphs_become_one_line(text: str, flown: str) -> None:
    assert flowing(text) == flown
