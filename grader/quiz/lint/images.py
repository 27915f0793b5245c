"""Images are there, are described, and do not give the answer away."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from grader.quiz.answer import Answer
from grader.quiz.folding import fold_text
from grader.quiz.lint import Known
from grader.quiz.lint._passages import Part, parts
from grader.quiz.model import Quiz
from grader.quiz.page.images import TYPES
from grader.quiz.parse.draft import Finding
from grader.quiz.parse.markdown import inline_tokens
from grader.quiz.prose import Passage, image_name
from grader.words import LANGUAGES, sentence

TYPED = ("numeric", "shape", "expr", "text", "code")
SHORTEST = 2
_UNREAD = re.compile(r"!\[[^\]]*\]\(([^)]*)\)")


def look(quiz: Quiz, known: Known) -> Iterator[Finding]:  # noqa: ARG001 - what every topic takes
    """Look at every image."""
    for part in parts(quiz):
        for language in LANGUAGES:
            yield from _images(quiz, part, part.prose.in_language(language))


def _images(quiz: Quiz, part: Part, passage: Passage) -> Iterator[Finding]:
    for token in inline_tokens(passage.blocks):
        unread = _UNREAD.search(token.content) if token.type == "text" else None
        if unread is not None:
            said = sentence("quiz_lint.image_unread", name=unread[1].strip())
            yield Finding(passage.place, said)
        if token.type != "image":
            continue
        source, place = image_name(token), passage.place
        if not token.content.strip():
            yield Finding(place, sentence("quiz_lint.image_undescribed", image=source))
        if ":" in source or source.startswith("/") or ".." in Path(source).parts:
            yield Finding(place, sentence("quiz_lint.image_elsewhere", image=source))
        elif not (quiz.folder / source).is_file():
            yield Finding(place, sentence("quiz_lint.image_missing", image=source))
        elif not _is_shown(Path(source)):
            known = ", ".join((".svg", *TYPES))
            yield Finding(place, sentence("quiz_lint.image_type", image=source, known=known))
        if part.task and part.question and _gives_away(part.question.answer, token.content):
            said = sentence("quiz_lint.image_tells", image=source)
            yield Finding(place, said)


def _is_shown(image: Path) -> bool:
    """Whether pages can show a file of that name."""
    return image.suffix == ".svg" or image.suffix.lower() in TYPES


def _gives_away(answer: Answer, description: str) -> bool:
    """Whether a typed key can be read in a text alternative."""
    if answer.kind not in TYPED:
        return False
    keys = {fold_text(str(key)) for key in answer.right_responses()}
    keys |= {fold_text(answer.describe(language)) for language in LANGUAGES}
    described = fold_text(description)
    return any(len(key) >= SHORTEST and key in described for key in keys)
