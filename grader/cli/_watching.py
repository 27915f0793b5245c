"""What `grader watch` takes from the rest of the command line."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from grader.words import Language, sentence

if TYPE_CHECKING:
    from collections.abc import Mapping

    from grader.cli._learner import RelatedQuestions
    from grader.course.catalog import Course
    from grader.course.exercise import Exercise
    from grader.model import Result
    from grader.progress import Notebook
    from grader.report import RelatedQuestion
    from grader.report.drawing.result import ResultPen
    from grader.watch.events import Event
    from grader.watch.state import Entry


class Hands:
    """Takes hints from the learner's notebook, finds questions, and empties exercises."""

    def __init__(
        self,
        exercises: Mapping[str, Exercise],
        notebook: Notebook,
        questions: RelatedQuestions,
        language: Language,
    ) -> None:
        self._exercises = exercises
        self._notebook = notebook
        self._questions = questions
        self._language = language
        self._remarks_told = 0

    def hints_taken(self, exercise_id: str) -> int:
        """Count the hints of an exercise that were taken, ever."""
        from grader.progress import hints_taken

        return hints_taken(self._notebook, exercise_id)

    def take_hint(self, exercise_id: str) -> list[Event]:
        """Take the next hint."""
        import textwrap

        from grader.course.task import read_task
        from grader.progress import take_hint
        from grader.watch.events import Hint, Hinted, Noted

        hints = read_task(self._exercises[exercise_id], self._language).hints
        all_taken = self.hints_taken(exercise_id) >= len(hints)
        number = take_hint(self._notebook, exercise_id, len(hints))
        first, newline, rest = hints[number - 1].partition("\n")
        text = f"{first}{newline}{textwrap.dedent(rest)}"
        events: list[Event] = [Hinted(Hint(number, len(hints), text))]
        if all_taken:
            events.append(Noted(sentence("watch.last_hint")))
        remarks = self._notebook.remarks[self._remarks_told :]
        self._remarks_told += len(remarks)
        return events + [Noted(remark) for remark in remarks]

    def related_question(self, result: Result) -> RelatedQuestion | None:
        """Find the question of a confirmation test to look at after this result, if any."""
        return self._questions.find(result)

    def ask_to_empty(self, exercise_id: str) -> Event:
        """Ask whether an answer may go, or say that there is nothing to lose."""
        from grader.cli._emptying import is_empty
        from grader.cli._paths import near
        from grader.errors import GraderError
        from grader.watch.events import Asked, Noted

        exercise = self._exercises[exercise_id]
        file = near(exercise.student_path)
        try:
            if is_empty(exercise):
                return Noted(sentence("cli.reset_nothing", file=file))
        except GraderError as error:
            return Noted(error.sentence)
        except OSError as error:
            return Noted(sentence("submission.file_unreadable", file=file, error=error.strerror))
        if not exercise.student_path.exists():
            return self.empty(exercise_id)
        return Asked(sentence("cli.reset_ask", file=file))

    def empty(self, exercise_id: str) -> Event:
        """Put the empty exercise in the place of an answer, which is kept beside it."""
        from grader.cli._emptying import put_empty_exercise
        from grader.cli._paths import near
        from grader.errors import GraderError
        from grader.watch.events import Noted

        exercise = self._exercises[exercise_id]
        try:
            backup = put_empty_exercise(exercise)
        except GraderError as error:
            return Noted(error.sentence)
        if backup is not None:
            return Noted(sentence("cli.reset_kept", file=near(backup)), of_save=True)
        said = sentence("cli.reset_done", file=near(exercise.student_path))
        return Noted(said, of_save=True)


def entries_of(
    course: Course, exercises: Mapping[str, Exercise], language: Language
) -> tuple[Entry, ...]:
    """What is to be said of the exercises that are watched."""
    from grader.cli._paths import near
    from grader.course.task import read_task
    from grader.watch.state import Entry

    titles = {section.id: section.title.in_language(language) for section in course.sections}

    def entry(exercise: Exercise) -> Entry:
        task = read_task(exercise, language)
        # The first section says what to do.
        what = task.text.split("\n## ")[0].partition("\n")[2].strip()
        file = str(near(exercise.student_path))
        return Entry(exercise.id, task.title, file, titles[exercise.section], what)

    return tuple(map(entry, exercises.values()))


def pen_maker(language: Language) -> Callable[[int], ResultPen]:
    """Make pens for as many columns as there are at the time."""
    from dataclasses import replace

    from grader.cli._terminal import WIDTH, terminal_style
    from grader.report.drawing.result import ResultPen

    found = terminal_style()

    def pen(columns: int) -> ResultPen:
        width = max(40, min(WIDTH, columns))
        return ResultPen(language, replace(found, width=width, cuts=True))

    return pen
