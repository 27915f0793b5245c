"""The explanations of the corpus, each of which somebody has read and found true.

`python -m tests.corpus.pins` writes them anew, to be read again where they changed.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from grader.sandbox import Zygote
from tests.corpus.answers import answers
from tests.corpus.grading import grade_corpus

PINS = Path(__file__).parent / "explanations.json"


@cache
def pins() -> Mapping[str, list[str]]:
    """What is named for each wrong answer, by `exercise/id`."""
    read: dict[str, list[str]] = json.loads(PINS.read_text(encoding="utf-8"))
    return read


def write() -> None:
    """Grade everything and write down what was named."""
    wrong = [answer for answer in answers() if not answer.is_right]
    with Zygote.start() as zygote:
        named = {
            f"{done.answer.exercise}/{done.answer.id}": list(done.explanations)
            for done in grade_corpus(zygote, wrong)
        }
    PINS.write_text(json.dumps(named, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write()
