"""Pieces of a question that several formats share, as HTML in one language."""

from __future__ import annotations

import html
import itertools
import string
from collections.abc import Iterable, Iterator, Sequence

from grader.quiz.export._html import Formula, Image, PlainHtml, delimited
from grader.quiz.export._images import as_data
from grader.quiz.kinds.code import Code
from grader.quiz.kinds.order import Order
from grader.quiz.kinds.shape import ShapeAnswer
from grader.quiz.kinds.text import Words
from grader.quiz.model import Distractor, Option, Question, Quiz
from grader.quiz.parse.markdown import plain
from grader.quiz.prose import Prose
from grader.quiz.spacing import without_spaces
from grader.quiz.spoken import spoken_distractor
from grader.words import Language, Sentence, Text, sentence, translate

MOST_ORDERS = 24
_SEPARATORS = (" > ", ">", ", ", ",", " ")
_SHAPE_SEPARATORS = ("x", "×", " x ", " × ", "*", ", ", ",", " ")


class Pieces:
    """Writes the pieces of one quiz's questions.

    Args:
        quiz: whose questions they are.
        language: of everything.
        formula: writes TeX, in a line or on its own.
        image: gives the address of an image file.
    """

    def __init__(
        self, quiz: Quiz, language: Language, formula: Formula = delimited, image: Image = as_data
    ) -> None:
        self._language = language
        self._html = PlainHtml(quiz.folder, formula, image)

    def prose(self, prose: Prose) -> str:
        """A passage; a single paragraph comes without its tags."""
        return self._html.write(prose.in_language(self._language))

    def block(self, prose: Prose) -> str:
        """A passage as paragraphs and what else there may be."""
        return self._html.blocks(prose.in_language(self._language))

    def say(self, said: Sentence | Text) -> str:
        """A sentence of ours, or a text of the author; what stands between backticks is code."""
        if isinstance(said, Sentence):
            return _with_code(translate(said, self._language))
        return _with_code(said.in_language(self._language))

    def title(self, question: Question) -> str:
        """The title as plain text, not escaped."""
        blocks = question.title.in_language(self._language).blocks
        return plain(without_spaces(blocks))

    def stem(self, question: Question, notes: Iterable[Sentence] = ()) -> str:
        """What is asked, with items to order or match listed under their numbers and letters."""
        parts = [self.block(question.body)]
        if question.kind in ("order", "match"):
            parts.append(self._listed(question.options, letters=False))
        if question.kind == "match":
            parts.append(self.choices(question))
        parts += [f"<p><em>{self.say(note)}</em></p>" for note in notes]
        return "\n".join(parts)

    def options(self, question: Question) -> str:
        """The options to choose from, under their letters."""
        return self._listed(question.options, letters=True)

    def choices(self, question: Question) -> str:
        """The right side of a match, under its letters."""
        return self._listed(question.choices, letters=True)

    def explanation(self, question: Question) -> str:
        """The explanation, and the exercise to try."""
        parts = [self.block(question.explanation)]
        if question.exercise is not None:
            said = sentence("quiz_page.exercise", id=question.exercise)
            parts.append(f"<p>{self.say(said)}</p>")
        return "\n".join(parts)

    def answer(self, question: Question) -> str:
        """The right answer, a line for each blank; nothing where there are many."""
        if isinstance(question.answer, Code):
            return "<br>".join(_fills(question.answer))
        described = html.escape(question.answer.describe(self._language))
        return f"<code>{described}</code>" if question.kind == "expr" else described

    def key(self, question: Question) -> str:
        """The right answer or a model of one, and the rubric."""
        answer, head = self.answer(question), self.say(sentence("quiz_page.key"))
        between = "<br>" if "<br>" in answer else " "
        parts = [f"<p>{head}{between}<strong>{answer}</strong></p>"] if answer else []
        if question.model_answer is not None:
            parts.append(f"<p>{self.say(sentence('quiz_page.model_answer'))}</p>")
            parts.append(f"<p>{self.say(question.model_answer)}</p>")
        parts.append(
            _list(
                f"{self.say(sentence('quiz_page.rubric_points', points=f'{item.points:g}'))} "
                f"{self.prose(item.text)}"
                for item in question.rubric
            )
        )
        return "\n".join(filter(None, parts))

    def remarks(self, question: Question) -> str:
        """What is said about wrong answers: options, and those that are known to be typed."""
        remarks = [
            f"{option.letter}: {self.prose(option.feedback)}"
            for option in question.options
            if option.feedback
        ]
        remarks += [
            f"{self._spoken(known)}: {self.prose(known.feedback)}" for known in question.distractors
        ]
        if not remarks:
            return ""
        return f"<p>{self.say(sentence('quiz_page.remarks'))}</p>\n{_list(remarks)}"

    def solution(self, question: Question) -> str:
        """Everything about the answer: the key, why it is right, why others are not."""
        parts = (self.key(question), self.explanation(question), self.remarks(question))
        return "\n".join(filter(None, parts))

    def _spoken(self, known: Distractor) -> str:
        spellings = spoken_distractor(known, self._language)
        return " | ".join(f"<code>{html.escape(one)}</code>" for one in spellings)

    def _listed(self, options: Sequence[Option], *, letters: bool) -> str:
        kind = ' type="A"' if letters else ""
        items = "".join(f"<li>{self.prose(option.text)}</li>" for option in options)
        return f"<ol{kind}>{items}</ol>"


