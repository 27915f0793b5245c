"""`grader quiz stats`: what the results of a class say about the questions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader.cli._options import course_option, language_option
from grader.errors import PASSED, USAGE, UsageError
from grader.words import Language, sentence, translate

if TYPE_CHECKING:
    from grader.quiz.results.statistics import MarkedQuiz, QuestionStatistics, QuizStatistics

LEAST_TITLE = 12
SHORT_DIGEST = 8
HEADS = (
    "quiz_stats.question",
    "quiz_stats.answers",
    "quiz_stats.difficulty",
    "quiz_stats.discrimination",
    "quiz_stats.wrong",
)


@click.command()
@click.argument(
    "files", nargs=-1, required=True, metavar="RESULTS...", type=click.Path(path_type=Path)
)
@click.option(
    "--format",
    "format_name",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="What goes to standard output.",
)
@click.option(
    "--svg", "figure", type=click.Path(path_type=Path), metavar="FILE", help="Draw a figure."
)
@language_option
@course_option
@click.pass_context
def command(
    ctx: click.Context,
    files: tuple[Path, ...],
    format_name: str,
    figure: Path | None,
    language: Language,
    course_folder: Path | None,
) -> None:
    """Say how difficult each question was, how well it tells learners apart, and what went wrong.

    RESULTS are JSON files as “grader quiz grade --format json” and “grader quiz take --answers”
    write them. A question that was left out, or could not be read, does not count as an answer.
    In the folder of the course, wrong options are shown with their texts.

    \b
    0  at least one file could be read
    2  none could
    """
    from grader.cli._files import require_folder, write_file
    from grader.cli._terminal import print_whole, terminal_style
    from grader.layout import printable
    from grader.quiz.results.exchange import as_json
    from grader.quiz.results.figure import draw_svg
    from grader.quiz.results.statistics import analyse, statistics_document

    style = terminal_style()
    if figure is not None:
        require_folder(figure)
    results, refused = _read(files, language)
    for said in refused.values():
        click.echo(translate(sentence("cli.error", said=printable(said)), language), err=True)
    if not results:
        ctx.exit(USAGE)
    made = list(_with_texts(analyse(results, language), course_folder, language))
    if format_name == "json":
        print_whole(as_json(statistics_document(made, refused)))
    else:
        print_whole("\n".join(_lines(made, style.width, language)) + "\n")
    if figure is not None:
        write_file(figure, draw_svg(made, language))
    ctx.exit(PASSED)


def _read(files: Sequence[Path], language: Language) -> tuple[list[MarkedQuiz], dict[str, str]]:
    """Read files, each once; and say what is wrong with those that hold no results."""
    from grader.quiz.results.statistics import read_results

    results: list[MarkedQuiz] = []
    refused: dict[str, str] = {}
    for file in {file.absolute(): file for file in files}.values():
        try:
            results += read_results(_content(file), str(file))
        except UsageError as error:
            refused[str(file)] = translate(error.sentence, language)
    return results, refused


def _with_texts(
    made: Sequence[QuizStatistics], course_folder: Path | None, language: Language
) -> Iterator[QuizStatistics]:
    """Say what options are, where the quiz is at hand; results alone are enough for the rest."""
    from grader.course.catalog import find_course
    from grader.quiz.load import find_quizzes, read_quiz
    from grader.quiz.results.option_texts import with_texts

    try:
        found = find_quizzes(find_course(course_folder, Path.cwd()))
    except UsageError:
        if course_folder is not None:
            raise
        found = ()
    files = {one.id: one for one in found}
    for one in made:
        quiz = read_quiz(files[one.quiz]).quiz if one.quiz in files else None
        yield one if quiz is None else with_texts(one, quiz, language)


def _content(file: Path) -> bytes:
    from grader.quiz.results.statistics import MAX_BYTES

    try:
        with file.open("rb") as opened:
            return opened.read(MAX_BYTES + 1)
    except OSError as error:
        values = {"file": file, "error": error.strerror}
        raise UsageError(sentence("quiz_selecting.unreadable", **values)) from error


def _lines(made: Sequence[QuizStatistics], width: int, language: Language) -> Iterator[str]:
    from grader.layout import wrap

    names = [quiz.quiz for quiz in made]
    for quiz in made:
        yield from _quiz_lines(quiz, names.count(quiz.quiz) > 1, width, language)
        yield ""
    yield from wrap(translate(sentence("quiz_stats.legend"), language), width)


def _quiz_lines(
    quiz: QuizStatistics, has_versions: bool, width: int, language: Language
) -> Iterator[str]:
    from grader.layout import wrap
    from grader.quiz.results.figure import in_one_line

    name = quiz.quiz
    if has_versions:
        said = sentence("quiz_stats.version", quiz=name, digest=quiz.digest[:SHORT_DIGEST])
        name = translate(said, language)
    count = translate(sentence("quiz_stats.results", count=quiz.results), language)
    yield from wrap(f"{in_one_line(name)}  {in_one_line(quiz.title)}  {count}", width)
    head = [translate(sentence(name), language) for name in HEADS]
    yield from _table([["", *head], *map(_cells, quiz.questions)], width)


def _cells(question: QuestionStatistics) -> list[str]:
    from grader.quiz.results.figure import in_one_line, number_of, share_of, wrong_of

    return [
        str(question.number),
        in_one_line(question.title),
        str(question.answers),
        share_of(question.difficulty),
        number_of(question.discrimination),
        wrong_of(question.wrong),
    ]


def _table(rows: Sequence[list[str]], width: int) -> Iterator[str]:
    """Align rows; titles and wrong answers share what room the numbers leave."""
    from grader.layout import cut, display_width, pad

    widths = [max(map(display_width, column)) for column in zip(*rows, strict=True)]
    room = width - 2 * (len(widths) - 1) - widths[0] - sum(widths[2:5])
    title = min(widths[1], max(LEAST_TITLE, room - widths[5], room // 2))
    for number, name, *figures, wrong in rows:
        cells = [_right(number, widths[0]), pad(cut(name, title), title)]
        cells += [_right(text, columns) for text, columns in zip(figures, widths[2:5], strict=True)]
        yield "  ".join([*cells, cut(wrong, max(LEAST_TITLE, room - title))]).rstrip()


def _right(text: str, width: int) -> str:
    from grader.layout import display_width

    return " " * (width - display_width(text)) + text
