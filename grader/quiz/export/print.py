"""A sheet to print: one HTML file, the questions first, the answers on pages of their own."""

from __future__ import annotations

import html
from collections.abc import Sequence

from grader.quiz.export import Edition
from grader.quiz.export._pieces import Pieces
from grader.quiz.export._room import room
from grader.quiz.maths import to_mathml
from grader.quiz.model import Question, Quiz
from grader.words import Language, Sentence, sentence

_CSS = """\
@page{size:A4;margin:16mm 18mm 18mm;@bottom-center{content:counter(page)}}
*{box-sizing:border-box}
body{font-family:sans-serif;font-size:11pt;line-height:1.5;max-width:45em;margin:auto;padding:1em}
section+section{break-before:page}
article{margin-block:1.6em}
article,li,tr,pre,.place,.line{break-inside:avoid}
h1,h2,.who{break-after:avoid}
h1{font-size:1.4em;margin-block:0 .4em}
h2{font-size:1.05em;margin-block:0 .3em}
h2 small{font-weight:normal;margin-inline-start:1em}
p,ol,ul{margin-block:.4em}
li{margin-block:.25em}
li>p{margin-block:0}
math{font-family:"STIX Two Math","Latin Modern Math","Cambria Math",math}
mfrac{padding:.12em;font-size:1.12em}
pre{white-space:pre-wrap;border:1px solid;padding:.5em}
code{font-family:monospace,sans-serif}
table{border-collapse:collapse}
td,th{border:1px solid;padding:.2em .6em;text-align:start}
img{max-width:100%;vertical-align:top;margin-block:.2em}
.who,.room{display:flex;flex-wrap:wrap;gap:.8em 1.2em}
.who{margin-block:1em 1.4em}
.who div,.place{display:flex;align-items:end;gap:.5em}
.who div{flex:3}
.who div+div{flex:2}
.who span,.place span{border-bottom:1px solid;height:1.8em;min-width:3.5em;flex:1}
.room{margin-block-start:.8em}
.short span{flex:0 0 3.5em}
.half{flex:0 0 60%}
.wide,.line{flex:0 0 100%}
.line{border-bottom:1px solid;height:1.4em}
.key article{break-inside:auto}
.key p:has(+ul){break-after:avoid}
@media print{body{max-width:none;padding:0}}
"""


class _Formulas:
    """Writes formulas as MathML, and remembers their style."""

    def __init__(self) -> None:
        self.rules: dict[str, str] = {}

    def __call__(self, tex: str, display: bool) -> str:
        formula = to_mathml(tex.strip(), display=display)
        self.rules |= formula.rules
        return formula.mathml


def write(quizzes: Sequence[Quiz], language: Language, edition: Edition) -> bytes:
    """Write quizzes as one HTML document in UTF-8 that needs nothing else.

    Raises:
        CourseError: an image cannot be read, or a formula not be shown.
    """
    formulas = _Formulas()
    writers = [(quiz, Pieces(quiz, language, formula=formulas)) for quiz in quizzes]
    sheets = [_sheet(quiz, pieces, language) for quiz, pieces in writers]
    keys = [_key(quiz, pieces) for quiz, pieces in writers]
    rules = "".join(f".{name}{{{rule}}}\n" for name, rule in sorted(formulas.rules.items()))
    document = (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{_title(quizzes, language, edition)}</title>\n"
        f"<style>\n{_CSS}{rules}</style>\n</head>\n<body>\n"
        + "\n".join([*sheets, *keys])
        + "\n</body>\n</html>\n"
    )
    return document.encode(errors="replace")


def losses(quizzes: Sequence[Quiz]) -> tuple[Sentence, ...]:  # noqa: ARG001 - as every format's
    """Say what paper does not do."""
    return (sentence("quiz_export.paper_order"),)


def _title(quizzes: Sequence[Quiz], language: Language, edition: Edition) -> str:
    """What a browser calls the file that it prints to."""
    if len(quizzes) == 1:
        return html.escape(quizzes[0].title.in_language(language))
    return html.escape(edition.title.in_language(language))


def _sheet(quiz: Quiz, pieces: Pieces, language: Language) -> str:
    needed = f"{round(quiz.pass_share * quiz.points, 2):g}"
    facts = [
        sentence(
            "quiz_page.quiz_facts",
            questions=len(quiz.questions),
            points=f"{quiz.points:g}",
            needed=needed,
        )
    ]
    if quiz.minutes is not None:
        facts.append(sentence("quiz_page.minutes", minutes=quiz.minutes))
    parts = [
        f"<section>\n<h1>{pieces.say(quiz.title)}</h1>",
        *(f"<p>{pieces.say(said)}</p>" for said in facts),
        _who(quiz, pieces),
        pieces.block(quiz.intro),
        *(_question(pieces, question, language) for question in quiz.questions),
    ]
    return "\n".join([*filter(None, parts), "</section>"])


def _who(quiz: Quiz, pieces: Pieces) -> str:
    fields = (
        (sentence("quiz_page.paper_name"), ""),
        (sentence("quiz_page.paper_date"), ""),
        (sentence("quiz_export.paper_score"), f" / {quiz.points:g}"),
    )
    lines = "".join(f"<div>{pieces.say(said)} <span></span>{after}</div>" for said, after in fields)
    return f'<div class="who">{lines}</div>'


def _question(pieces: Pieces, question: Question, language: Language) -> str:
    facts = sentence("quiz_page.facts", points=f"{question.points:g}", level=question.level)
    parts = [_heading(pieces, question, pieces.say(facts)), pieces.stem(question)]
    if question.kind in ("choice", "multi"):
        parts.append(pieces.options(question))
    parts.append(room(question, pieces, language))
    return _article(parts)


def _key(quiz: Quiz, pieces: Pieces) -> str:
    head = pieces.say(sentence("quiz_page.answer"))
    title = f"<h1>{pieces.say(quiz.title)} – {head}</h1>"
    parts = ['<section class="key">', title, _answers(quiz, pieces)]
    for question in quiz.questions:
        hints = [f"<li>{pieces.prose(hint)}</li>" for hint in question.hints]
        body = [_heading(pieces, question), pieces.solution(question)]
        if hints:
            said = pieces.say(sentence("quiz_page.hint"))
            body.append(f"<p>{said}</p>\n<ul>{''.join(hints)}</ul>")
        parts.append(_article(body))
    return "\n".join([*parts, "</section>"])


def _answers(quiz: Quiz, pieces: Pieces) -> str:
    """All answers at a glance, for whoever marks a pile of sheets."""
    rows = (
        f"<tr><th>{question.number}</th><td>{pieces.answer(question) or '–'}</td>"
        f"<td>{pieces.say(sentence('quiz_page.rubric_points', points=f'{question.points:g}'))}</td>"
        "</tr>"
        for question in quiz.questions
    )
    return f"<table>{''.join(rows)}</table>"


def _article(parts: Sequence[str]) -> str:
    body = "\n".join(parts)
    return f"<article>\n{body}\n</article>"


def _heading(pieces: Pieces, question: Question, facts: str = "") -> str:
    beside = f" <small>{facts}</small>" if facts else ""
    return f"<h2>{question.number}. {pieces.prose(question.title)}{beside}</h2>"
