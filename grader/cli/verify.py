"""`grader verify`: the author's check, which instructor CI runs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader.cli._options import course_option, language_option
from grader.errors import NOT_PASSED, PASSED
from grader.words import Language, Sentence, sentence, translate

if TYPE_CHECKING:
    from grader.authoring.verify import Proof
    from grader.course.catalog import Course
    from grader.course.exercise import Exercise


@click.command()
@click.argument("selectors", nargs=-1, metavar="[SELECTOR]...")
@click.option("--write", is_flag=True, help="First generate exercises/ from the solutions.")
@click.option(
    "--seed", type=click.IntRange(0), default=0, show_default=True, help="Draws the random cases."
)
@language_option
@course_option
@click.pass_context
def command(
    ctx: click.Context,
    selectors: tuple[str, ...],
    write: bool,
    seed: int,
    language: Language,
    course_folder: Path | None,
) -> None:
    """Let the course prove itself.

    Solutions pass, untouched exercises are to do, known mistakes are rejected and told apart,
    exercises/ is what the solutions generate, tasks are complete in both languages, confirmation
    tests have nothing for `grader quiz check` to find.
    """
    from grader.course.catalog import find_course, load_course
    from grader.course.selectors import select

    course = load_course(find_course(course_folder, Path.cwd()))
    exercises = select(course, selectors)
    if write:
        _write_exercises(exercises, language)
    proofs = _prove(course, exercises, seed, language)
    others = 0 if selectors else _strays(course, language) + _quizzes(course, language)
    count = others + sum(len(proof.problems) for proof in proofs)
    summary = (
        sentence("verify.summary_problems", count=count)
        if count
        else sentence("verify.summary_sound", count=len(proofs))
    )
    click.echo(translate(summary, language))
    ctx.exit(NOT_PASSED if count else PASSED)


def _prove(
    course: Course, exercises: Sequence[Exercise], seed: int, language: Language
) -> list[Proof]:
    from grader.sandbox import Zygote

    with Zygote.start() as zygote:
        from grader.authoring.verify import verify_exercise
        from grader.cli._terminal import TerminalProgress
        from grader.grading import Bench, Settings

        known_ids = [exercise.id for exercise in course.exercises]
        proofs = []
        with TerminalProgress() as progress:
            bench = Bench(zygote, Settings(seed=seed, language=language), progress)
            for exercise in exercises:
                proofs.append(verify_exercise(bench, exercise, known_ids))
                _show(proofs[-1], language)
        return proofs


def _show(proof: Proof, language: Language) -> None:
    if not proof.problems:
        said = sentence(
            "verify.sound", cases=proof.cases, blanks=proof.blanks, mistakes=proof.mistakes
        )
        click.echo(
            f"{click.style('ok', fg='green')}  {proof.exercise.id}: {translate(said, language)}"
        )
        return
    click.echo(f"{click.style('!!', fg='red')}  {proof.exercise.id}")
    _list(proof.problems, language)


def _strays(course: Course, language: Language) -> int:
    from grader.authoring.verify import find_strays

    strays = list(find_strays(course))
    _list(strays, language)
    return len(strays)


def _quizzes(course: Course, language: Language) -> int:
    from grader.cli.quiz.check import prove, summary_of
    from grader.quiz.load import find_quizzes

    proofs = prove(course, find_quizzes(course.root))
    findings = [finding.sentence for proof in proofs for finding in proof.findings]
    _list(findings, language)
    if proofs:
        click.echo(translate(summary_of(proofs), language))
    return len(findings)


def _list(problems: Sequence[Sentence], language: Language) -> None:
    from grader.layout import wrap

    for problem in problems:
        for number, line in enumerate(wrap(translate(problem, language), 74)):
            click.echo(f"    {'- ' if number == 0 else '  '}{line}")


def _write_exercises(exercises: Sequence[Exercise], language: Language) -> None:
    from grader.cli._files import write_file
    from grader.cli._paths import near
    from grader.course.student import filling_of, students_answer, template_of

    for exercise in exercises:
        path, template = exercise.student_path, template_of(exercise)
        answer = students_answer(exercise)
        if answer is not None and answer.source == template:
            continue
        if answer is not None and (answer.problem or filling_of(exercise, answer).filled):
            click.echo(translate(sentence("verify.kept_work", file=near(path)), language))
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        write_file(path, template)
        click.echo(translate(sentence("verify.written", file=near(path)), language))
