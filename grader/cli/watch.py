"""`grader watch`: a verdict for every save."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader.cli._options import course_option, language_option
from grader.cli._sandbox import sandbox_option, started_zygote
from grader.errors import UsageError
from grader.words import Language, sentence, translate

if TYPE_CHECKING:
    from grader.sandbox import Zygote
    from grader.watch.state import State


@click.command()
@click.argument("selectors", nargs=-1, metavar="[SELECTOR]...")
@click.option("--poll", is_flag=True, help="Look at the files instead of waiting for file events.")
@click.option("--no-labs", is_flag=True, help="Do not train with answers that pass.")
@sandbox_option
@language_option
@course_option
def command(
    selectors: tuple[str, ...],
    poll: bool,
    no_labs: bool,
    required_level: str,
    language: Language,
    course_folder: Path | None,
) -> None:
    """Check one exercise after the other, again at every save of its file.

    Keys: n next, p back, h hint, l list, c check again, x reset, q quit; arrow keys scroll.
    """
    from grader.watch.terminal import is_usable

    if not is_usable():
        raise UsageError(sentence("watch.no_terminal"))
    with _signals_obeyed(), started_zygote(required_level) as zygote:
        state = _watch(zygote, selectors, poll, no_labs, language, course_folder)
    passed = sum(map(state.passed, state.entries))
    said = sentence("watch.ended", passed=passed, total=len(state.entries))
    with suppress(OSError):  # the terminal itself may have come to an end
        click.echo(translate(said, language))


@contextmanager
def _signals_obeyed() -> Iterator[None]:
    """Once everything is taken down, end as whoever sent a signal expects: by that signal."""
    import os
    import signal

    from grader.watch.terminal import Terminated

    try:
        yield
    except Terminated as terminated:
        signal.signal(terminated.number, signal.SIG_DFL)
        os.kill(os.getpid(), terminated.number)


def _watch(
    zygote: Zygote,
    selectors: tuple[str, ...],
    poll: bool,
    no_labs: bool,
    language: Language,
    course_folder: Path | None,
) -> State:
    from contextlib import ExitStack, closing

    from grader.cli._learner import RelatedQuestions, open_notebook
    from grader.cli._paths import near
    from grader.cli._watching import Hands, entries_of, pen_maker
    from grader.course.catalog import find_course, load_course
    from grader.course.selectors import select
    from grader.course.submission import Submission
    from grader.grading import Bench, Settings
    from grader.watch.answers import Answers
    from grader.watch.checking import Checker
    from grader.watch.notices import Notices, folders_around
    from grader.watch.session import Session, Surroundings
    from grader.watch.state import State
    from grader.watch.terminal import Terminal

    course = load_course(find_course(course_folder, Path.cwd()))
    exercises = {exercise.id: exercise for exercise in select(course, selectors)}
    folder = near(course.root / "exercises")
    folders = folders_around(folder, exercises)
    submission = Submission(str(folder), folder, is_file=False)
    settings = Settings(language=language, labs="never" if no_labs else "auto")
    state = State(entries_of(course, exercises, language))
    with ExitStack() as stack:
        surroundings = Surroundings(
            notices=None if poll else stack.enter_context(Notices(folders)),
            terminal=stack.enter_context(Terminal()),
            exercises=exercises,
            answers=Answers(submission, list(exercises.values())),
            checker=Checker(Bench(zygote, settings), submission),
            hands=Hands(
                exercises, open_notebook(course), RelatedQuestions(course, language), language
            ),
            pen=pen_maker(language),
        )
        session = stack.enter_context(closing(Session(surroundings, state)))
        return session.run()
