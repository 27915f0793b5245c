"""Kinds of answers: one file a kind, found by listing this folder.

A kind is a module with `read(block, asked) -> Answer`; its name is what the answer block says.
"""

from __future__ import annotations

import importlib
import pkgutil
from typing import Protocol, cast

from grader.quiz.answer import Answer, AnswerBlock, Asked, FormatError
from grader.words import sentence


class Kind(Protocol):
    """What every module of this folder offers."""

    def read(self, block: AnswerBlock, asked: Asked) -> Answer:
        """Read the key from an answer block.

        Raises:
            FormatError: the block does not make a key.
        """


def kind_names() -> tuple[str, ...]:
    """List the kinds there are."""
    modules = pkgutil.iter_modules(__path__)
    return tuple(sorted(found.name for found in modules if not found.name.startswith("_")))


def read_answer(block: AnswerBlock, asked: Asked) -> Answer:
    """Read the key of a question.

    Raises:
        FormatError: there is no such kind, or the block does not make a key.
    """
    if block.kind not in kind_names():
        known = ", ".join(kind_names())
        raise FormatError(
            block.place, sentence("quiz_format.kind_unknown", kind=block.kind, known=known)
        )
    return cast(Kind, importlib.import_module(f"{__name__}.{block.kind}")).read(block, asked)
