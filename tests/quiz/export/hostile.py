"""A quiz whose texts would break a careless writer."""

from __future__ import annotations

from pathlib import Path

from grader.quiz.load import load_quiz
from grader.quiz.model import Quiz
from tests.quiz.writing import question, write

NASTY = "`</script><b>&amp;]]>` {{c1::x}} @@PLUGINFILE@@/x.svg"
TEX = r"a<b \& c>d"


def hostile_quiz(folder: Path) -> Quiz:
    choice = question(f"{NASTY} $ {TEX} $".replace("$ ", "$").replace(" $", "$"), attributes="id=c")
    options = f"\n\n- [x] {NASTY}\n- [ ] \x0b `<i>`\n  > Not `<i>` .\n\n<details>"
    choice = choice.replace("\n\n<details>", options, 1).replace("A question", '`<u>` & "q"')
    text = question("Which?", "```answer text\na*b <c> & d\n```\n\nSo.", "id=t")
    return load_quiz(write(folder, f"{choice}\n{text}"))
