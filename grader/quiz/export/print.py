"""A sheet to print: one HTML file, the questions first, the answers on pages of their own."""

from __future__ import annotations

import html
from collections.abc import Sequence

from grader.quiz.export._pieces import Pieces
from grader.quiz.maths import to_mathml
from grader.quiz.model import Question, Quiz
from grader.words import Language, Sentence, sentence, translate

_CSS = """\
@page{margin:20mm}
body{font-family:sans-serif;line-height:1.6;max-width:45em;margin:auto;padding:1em}
section{break-before:page}
section:first-of-type{break-before:auto}
article{break-inside:avoid;margin-block:1.5em}
h1{font-size:1.3em}
h2{font-size:1.05em}
pre{white-space:pre-wrap;border:1px solid;padding:.5em}
table{border-collapse:collapse}
td,th{border:1px solid;padding:.2em .6em}
img{max-width:100%}
.space{border-bottom:1px solid;height:2em}
.long{height:10em}
.who{display:flex;gap:2em}
.who span{flex:1;border-bottom:1px solid}
"""


class _Formulas:
    """Writes formulas as MathML, and remembers their style."""

    def __init__(self) -> None:
        self.rules: dict[str, str] = {}

    def __call__(self, tex: str, display: bool) -> str:
        formula = to_mathml(tex.strip(), display=display)
        self.rules |= formula.rules
        return formula.mathml


def write(quizzes: Sequence[Quiz], language: Language) -> bytes:
    """Write quizzes as one HTML document in UTF-8 that needs nothing else.

    Raises:
        CourseError: an image cannot be read.
    """
    formulas = _Formulas()
    writers = [(quiz, Pieces(quiz, language, formula=formulas)) for quiz in quizzes]
    sheets = [_sheet(quiz, pieces) for quiz, pieces in writers]
    keys = [_key(quiz, pieces) for quiz, pieces in writers]
    rules = "".join(f".{name}{{{rule}}}\n" for name, rule in sorted(formulas.rules.items()))
    title = html.escape(translate(sentence("quiz_export.deck"), language))
    document = (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{title}</title>\n<style>\n{_CSS}{rules}</style>\n</head>\n<body>\n"
        + "\n".join([*sheets, *keys])
        + "\n</body>\n</html>\n"
    )
    return document.encode(errors="replace")


def losses(quizzes: Sequence[Quiz]) -> tuple[Sentence, ...]:  # noqa: ARG001 - as every format's
    """Say what paper does not do."""
    return (sentence("quiz_export.paper_order"),)


def _sheet(quiz: Quiz, pieces: Pieces) -> str:
    needed = f"{quiz.pass_share * quiz.points:g}"
    facts = {"questions": len(quiz.questions), "points": f"{quiz.points:g}", "needed": needed}
    parts = [
        f"<section>\n<h1>{pieces.say(quiz.title)}</h1>",
        f"<p>{pieces.say(sentence('quiz_page.quiz_facts', **facts))}</p>",
    ]
    if quiz.minutes is not None:
        minutes = sentence("quiz_page.minutes", minutes=quiz.minutes)
        parts.append(f"<p>{pieces.say(minutes)}</p>")
    who = (sentence("quiz_page.paper_name"), sentence("quiz_page.paper_date"))
    lines = "".join(f"<span>{pieces.say(said)}</span>" for said in who)
    parts.append(f'<p class="who">{lines}</p>')
    if quiz.intro:
        parts.append(f"<div>{pieces.prose(quiz.intro)}</div>")
    parts += [_question(pieces, question) for question in quiz.questions]
    return "\n".join([*parts, "</section>"])


def _question(pieces: Pieces, question: Question) -> str:
    facts = sentence("quiz_page.facts", points=f"{question.points:g}", level=question.level)
    parts = [_heading(pieces, question), f"<p>{pieces.say(facts)}</p>", pieces.stem(question)]
    if question.kind in ("choice", "multi"):
        parts.append(pieces.options(question))
    if question.kind == "multi":
        parts.append(f"<p>{pieces.say(sentence('quiz_page.help_multi'))}</p>")
    room = "space long" if question.kind in ("essay", "code") else "space"
    body = "\n".join([*parts, f'<div class="{room}"></div>'])
    return f"<article>\n{body}\n</article>"


def _key(quiz: Quiz, pieces: Pieces) -> str:
    head = pieces.say(sentence("quiz_page.answer"))
    parts = [f"<section>\n<h1>{pieces.say(quiz.title)} – {head}</h1>"]
    for question in quiz.questions:
        body = [_heading(pieces, question), pieces.key(question), pieces.explanation(question)]
        if question.hints:
            body.append(f"<p>{pieces.say(sentence('quiz_page.hint'))}</p>")
        body += [f"<div>{pieces.prose(hint)}</div>" for hint in question.hints]
        parts.append("<article>\n" + "\n".join(body) + "\n</article>")
    return "\n".join([*parts, "</section>"])


def _heading(pieces: Pieces, question: Question) -> str:
    return f"<h2>{question.number}. {html.escape(pieces.title(question))}</h2>"
