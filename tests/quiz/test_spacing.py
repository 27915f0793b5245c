from __future__ import annotations

from collections.abc import Sequence

import pytest
from markdown_it.token import Token

from grader.quiz.parse.markdown import markdown
from grader.quiz.spacing import without_spaces


def written(blocks: Sequence[Token]) -> str:
    return "".join(
        child.content for block in blocks for child in block.children or () if child.content
    )


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("重み $w$ 、 `b` 。", "重み w、b。"),
        ("（ $x$ ）「 `y` 」", "（x）「y」"),
        ("as $x$ , (with $y$ ): `z` !", "as x, (with y): z!"),
        ("( $x$ )", "(x)"),
        ("値は $w$ です", "値は w です"),
        ("a , b 、 c", "a , b 、 c"),
        ("the $x$ of `y` is", "the x of y is"),
    ],
)
def test_spaces_go_between_maths_or_code_and_a_sign(source: str, expected: str) -> None:
    blocks = markdown().parse(source)
    assert written(without_spaces(blocks)) == expected


def test_the_passage_itself_stays_as_it_is() -> None:
    blocks = markdown().parse("$w$ 、")
    before = written(blocks)
    without_spaces(blocks)
    assert written(blocks) == before
