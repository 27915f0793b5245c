"""`grader quiz take`: the questions in a terminal, or answers from a file."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader.cli._options import course_option, language_option
from grader.cli._sandbox import sandbox_option
from grader.cli.quiz._running import RunningMarker
from grader.errors import UsageError
from grader.words import Language, sentence

if TYPE_CHECKING:
    from grader.course.catalog import Course
    from grader.quiz.terminal.choosing import Wanted


@click.command()
@click.argument("selectors", nargs=-1, metavar="[SELECTOR]...")
@click.option("--wrong", is_flag=True, help="Ask only what you last answered wrongly.")
@click.option("--due", is_flag=True, help="Ask only what is due for review, by spaced repetition.")
@click.option("--tag", "tags", multiple=True, metavar="TAG", help="Ask only questions on a topic.")
@click.option("--n", "at_most", type=click.IntRange(1), help="Ask this many questions at most.")
@click.option("--restart", is_flag=True, help="Begin anew instead of going on where you stopped.")
@click.option(
    "--answers",
    "answers_file",
    type=click.Path(path_type=Path, allow_dash=True),
    metavar="FILE",
    help="Ask nothing: grade the answers in this JSON file (- for standard input).",
)
@sandbox_option
@language_option
@course_option
@click.pass_context
def command(
    ctx: click.Context,
    selectors: tuple[str, ...],
    wrong: bool,
    due: bool,
    tags: tuple[str, ...],
    at_most: int | None,
    restart: bool,
    answers_file: Path | None,
    required_level: str,
    language: Language,
    course_folder: Path | None,
) -> None:
    """Take confirmation tests.

    A SELECTOR names tests, as day2/section3 does, or one question, as day2/section3#4 and
    day2/section3#l1-gradient do; the name of an exercise stands for the questions about it.

    In a terminal the questions are asked one by one. You can stop at any time; the same command
    goes on where you stopped. What you have answered comes back with --due after 1, 3, 7, 14 and 30
    days, ever later as long as you know it.

    Elsewhere, answers are read as JSON from standard input or --answers, and marks are written as
    JSON. The exit code then says whether all tests are passed (0) or not (1).
    """
    from grader.course.catalog import find_course, load_course
    from grader.quiz.terminal.choosing import Wanted

    wanted = Wanted(wrong, due, tags, at_most)
    course = load_course(find_course(course_folder, Path.cwd()))
    with RunningMarker(course, language, required_level) as marker:
        if answers_file is not None or not sys.stdin.isatty():
            _only_whole_tests(selectors, wanted, restart)
            ctx.exit(_grade(course, selectors, answers_file, marker, language))
        if not sys.stdout.isatty():
            raise UsageError(sentence("quiz_terminal.needs_terminal"))
        _ask(course, selectors, wanted, restart, marker, language)


def _only_whole_tests(selectors: Sequence[str], wanted: Wanted, restart: bool) -> None:
    given: dict[str, object] = {
        **{selector: "#" in selector for selector in selectors},
        "--wrong": wanted.wrong,
        "--due": wanted.due,
        "--tag": wanted.tags,
        "--n": wanted.at_most,
        "--restart": restart,
    }
    for option, value in given.items():
        if value:
            raise UsageError(sentence("quiz_terminal.only_in_terminal", option=option))


def _grade(
    course: Course,
    selectors: Sequence[str],
    answers_file: Path | None,
    marker: RunningMarker,
    language: Language,
) -> int:
    from grader.cli._terminal import print_whole, terminal_style
    from grader.errors import NOT_PASSED, PASSED
    from grader.quiz.load import load_quiz
    from grader.quiz.results.exchange import as_json, mark_answers, read_answers, result_document
    from grader.quiz.selecting import match_answers, select_quizzes

    terminal_style()
    content, file = _content(answers_file)
    chosen = select_quizzes(course.root, selectors)
    pairs = match_answers(read_answers(content, file), chosen)
    results = [mark_answers(load_quiz(files), answers, marker) for files, answers in pairs]
    documents = [
        result_document(result, language, answers.student)
        for result, (_files, answers) in zip(results, pairs, strict=True)
    ]
    print_whole(as_json(documents[0] if len(documents) == 1 else documents))
    return PASSED if all(result.passed for result in results) else NOT_PASSED


def _content(answers_file: Path | None) -> tuple[bytes, str]:
    from grader.quiz.results.exchange import MAX_BYTES

    if answers_file is None or str(answers_file) == "-":
        return sys.stdin.buffer.read(MAX_BYTES + 1), "stdin"
    try:
        with answers_file.open("rb") as file:
            return file.read(MAX_BYTES + 1), str(answers_file)
    except OSError as error:
        values = {"file": answers_file, "error": error.strerror}
        raise UsageError(sentence("quiz_selecting.unreadable", **values)) from error


def _ask(
    course: Course,
    selectors: Sequence[str],
    wanted: Wanted,
    restart: bool,
    marker: RunningMarker,
    language: Language,
) -> None:
    from datetime import date

    from grader.progress import Notebook, notebook_path
    from grader.quiz.selecting import select_questions
    from grader.quiz.terminal.console import Console
    from grader.quiz.terminal.offering import Offer

    chosen = select_questions(course.root, selectors)
    notebook = Notebook(notebook_path(course.root))
    offer = Offer(Console(), language, notebook, date.today())
    try:
        if not selectors and wanted.everything:
            days = {day.id: day.title for day in course.days}
            chosen = offer.one_of(
                chosen.quizzes, days, lambda typed: select_questions(course.root, [typed])
            )
        wanted = wanted._replace(questions=chosen.questions)
        offer.take(chosen.quizzes, wanted, marker, restart=restart)
    finally:
        offer.say_remarks()
