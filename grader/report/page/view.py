"""A report as the template of the page takes it."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from grader.model import BlankResult, Counterexample, LabResult, Report, Result
from grader.report.drawing.facts import (
    blank_label,
    blank_status,
    by_section,
    cases_of,
    handed_in,
    name_of,
    not_handed_in,
    points_of,
    status_of,
    summary,
    unsaid_diagnoses,
)
from grader.report.drawing.pen import SIGNS
from grader.report.drawing.training import data_sentence
from grader.report.drawing.training import name_of as name_of_lab
from grader.report.page.code import SIGNS as BLANK_SIGNS
from grader.report.page.code import mark_blanks
from grader.report.page.curves import draw_curves
from grader.report.page.prose import Prose, plain
from grader.report.page.tasks import TaskWriter
from grader.report.page.values import write_pair, write_value
from grader.report.text import sandbox_remark
from grader.words import LANGUAGES, Text, sentence, translate

FOLDER = Path(__file__).parent
MAX_PRINTED = 2_000
WORDS = {
    "contents": "page.contents",
    "language": "page.language",
    "expected": "report.expected",
    "got": "report.got",
    "inputs": "page.inputs",
    "labs": "page.labs",
    "task": "page.task",
    "printed": "page.printed",
    "made_by": "page.made_by",
    "nothing": "page.nothing",
}


class Explanation(NamedTuple):
    """What is wrong, and a question that leads on."""

    why: Markup
    question: Markup | None


class Example(NamedTuple):
    """The smallest failing case."""

    heading: Markup
    inputs: list[tuple[str, Markup]]
    expected: Markup
    got: Markup


def write_page(report: Report) -> str:
    """Write a report as a page."""
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_shown,
    )
    style = (FOLDER / "style.css").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    view = _View(report)
    return environment.get_template("template.html").render(
        style=Markup(style),
        style_hash=f"sha256-{digest}",
        languages={"en": "English", "ja": "日本語"},
        chosen=report.language,
        title=translate(sentence("page.title"), report.language),
        **view.page(),
    )


class _View:
    def __init__(self, report: Report) -> None:
        self._report = report
        self._prose = Prose(report.language, report.translations)
        self._tasks = TaskWriter()

    def page(self) -> dict[str, Any]:
        """Everything the template shows."""
        report, say = self._report, self._prose.say
        absent = not_handed_in(report)
        sections = [
            {
                "id": section,
                "title": self._title(section),
                "exercises": [self._exercise(result) for result in results],
            }
            for section, results in by_section(handed_in(report))
        ]
        return {
            "heading": self._title(report.course),
            "summary": say(summary(report)),
            "bar": _bar(report),
            "sections": sections,
            "absent": absent and say(absent),
            "facts": list(self._facts()),
            "words": {name: say(sentence(key)) for name, key in WORDS.items()},
        }

    def _title(self, name: str) -> Markup:
        return self._prose.message(self._report.titles.get(name, name))

    def _exercise(self, result: Result) -> dict[str, Any]:
        say = self._prose.say
        counted = cases_of(result)
        messages = [self._prose.message(message) for message in result.messages]
        code = mark_blanks(result)
        return {
            "anchor": result.id.replace("/", "."),
            "name": name_of(result),
            "title": self._prose.message(result.title),
            "status": result.status,
            "sign": SIGNS[result.status][0],
            "status_words": say(status_of(result)),
            "points": say(points_of(result)),
            "messages": [*messages, *([say(counted)] if counted else [])],
            "explanations": [self._explanation(one) for one in unsaid_diagnoses(result)],
            "code": code,
            "code_heading": say(sentence("page.code", name=f"{name_of(result)}.py")),
            "blanks": [self._blank(blank) for blank in result.blanks],
            "example": result.counterexample and self._example(result.counterexample),
            "warnings": [self._warning(warning) for warning in result.warnings],
            "printed": result.stdout.strip("\n")[:MAX_PRINTED],
            "labs": [self._lab(lab) for lab in result.labs],
            "task": self._task(result.task),
        }

    def _blank(self, blank: BlankResult) -> dict[str, Any]:
        return {
            "status": blank.status,
            "sign": BLANK_SIGNS[blank.status],
            "label": self._prose.say(blank_label(blank)),
            "status_words": self._prose.say(blank_status(blank)),
            "explanation": self._explanation(blank.message) if blank.message else None,
        }

    def _explanation(self, message: str) -> Explanation:
        parts = [prose.partition("\n") for prose in self._prose.spoken(message).text]
        why = Text(*(before for before, _, _ in parts))
        question = Text(*(after for _, _, after in parts))
        if not any(question):
            return Explanation(self._prose.both(why), None)
        said = sentence("report.think", question=question)
        return Explanation(self._prose.both(why), self._prose.say(said))

    def _example(self, example: Counterexample) -> Example:
        smallest = sentence("report.smallest", case=self._prose.spoken(example.case))
        inputs = [(name, write_value(value)) for name, value in example.inputs.items()]
        expected, got = write_pair(example.expected, example.got)
        return Example(self._prose.say(smallest), inputs, expected, got)

    def _warning(self, warning: str) -> Markup:
        said = sentence("report.warning", warning=self._prose.spoken(warning))
        return self._prose.say(said)

    def _lab(self, lab: LabResult) -> dict[str, Any]:
        return {
            "name": name_of_lab(lab),
            "title": self._prose.message(lab.title),
            "status": lab.status,
            "sign": SIGNS[lab.status][0],
            "messages": [self._prose.message(message) for message in lab.messages],
            "curves": draw_curves(self._prose, lab),
        }

    def _task(self, task: Mapping[Any, str]) -> list[tuple[str, Markup]]:
        return [
            (language, self._tasks.write(task[language]))
            for language in LANGUAGES
            if language in task
        ]

    def _facts(self) -> Iterator[tuple[Markup, list[str]]]:
        report, say = self._report, self._prose.say
        versions = ", ".join(f"{name} {version}" for name, version in report.versions.items())
        layers = ", ".join(report.sandbox.layers)
        remark = sandbox_remark(report.sandbox.level)
        data = data_sentence(report.data)
        yield say(sentence("page.submission")), [report.submission]
        yield say(sentence("page.course")), [report.course]
        yield say(sentence("page.seed")), [str(report.seed)]
        sandbox = f"{report.sandbox.level} ({layers})"
        yield say(sentence("page.sandbox")), [sandbox, *([say(remark)] if remark else [])]
        yield say(sentence("page.versions")), [f"grader {report.grader}, {versions}"]
        if data is not None:
            yield say(sentence("page.data")), [say(data)]


def _shown(value: Any) -> Any:
    """Whatever is not markup of ours is text of somebody's, in which nothing may be hidden."""
    return value if not isinstance(value, str) or isinstance(value, Markup) else plain(value)


def _bar(report: Report) -> list[tuple[str, int, int]]:
    """The results as a bar: for each kind its class, start and width in thousandths."""
    kinds = [
        ("passed", ("passed",)),
        ("failed", ("failed", "error", "timeout", "crashed", "invalid")),
        ("todo", ("todo", "blocked")),
    ]
    total = max(1, len(report.results))
    bar, start = [], 0
    for name, statuses in kinds:
        count = sum(result.status in statuses for result in report.results)
        width = round(1000 * count / total)
        bar.append((name, start, width))
        start += width
    return bar
