"""`grader quiz render`: confirmation tests as web pages."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader.cli._options import course_option, language_option
from grader.errors import UsageError
from grader.words import Language, sentence, translate

if TYPE_CHECKING:
    from grader.course.catalog import Course
    from grader.quiz.model import Quiz

PAGE = ".html"
INDEX = "index.html"


@click.command()
@click.argument("selectors", nargs=-1, metavar="[SELECTOR]...")
@click.option(
    "-o",
    "--output",
    "target",
    type=click.Path(path_type=Path),
    required=True,
    metavar="DIR|FILE",
    help="A folder for pages and their index, or an .html file for a single test.",
)
@click.option("--exam", is_flag=True, help="Leave out everything that tells about the answers.")
@click.option("--student", metavar="ID", help="Whose exam page it is; draws the order of options.")
@language_option
@course_option
def command(
    selectors: tuple[str, ...],
    target: Path,
    exam: bool,
    student: str | None,
    language: Language,
    course_folder: Path | None,
) -> None:
    """Write confirmation tests as pages, each a file that needs nothing else.

    A page holds both languages, marks answers and explains them, works without a network, and can
    be printed. With --exam it holds no answers: learners save theirs as a file, which
    `grader quiz grade` marks.
    """
    from grader.cli._paths import near
    from grader.cli.quiz._loading import load_shown
    from grader.course.catalog import find_course, load_course
    from grader.layout import printable

    if student is not None and not exam:
        raise UsageError(sentence("quiz_page.student_without_exam"))
    course = load_course(find_course(course_folder, Path.cwd()))
    quizzes = load_shown(course.root, selectors)
    if exam:
        pages = _exam_pages(quizzes, target, language, student)
    else:
        pages = _practice_pages(course, quizzes, target, language)
    _write_all(pages)
    for path in pages:
        click.echo(printable(translate(sentence("quiz_page.written", file=near(path)), language)))


def _exam_pages(
    quizzes: Sequence[Quiz], target: Path, language: Language, student: str | None
) -> dict[Path, str]:
    from grader.quiz.page.write import write_exam

    paths = _paths(quizzes, target)
    return {paths[quiz.id]: write_exam(quiz, language, student) for quiz in quizzes}


def _practice_pages(
    course: Course, quizzes: Sequence[Quiz], target: Path, language: Language
) -> dict[Path, str]:
    from grader.quiz.page.write import write_practice

    paths = _paths(quizzes, target)
    if _is_file(target):
        return {paths[quiz.id]: write_practice(quiz, language) for quiz in quizzes}
    pages = {target / INDEX: _index(course, quizzes, language)}
    for quiz in quizzes:
        above = "../" * quiz.id.count("/")
        pages[paths[quiz.id]] = write_practice(quiz, language, index=above + INDEX)
    return pages


def _index(course: Course, quizzes: Sequence[Quiz], language: Language) -> str:
    from grader.quiz.page.write import Group, Listed, write_index

    order = [section.id for section in course.sections]
    in_order = sorted(quizzes, key=lambda quiz: order.index(quiz.id) if quiz.id in order else 0)
    titles = {day.id: day.title for day in course.days}
    grouped: dict[str, list[Listed]] = {}
    for quiz in in_order:
        listed = Listed(quiz, quiz.id + PAGE)
        grouped.setdefault(quiz.id.split("/")[0], []).append(listed)
    groups = [Group(titles.get(day, course.title), found) for day, found in grouped.items()]
    return write_index(course.title, groups, language)


def _is_file(target: Path) -> bool:
    return target.suffix == PAGE and not target.is_dir()


def _paths(quizzes: Sequence[Quiz], target: Path) -> dict[str, Path]:
    """Where the page of each quiz goes."""
    if not _is_file(target):
        return {quiz.id: target / f"{quiz.id}{PAGE}" for quiz in quizzes}
    if len(quizzes) > 1:
        raise UsageError(sentence("quiz_page.one_file", file=target, count=len(quizzes)))
    return {quiz.id: target for quiz in quizzes}


def _write_all(pages: dict[Path, str]) -> None:
    from grader.cli._files import write_file

    for path, text in pages.items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            said = sentence("quiz_page.folder_unusable", folder=path.parent, error=error.strerror)
            raise UsageError(said) from error
        write_file(path, text)
