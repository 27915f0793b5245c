"""A learner made of lines, for tests: types them, and keeps what was shown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from grader.quiz.grade import grade
from grader.quiz.load import find_quizzes, load_quiz
from grader.quiz.model import Quiz
from grader.quiz.terminal.choosing import all_items
from grader.quiz.terminal.events import Event
from grader.quiz.terminal.machine import Machine
from grader.quiz.terminal.screens import Look
from grader.quiz.terminal.session import Session

QUIZ = """\
---
title: {title}
pass: 60
---
A word in front.

## Letters
<!-- q: id=letters points=1 level=1 tags=alpha,beta -->
Which one?

- [ ] first
  > Not the first.
- [x] second
- [ ] third
  > Not the third.

<details><summary>Hint</summary>

Look at $x^2$ .

</details>

<details><summary>Hint</summary>

Look again.

</details>

<details><summary>Answer</summary>

It is the second.

</details>

## Blanks
<!-- q: id=blanks points=2 level=2 tags=beta -->
Fill in.

```python
y = ___1___ + ___2___
```

<details><summary>Answer</summary>

```answer code
1: a
2: b
```

Both are added.

</details>

## Pairs
<!-- q: id=pairs points=2 level=3 tags=gamma -->
Match.

1. one
2. two

- A. ichi
- B. ni
- C. san

<details><summary>Answer</summary>

```answer match
1: A
2: C
```

They belong together.

</details>

## In words
<!-- q: id=essay points=2 level=1 tags=gamma -->
Why?

<details><summary>Answer</summary>

```answer essay max=60
Because it is so.
```

- [ ] (1) says because
- [ ] (3) says so

That is why.

</details>
"""


def write_quiz(root: Path, name: str = "day1/section1_sums", title: str = "A quiz") -> None:
    """Write a quiz in both languages into a course."""
    path = root / "quizzes" / f"{name}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(QUIZ.format(title=title), encoding="utf-8")
    path.with_suffix(".ja.md").write_text(QUIZ.format(title="題名"), encoding="utf-8")


def load_all(root: Path) -> list[Quiz]:
    """Load every quiz of a course."""
    return [load_quiz(files) for files in find_quizzes(root)]


class Learner:
    """Types lines into a machine."""

    def __init__(self, quizzes: Sequence[Quiz], session: Session | None = None) -> None:
        self.session = session or Session(all_items(quizzes))
        self.machine = Machine(self.session, grade)
        self.seen: list[Event] = list(self.machine.begin())

    def types(self, *lines: str) -> list[Event]:
        """Type lines; what the last one led to."""
        events: list[Event] = []
        for line in lines:
            events = list(self.machine.feed(line))
            self.seen += events
        return events

    def names(self, *lines: str) -> list[str]:
        """Type lines; the names of the events of the last one."""
        return [type(event).__name__ for event in self.types(*lines)]

    def letter(self, index: int) -> str:
        """The letter behind which an option is shown."""
        return "ABC"[self.session.item.order.index(index)]


class Script:
    """A reader that types prepared lines; after the last one it leaves."""

    def __init__(
        self, lines: Iterable[str], columns: int = 80, last: type[BaseException] = EOFError
    ) -> None:
        self._lines = iter(lines)
        self._last = last
        self.look = Look(columns)
        self.written: list[str] = []
        self.prompts: list[str] = []

    def write(self, lines: Sequence[str]) -> None:
        """Keep what is shown."""
        self.written += lines

    def ask(self, prompt: str) -> str:
        """Type the next line."""
        self.prompts.append(prompt)
        for line in self._lines:
            return line
        raise self._last

    @property
    def text(self) -> str:
        """Everything that was shown, without line breaks."""
        return re.sub(r"\s+", " ", "\n".join(self.written))
