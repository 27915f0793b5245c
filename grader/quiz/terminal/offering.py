"""From what a learner asked for to a session of questions."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from grader.errors import UsageError
from grader.progress import Notebook
from grader.quiz.model import Quiz
from grader.quiz.selecting import Selection
from grader.quiz.terminal.choosing import Wanted, all_items, choose_items
from grader.quiz.terminal.machine import Marker
from grader.quiz.terminal.pages import restore_session, review_of, score_before
from grader.quiz.terminal.screens import Screens
from grader.quiz.terminal.screens.pen import number
from grader.quiz.terminal.session import Session
from grader.quiz.terminal.taking import Reader, Taking
from grader.words import Language, Sentence, Text, sentence

NOTHING = Selection(())


class Offer:
    """Finds out what is to be asked, and has it asked.

    Args:
        reader: who is asked.
        language: of the reader.
        notebook: of the learner.
        today: the day of the reviews.
    """

    def __init__(self, reader: Reader, language: Language, notebook: Notebook, today: date) -> None:
        self._reader, self._language = reader, language
        self._notebook, self._today = notebook, today

    def one_of(
        self, quizzes: Sequence[Quiz], days: Mapping[str, Text], pick: Callable[[str], Selection]
    ) -> Selection:
        """Have the learner choose; nothing by leaving.

        Args:
            quizzes: those to choose from.
            days: titles by the first part of the ids.
            pick: finds what a selector names, and raises `UsageError` where it names nothing.
        """
        screens = Screens(self._language, self._reader.look)
        known = [self._right_answers(quiz) for quiz in quizzes]
        self._reader.write(screens.menu(quizzes, known, days))
        while True:
            self._reader.write([""])
            try:
                line = self._reader.ask(screens.prompt("quiz", None))
            except EOFError:
                self._reader.write([""])
                return NOTHING
            typed = unicodedata.normalize("NFKC", line).strip()
            if typed.lstrip(":").lower() in ("q", "quit"):
                return NOTHING
            if typed.isdecimal() and 1 <= int(typed[:4]) <= len(quizzes):
                return Selection((quizzes[int(typed[:4]) - 1],))
            try:
                return pick(typed)
            except UsageError as error:
                # The list with all the names stands right above.
                is_question = "#" in typed
                self._say(error.sentence if is_question else sentence("quiz_terminal.which"))

    def _right_answers(self, quiz: Quiz) -> int | None:
        reviews = [review_of(self._notebook, item) for item in all_items([quiz])]
        found = [review.right for review in reviews if review is not None]
        return sum(found) if found else None

    def take(
        self, quizzes: Sequence[Quiz], wanted: Wanted, marker: Marker, *, restart: bool
    ) -> None:
        """Have questions asked, or say why there are none.

        Args:
            quizzes: those to choose from.
            wanted: which of their questions.
            marker: marks a response.
            restart: whether an unfinished session is left aside.

        Raises:
            UsageError: no question has the tags.
        """
        if not quizzes:
            return
        chosen = choose_items(quizzes, wanted, self._notebook, self._today)
        known = all_items(quizzes)
        name = wanted.name([quiz.id for quiz in quizzes])
        session = None
        if not restart:
            fixed = wanted.everything
            session = restore_session(self._notebook, name, chosen, known, fixed=fixed)
        remarks = self._remarks(() if wanted.questions else quizzes, session)
        if session is None:
            if not chosen:
                self._explain_nothing(quizzes, wanted)
                return
            session = Session(chosen)
        taking = Taking(
            session,
            name,
            reader=self._reader,
            language=self._language,
            notebook=self._notebook,
            today=self._today,
        )
        taking.run(marker, remarks)

    def say_remarks(self) -> None:
        """Say what is wrong with the notebook."""
        for remark in self._notebook.remarks:
            self._say(remark)

    def _remarks(self, quizzes: Sequence[Quiz], session: Session | None) -> list[Sentence]:
        how_to = sentence("quiz_terminal.how_to")
        if session is not None:
            values = {"answered": session.answered, "questions": len(session.items)}
            return [sentence("quiz_terminal.resumed", **values), how_to]
        before = score_before(self._notebook, quizzes[0]) if len(quizzes) == 1 else None
        if before is None:
            return [how_to]
        score, points = number(before.score), number(before.points)
        return [sentence("quiz_terminal.last_time", score=score, points=points), how_to]

    def _explain_nothing(self, quizzes: Sequence[Quiz], wanted: Wanted) -> None:
        tags = sorted({tag for item in all_items(quizzes) for tag in item.question.tags})
        fitting = {tag.lower() for tag in wanted.tags} & {tag.lower() for tag in tags}
        if wanted.tags and not fitting:
            raise UsageError(sentence("quiz_terminal.no_such_tag", tags=", ".join(tags)))
        if wanted.wrong:
            self._say(sentence("quiz_terminal.nothing_wrong"))
            return
        reviews = (review_of(self._notebook, item) for item in all_items(quizzes))
        days = [found.due for found in reviews if found is not None and found.due > self._today]
        if days:
            self._say(sentence("quiz_terminal.nothing_due", day=min(days).isoformat()))
        else:
            self._say(sentence("quiz_terminal.nothing_ever_due"))

    def _say(self, said: Sentence) -> None:
        self._reader.write(Screens(self._language, self._reader.look).remark(said))
