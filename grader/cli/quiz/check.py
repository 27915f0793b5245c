"""`grader quiz check`: the author's check of confirmation tests."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader.cli._options import course_option, language_option
from grader.errors import NOT_PASSED, PASSED
from grader.words import Language, Sentence, sentence, translate

if TYPE_CHECKING:
    from grader.authoring.quizzes import QuizProof
    from grader.course.catalog import Course
    from grader.quiz.load import QuizFiles


@click.command()
@click.argument("selectors", nargs=-1, metavar="[SELECTOR]...")
@language_option
@course_option
@click.pass_context
def command(
    ctx: click.Context,
    selectors: tuple[str, ...],
    language: Language,
    course_folder: Path | None,
) -> None:
    """Say everything that is wrong with confirmation tests, as `file:line: what`.

    \b
    0  nothing
    1  something
    """
    from grader.course.catalog import find_course, load_course
    from grader.layout import printable
    from grader.quiz.selecting import select_quizzes

    course = load_course(find_course(course_folder, Path.cwd()))
    proofs = prove(course, select_quizzes(course.root, selectors))
    for proof in proofs:
        for finding in proof.findings:
            click.echo(printable(translate(finding.sentence, language)))
    click.echo(translate(summary_of(proofs), language))
    ctx.exit(NOT_PASSED if any(proof.findings for proof in proofs) else PASSED)


def prove(course: Course, quizzes: Sequence[QuizFiles]) -> tuple[QuizProof, ...]:
    """Check quizzes, with their files named as a user would type them."""
    from grader.authoring.quizzes import check_quizzes
    from grader.cli._paths import near

    named = (files._replace(en=near(files.en), ja=near(files.ja)) for files in quizzes)
    return check_quizzes(course, tuple(named))


def summary_of(proofs: Sequence[QuizProof]) -> Sentence:
    """Sum up how many questions there are in each language, and what was found."""
    values = {
        "quizzes": len(proofs),
        "en": sum(proof.questions["en"] for proof in proofs),
        "ja": sum(proof.questions["ja"] for proof in proofs),
    }
    count = sum(len(proof.findings) for proof in proofs)
    if count:
        return sentence("verify.quizzes_problems", count=count, **values)
    return sentence("verify.quizzes_sound", **values)
