"""A quiz of the course for tests that compute its keys anew: marking, and running its code."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import product
from pathlib import Path

import numpy as np

from grader.quiz.grade import grade
from grader.quiz.kinds.code import Code
from grader.quiz.load import find_quizzes, load_quiz
from grader.quiz.parse.markdown import plain

ROOT = Path(__file__).resolve().parents[2]


class Keys:
    """The questions of one quiz."""

    def __init__(self, quiz_id: str) -> None:
        self.quiz = load_quiz(next(files for files in find_quizzes(ROOT) if files.id == quiz_id))

    def accepts(self, question_id: str, response: object) -> bool:
        """Whether a response is right; numbers may be given as such."""
        return grade(self.quiz.question(question_id), _typed(response)).correct is True

    def explains(self, question_id: str, response: object) -> bool:
        """Whether it is a wrong answer that the quiz knows."""
        graded = grade(self.quiz.question(question_id), _typed(response))
        return graded.correct is False and bool(graded.feedback)

    def letter(self, question_id: str, text: str) -> str:
        """The letter of the option, or of the choice to match, with this English text."""
        question = self.quiz.question(question_id)
        options = question.choices or question.options
        (found,) = (option for option in options if plain(option.text.en.blocks).strip() == text)
        return found.letter

    def fills(self, question_id: str, blank: str) -> tuple[str, ...]:
        """All right fills of a blank."""
        return _fills(self.quiz.question(question_id).answer)[blank]

    def right_programs(self, question_id: str) -> list[str]:
        """The code of a question with every combination of right fills."""
        fills = _fills(self.quiz.question(question_id).answer)
        return [
            self._filled(question_id, dict(zip(fills, chosen, strict=True)))
            for chosen in product(*fills.values())
        ]

    def wrong_programs(self, question_id: str) -> list[str]:
        """The code with every known wrong fill, and right ones in the other blanks."""
        question = self.quiz.question(question_id)
        right = {name: found[0] for name, found in _fills(question.answer).items()}
        return [
            self._filled(question_id, {**right, name: fill})
            for distractor in question.distractors
            for name, found in _fills(distractor.answer).items()
            for fill in found
        ]

    def _filled(self, question_id: str, fills: Mapping[str, str]) -> str:
        blocks = self.quiz.question(question_id).body.en.blocks
        (program,) = (token.content for token in blocks if token.type == "fence")
        for name, fill in fills.items():
            program = program.replace(f"___{name}___", fill)
        return program

    def code_is_sound(
        self,
        question_id: str,
        names: Callable[[], Mapping[str, object]],
        right: Callable[[Mapping[str, object]], bool],
    ) -> bool:
        """Whether all right fills do what is wanted and no known wrong one does."""
        return all(
            right(_run(program, names())) for program in self.right_programs(question_id)
        ) and not any(
            _survives(program, names(), right) for program in self.wrong_programs(question_id)
        )


def _fills(answer: object) -> Mapping[str, tuple[str, ...]]:
    assert isinstance(answer, Code)
    return answer.fills


def _typed(response: object) -> object:
    return repr(float(response)) if isinstance(response, (int, float)) else response


def _run(program: str, names: Mapping[str, object]) -> Mapping[str, object]:
    namespace = {"np": np, **names}
    exec(program, namespace)
    return namespace


def _survives(
    program: str,
    names: Mapping[str, object],
    right: Callable[[Mapping[str, object]], bool],
) -> bool:
    try:
        return right(_run(program, names))
    except (TypeError, ValueError, IndexError, RuntimeWarning):
        return False
