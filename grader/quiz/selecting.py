"""Selectors: the short names by which a command line picks quizzes and questions."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import NamedTuple

from grader.errors import CourseError, UsageError
from grader.quiz.load import FOLDER, QuizFiles, find_quizzes, load_quiz
from grader.quiz.model import Question, Quiz
from grader.quiz.results.exchange import LONGEST_NAME, Answers
from grader.quiz.spoken import one_line
from grader.words import sentence


def select_quizzes(root: Path, selectors: Iterable[str]) -> tuple[QuizFiles, ...]:
    """Pick the quizzes that any selector names, in the order of their ids; all without a selector.

    A selector is any run of parts of an id, such as `day2`, `section3`, `day2/section3_overfitting`
    or `overfitting`: a part matches whole, or up to or from its first `_`. A path such as
    `quizzes/day2/section3_overfitting.ja.md` names its quiz too.

    Args:
        root: the folder of the course.
        selectors: as they were typed.

    Raises:
        UsageError: a selector names nothing.
        CourseError: there are no quizzes at all.
    """
    quizzes = find_quizzes(root)
    if not quizzes:
        raise CourseError(sentence("quiz_selecting.none", folder=root / FOLDER))
    named = list(selectors)
    picked = {files.id for selector in named for files in _matches(quizzes, selector)}
    return tuple(files for files in quizzes if not named or files.id in picked)


class Selection(NamedTuple):
    """Quizzes, and the questions that are meant of them: keys as in `Item.key`; all if empty."""

    quizzes: tuple[Quiz, ...]
    questions: tuple[str, ...] = ()


def select_questions(root: Path, selectors: Sequence[str]) -> Selection:
    """Read the quizzes that any selector names, or has a question of; all without a selector.

    Behind a `#`, a selector of quizzes names one question of each by its id or its number:
    `day2/section3#l1-gradient`, `day2/section3#4`. The name of an exercise stands for the questions
    that point to it.

    Args:
        root: the folder of the course.
        selectors: as they were typed.

    Raises:
        UsageError: a selector names nothing.
        CourseError: there are no quizzes at all, or one of them is not sound.
    """
    load = cache(load_quiz)
    whole: list[Quiz] = []
    keys: list[str] = []
    for selector in selectors:
        name, sign, question = selector.replace("＃", "#").partition("#")
        if sign:
            found = [load(files) for files in select_quizzes(root, [name] if name else [])]
            keys += _question_keys(found, selector, unicodedata.normalize("NFKC", question))
            continue
        try:
            whole += [load(files) for files in select_quizzes(root, [name])]
        except UsageError:
            about = _keys_about(name, [load(files) for files in select_quizzes(root, [])])
            if not about:
                raise
            keys += about
    if keys:
        keys += [_key(quiz, question) for quiz in whole for question in quiz.questions]
    named = {key.partition("#")[0] for key in keys} | {quiz.id for quiz in whole}
    chosen = [files for files in select_quizzes(root, []) if not selectors or files.id in named]
    return Selection(tuple(map(load, chosen)), tuple(dict.fromkeys(sorted(keys))))


def _question_keys(quizzes: Sequence[Quiz], selector: str, typed: str) -> list[str]:
    typed = typed.strip().lower()
    is_bare_number = typed.isdecimal() and selector.startswith(("#", "＃"))
    if not typed or is_bare_number:
        raise UsageError(sentence("quiz_selecting.question_unclear", selector=selector))
    keys = [
        _key(quiz, question)
        for quiz in quizzes
        for number, question in enumerate(quiz.questions, start=1)
        if typed in (question.id, str(number))
    ]
    if keys:
        return keys
    if typed.isdecimal():
        longest = max(quizzes, key=lambda quiz: len(quiz.questions))
        values = {"quiz": longest.id, "count": len(longest.questions)}
        raise UsageError(sentence("quiz_selecting.no_question_number", selector=selector, **values))
    by_id = {question.id: _key(quiz, question) for quiz in quizzes for question in quiz.questions}
    near = get_close_matches(typed, by_id, n=3, cutoff=0.0)
    names = ", ".join(by_id[one] for one in near)
    raise UsageError(sentence("quiz_selecting.no_question", selector=selector, names=names))


def _keys_about(name: str, quizzes: Sequence[Quiz]) -> list[str]:
    """The questions that point to an exercise, by its id or the last part of it."""
    return [
        _key(quiz, question)
        for quiz in quizzes
        for question in quiz.questions
        if question.exercise and name in (question.exercise, question.exercise.rpartition("/")[2])
    ]


def _key(quiz: Quiz, question: Question) -> str:
    return f"{quiz.id}#{question.id}"


def match_answers(
    documents: Sequence[Answers], chosen: Sequence[QuizFiles]
) -> list[tuple[QuizFiles, Answers]]:
    """Find the quiz that each document answers; one that does not say so answers the only one.

    Args:
        documents: each to a quiz of its own.
        chosen: the quizzes that may be answered.

    Raises:
        UsageError: a document answers none of them, or one that another answers already.
    """
    pairs: dict[str, tuple[QuizFiles, Answers]] = {}
    for answers in documents:
        files = match_one(answers, chosen)
        if files.id in pairs:
            values = {"file": answers.file, "quiz": files.id}
            raise UsageError(sentence("quiz_selecting.quiz_twice", **values))
        pairs[files.id] = (files, answers)
    return list(pairs.values())


def match_one(answers: Answers, chosen: Sequence[QuizFiles]) -> QuizFiles:
    """Find the quiz that a document answers.

    Raises:
        UsageError: it answers none of them, or does not say which.
    """
    if answers.quiz is None and len(chosen) == 1:
        return chosen[0]
    if answers.quiz is None:
        raise UsageError(sentence("quiz_selecting.which_quiz", file=answers.file))
    for files in chosen:
        if files.id == answers.quiz:
            return files
    shown = one_line(answers.quiz, LONGEST_NAME)
    raise UsageError(sentence("quiz_selecting.not_asked", file=answers.file, quiz=shown))


def _matches(quizzes: Sequence[QuizFiles], selector: str) -> list[QuizFiles]:
    parts = _parts(selector)
    found = [files for files in quizzes if _names(parts, files.id.split("/"))]
    if not found:
        names = ", ".join(files.id for files in quizzes)
        said = sentence("quiz_selecting.nothing_matches", selector=selector, names=names)
        raise UsageError(said)
    return found


def _parts(selector: str) -> list[str]:
    parts = selector.removesuffix(".md").removesuffix(".ja").strip("/").split("/")
    return parts[parts.index(FOLDER) + 1 :] if FOLDER in parts else parts


def _names(parts: Sequence[str], id_parts: Sequence[str]) -> bool:
    return any(
        all(map(_part_matches, parts, id_parts[start : start + len(parts)]))
        for start in range(len(id_parts) - len(parts) + 1)
    )


def _part_matches(part: str, id_part: str) -> bool:
    before, _, behind = id_part.partition("_")
    return part in (id_part, before, behind) and bool(part)