def spellings(question: Question) -> tuple[str, ...]:
    """Every writing of the key that a program has to know which compares letter by letter.

    Returns:
        None of them where no list is long enough: formulas, code, orders with many ties.
    """
    answer = question.answer
    if isinstance(answer, Words):
        return answer.synonyms
    if isinstance(answer, ShapeAnswer):
        return tuple(dict.fromkeys(itertools.chain(*map(shape_spellings, answer.shapes))))
    if isinstance(answer, Order):
        return _order_spellings(answer)
    return ()


def shape_spellings(shape: Sequence[str]) -> tuple[str, ...]:
    """Usual writings of a shape: `7x7`, `7×7`, `(7, 7)`, …"""
    if len(shape) == 1:
        size = shape[0]
        return (size, f"({size},)", f"({size})", f"[{size}]")
    bare = [separator.join(shape) for separator in _SHAPE_SEPARATORS]
    commas = [", ".join(shape), ",".join(shape)]
    return (*bare, *(f"({one})" for one in commas), *(f"[{one}]" for one in commas))


def _order_spellings(answer: Order) -> tuple[str, ...]:
    groups = [tuple(itertools.permutations(group)) for group in answer.groups]
    orders = list(itertools.islice(itertools.product(*groups), MOST_ORDERS + 1))
    if len(orders) > MOST_ORDERS:
        return ()
    numbers = [[str(index + 1) for index in itertools.chain(*order)] for order in orders]
    return tuple(separator.join(order) for order in numbers for separator in _SEPARATORS)


def by_hand(question: Question) -> bool:
    """Whether only a person can mark it elsewhere."""
    if question.kind in ("text", "shape", "order"):
        return not spellings(question)
    return question.kind in ("expr", "code", "essay")


def notes(question: Question) -> list[Sentence]:
    """What learners have to know about how to write the answer."""
    if question.kind == "numeric":
        return [sentence("quiz_export.number_alone")]
    if question.kind == "order" and not by_hand(question):
        return [sentence("quiz_export.order_numbers")]
    if question.kind in ("expr", "code", "order"):
        return [sentence("quiz_export.marked_later")]
    return []


def letters(question: Question) -> str:
    """The letters of the right side of a match."""
    return string.ascii_uppercase[: len(question.choices)]


def named(quizzes: Iterable[Quiz], kinds: Iterable[str] = ()) -> list[Question]:
    """All questions, or those of some kinds."""
    wanted = frozenset(kinds)
    return [
        question
        for quiz in quizzes
        for question in quiz.questions
        if not wanted or question.kind in wanted
    ]


def machine_losses(quizzes: Sequence[Quiz], program: str) -> list[Sentence]:
    """What changes where a learning platform marks the answers."""
    found = []
    left = [q for q in named(quizzes) if by_hand(q) and q.kind != "essay"]
    if left:
        found.append(sentence("quiz_export.by_hand", format=program, count=len(left)))
    if named(quizzes, ("text", "shape", "order")):
        found.append(sentence("quiz_export.letter_by_letter", format=program))
    if named(quizzes, ("numeric",)):
        found.append(sentence("quiz_export.plain_numbers", format=program))
    return found


def _fills(answer: Code) -> Iterator[str]:
    for name, right in answer.fills.items():
        label = f"{name}: " if len(answer.fills) > 1 else ""
        yield f"{label}<code>{html.escape(right[0])}</code>"


def _with_code(text: str) -> str:
    parts = html.escape(text, quote=False).split("`")
    if len(parts) % 2 == 0:
        return "`".join(parts)
    return "".join(
        f"<code>{part}</code>" if position % 2 else part for position, part in enumerate(parts)
    )


def _list(items: Iterable[str]) -> str:
    written = "".join(f"<li>{item}</li>" for item in items)
    return f"<ul>{written}</ul>" if written else ""
