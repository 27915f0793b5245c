"""Statistics of confirmation tests as an SVG: a bar for each question."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from html import escape

from grader.layout import cut, printable
from grader.quiz.results.statistics import QuestionStatistics, QuizStatistics, WrongAnswer
from grader.words import Language, sentence, translate

WIDTH, MARGIN, LINE = 880, 20, 26
SMALL_LINE, WRONG_COLUMNS = 18, 72
LABEL_COLUMNS = 42
BAR_LEFT, BAR_WIDTH, BAR_HEIGHT = 340, 240, 12
UNDEFINED = "–"


def draw_svg(made: Sequence[QuizStatistics], language: Language) -> str:
    """Draw statistics in the colour of the text around them.

    Args:
        made: what to draw; one block a test.
        language: of the reader.

    Returns:
        An SVG document whose `title` and `desc` say in words all that is drawn.
    """
    rows = [row for quiz in made for row in _rows(quiz, language)]
    height = 2 * MARGIN + sum(row.height for row in rows)
    tops = itertools.accumulate((row.height for row in rows), initial=MARGIN)
    title = translate(sentence("quiz_stats.figure_title"), language)
    drawn = (row.at(top + 0.7 * LINE) for row, top in zip(rows, tops, strict=False))
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img"'
        f' aria-labelledby="stats-title stats-desc" xml:lang="{language}" fill="currentColor"'
        ' font-family="sans-serif" font-size="14">',
        f'<title id="stats-title">{_text(title)}</title>',
        f'<desc id="stats-desc">{_text("; ".join(row.said for row in rows))}</desc>',
        *drawn,
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


class _Heading:
    height = LINE + SMALL_LINE

    def __init__(self, said: str) -> None:
        self.said = said

    def at(self, baseline: float) -> str:
        label = _text(cut(self.said, 2 * LABEL_COLUMNS))
        place = f'x="{MARGIN}" y="{baseline + SMALL_LINE / 2:g}"'
        return f'<text {place} font-weight="bold">{label}</text>'


class _Bar:
    def __init__(self, question: QuestionStatistics, language: Language) -> None:
        self._share = question.difficulty
        values = {
            "share": share_of(question.difficulty),
            "discrimination": number_of(question.discrimination),
        }
        self._values = translate(sentence("quiz_stats.figure_values", **values), language)
        self._label = f"{question.number}. {in_one_line(question.title)}"
        self._wrong = ""
        if question.wrong is not None:
            said = sentence("quiz_stats.figure_wrong", wrong=wrong_of(question.wrong))
            self._wrong = translate(said, language)
        self.height = LINE + SMALL_LINE * bool(self._wrong)
        self.said = ", ".join(filter(None, (f"{self._label}: {self._values}", self._wrong)))

    def at(self, baseline: float) -> str:
        return "".join(self._elements(baseline))

    def _elements(self, baseline: float) -> Iterator[str]:
        frame = f'x="{BAR_LEFT}" y="{baseline - BAR_HEIGHT:g}" height="{BAR_HEIGHT}"'
        label = _text(cut(self._label, LABEL_COLUMNS))
        yield f'<text x="{MARGIN}" y="{baseline:g}">{label}</text>'
        yield f'<rect {frame} width="{BAR_WIDTH}" fill-opacity="0.15"/>'
        if self._share is not None:
            yield f'<rect {frame} width="{BAR_WIDTH * self._share:.4g}"/>'
        place = f'x="{BAR_LEFT + BAR_WIDTH + 12}" y="{baseline:g}"'
        yield f"<text {place}>{_text(self._values)}</text>"
        if self._wrong:
            below = f'x="{BAR_LEFT}" y="{baseline + SMALL_LINE:g}" font-size="12"'
            yield f"<text {below}>{_text(cut(self._wrong, WRONG_COLUMNS))}</text>"


def _rows(quiz: QuizStatistics, language: Language) -> Iterator[_Heading | _Bar]:
    count = translate(sentence("quiz_stats.results", count=quiz.results), language)
    yield _Heading(f"{in_one_line(quiz.quiz)}  {in_one_line(quiz.title)}  {count}")
    for question in quiz.questions:
        yield _Bar(question, language)


def share_of(share: float | None) -> str:
    """A share in per cent; a dash where there is none."""
    return UNDEFINED if share is None else f"{100 * share:.0f}%"


def number_of(number: float | None) -> str:
    """A number to two places; a dash where there is none."""
    return UNDEFINED if number is None else f"{number:.2f}"


def wrong_of(wrong: WrongAnswer | None) -> str:
    """How often a wrong answer was given and what it is; a dash where there is none."""
    if wrong is None:
        return UNDEFINED
    named = wrong.answer if wrong.text is None else f"{wrong.answer}. {wrong.text}"
    return f"{wrong.times} × {in_one_line(named)}"


def in_one_line(text: str) -> str:
    """A text from a file, without what could break a line or steer a terminal."""
    return printable(" ".join(text.split()))


def _text(text: str) -> str:
    return escape(text, quote=False)
