"""`grader quiz grade`: what learners handed in, marked with the key."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader.cli._options import course_option, language_option
from grader.cli._sandbox import sandbox_option
from grader.cli.quiz._running import RunningMarker
from grader.errors import NOT_PASSED, PASSED, UsageError
from grader.words import Language, Sentence, sentence, translate

if TYPE_CHECKING:
    from grader.course.catalog import Course
    from grader.quiz.exchange import Answers
    from grader.quiz.grade import QuestionResult, QuizResult

SIGNS = {"right": "✓", "wrong": "✗", "unreadable": "–", "open": "●"}
INDENT = 17


@click.command()
@click.argument("response", type=click.Path(path_type=Path))
@click.option(
    "--format",
    "format_name",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="What goes to standard output.",
)
@sandbox_option
@language_option
@course_option
@click.pass_context
def command(
    ctx: click.Context,
    response: Path,
    format_name: str,
    required_level: str,
    language: Language,
    course_folder: Path | None,
) -> None:
    """Mark the answers in a RESPONSE file, saved from a page.

    \b
    0  passed
    1  not passed
    2  the file cannot be marked: unreadable, or answers to another version of the test
    """
    from grader.cli._terminal import print_whole, terminal_style
    from grader.course.catalog import find_course, load_course
    from grader.quiz.exchange import as_json, read_answers, result_document

    width = terminal_style().width
    course = load_course(find_course(course_folder, Path.cwd()))
    documents = read_answers(_content(response), str(response))
    with RunningMarker(course, language, required_level) as marker:
        marked = list(_mark(course, documents, marker))
    if format_name == "json":
        made = [result_document(result, language, given.student) for result, given in marked]
        print_whole(as_json(made[0] if len(made) == 1 else made))
    else:
        blocks = ("\n".join(_lines(result, given, width, language)) for result, given in marked)
        print_whole("\n\n".join(blocks) + "\n")
    ctx.exit(PASSED if all(result.passed for result, _ in marked) else NOT_PASSED)


def _content(file: Path) -> bytes:
    from grader.quiz.exchange import MAX_BYTES

    try:
        with file.open("rb") as opened:
            return opened.read(MAX_BYTES + 1)
    except OSError as error:
        values = {"file": file, "error": error.strerror}
        raise UsageError(sentence("quiz_selecting.unreadable", **values)) from error


def _mark(
    course: Course, documents: Sequence[Answers], marker: RunningMarker
) -> Iterator[tuple[QuizResult, Answers]]:
    from grader.quiz.exchange import mark_answers
    from grader.quiz.load import load_quiz
    from grader.quiz.selecting import match_answers, select_quizzes

    for files, answers in match_answers(documents, select_quizzes(course.root, ())):
        quiz = load_quiz(files)
        yield mark_answers(quiz, answers, marker), answers


def _lines(result: QuizResult, answers: Answers, width: int, language: Language) -> Iterator[str]:
    from grader.layout import printable

    quiz = result.quiz
    student = f"  {answers.student}" if answers.student else ""
    yield printable(f"{quiz.id}  {quiz.title.in_language(language)}{student}")
    for one in result.results:
        yield from _question_lines(one, width, language)
    needed = round(quiz.pass_share * quiz.points, 2)
    values = {"score": f"{result.score:g}", "points": f"{quiz.points:g}", "needed": f"{needed:g}"}
    outcome = "quiz_page.graded_passed" if result.passed else "quiz_page.graded_not_passed"
    score = translate(sentence("quiz_page.graded_score", **values), language)
    yield f"{score}: {translate(sentence(outcome), language)}"
    by_hand = [one for one in result.results if one.graded.outcome == "open"]
    if by_hand:
        yield _by_hand(by_hand, language)


def _question_lines(one: QuestionResult, width: int, language: Language) -> Iterator[str]:
    from grader.layout import printable, wrap
    from grader.quiz.parse.markdown import plain

    question, graded = one.question, one.graded
    title = plain(question.title.in_language(language).blocks)
    points = f"{one.score:.3g}/{question.points:g}"
    yield printable(f"{question.number:3}  {SIGNS[graded.outcome]}  {points:>7}  {title}")
    if graded.outcome == "right":
        return
    for said in _beside(one, language):
        for line in wrap(printable(translate(said, language)), width - INDENT):
            yield " " * INDENT + line


def _beside(one: QuestionResult, language: Language) -> Iterator[Sentence]:
    from grader.quiz.spoken import spoken_key, spoken_response

    question, graded = one.question, one.graded
    if one.response is None:
        yield sentence("quiz_page.graded_missing")
        return
    given = spoken_response(question, one.response, language)
    yield sentence("quiz_page.graded_given", response=given)
    if graded.message is not None and graded.outcome != "open":
        yield graded.message
    key = spoken_key(question, language)
    if key:
        yield sentence("quiz_page.graded_key", key=key)


def _by_hand(results: Sequence[QuestionResult], language: Language) -> str:
    numbers = ", ".join(str(one.question.number) for one in results)
    example = '{"text": "…", "met": [0, 2]}'
    said = sentence("quiz_page.graded_by_hand", numbers=numbers, example=example)
    return translate(said, language)
