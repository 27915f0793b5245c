from __future__ import annotations

import ast
import copy
import importlib
import pickle
import pkgutil
import re
import string
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import get_args

import pytest

import grader.words
from grader.course.catalog import COURSE_FILE
from grader.judge.difference import DifferenceKind
from grader.judge.facts import WARNINGS
from grader.judge.variants.changes import CHANGES
from grader.model import BlankStatus, Status
from grader.quiz.kinds import kind_names
from grader.sandbox.answers import StopReason
from grader.words import LANGUAGES, Sentence, Text, sentence, speak, translate

PACKAGE = Path(grader.words.__file__).parent.parent

TOPICS = {
    module.name: importlib.import_module(f"grader.words.{module.name}").TEXTS
    for module in pkgutil.iter_modules(grader.words.__path__)
}
TEXTS: dict[str, Text] = {
    f"{topic}.{key}": text for topic, texts in TOPICS.items() for key, text in texts.items()
}


def _slip_names() -> tuple[str, ...]:
    """The names that the tables and rules of the slips hold."""
    files = (PACKAGE / "judge" / "variants").glob("*.py")
    words = re.findall(r'"([a-z_]+)"', "".join(file.read_text(encoding="utf-8") for file in files))
    return ("whole_array_lost", "other_axis_lost", *(set(words) & set(TOPICS["slips"])))


def _change_names() -> tuple[str, ...]:
    return tuple({change.name for change in CHANGES})


# Names that are put together: what stands in the braces, by the f-string as it is in the source.
EXPANSIONS: dict[str, tuple[str, ...]] = {
    "sandbox.stopped_{self.reason}": get_args(StopReason),
    "slips.{slip.kind}": _slip_names(),
    "changes.{change.name}": _change_names(),
    "facts.{name}": tuple(WARNINGS.values()),
    "compare.dtype_{wanted_kind}": ("bool", "integer", "float", "complex"),
    "report.status_{result.status}": get_args(Status),
    "report.blank_{blank.status}": get_args(BlankStatus),
    "exports.{head}": ("exercise", "status", "points", "cases"),
    "feedback.differs_{kind}": get_args(DifferenceKind),
    "feedback.lab_{lab.status}": ("passed", "failed", "error"),
    "doctor.get_{layer}": ("process", "landlock", "seccomp", "bubblewrap"),
    "doctor.stops_{layer}": ("process", "limits", "landlock", "seccomp", "bubblewrap"),
    "doctor.worth_{level}": ("strong", "partial", "basic"),
    "report.sandbox_{level}": ("partial", "basic"),
    "quiz_terminal.how_{item.question.kind}": kind_names(),
    "quiz_terminal.prompt_{name}": ("answer", "again", "next", "rubric", "quiz"),
}
# Helpers that put the topic in front: by their f-string, where they are called, and their name.
FORWARDERS: dict[str, tuple[str, str]] = {
    "blanks.{key}": ("course/blanks", "error"),
    "cli.{name}": ("cli/reset.py", "say"),
}

NAME = re.compile(rf"({'|'.join(TOPICS)})\.[a-z0-9_]+")
PREFIX = re.compile(rf"({'|'.join(TOPICS)})\.\w*\{{")
JAPANESE = re.compile("[ぁ-んァ-ヶ一-龯]")
# Names and numbers, the same in every language.
NOT_PROSE = {"cli.error", "doctor.blas", "doctor.versions"}


@cache
def sources() -> dict[str, ast.Module]:
    return {
        str(path.relative_to(PACKAGE)): ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted(PACKAGE.rglob("*.py"))
        if path.parent != PACKAGE / "words"
    }


def literal(node: ast.expr) -> str | None:
    """A string as it is in the source; the braces of an f-string are kept."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(
            f"{{{ast.unparse(part.value)}}}"
            if isinstance(part, ast.FormattedValue)
            else str(literal(part))
            for part in node.values
        )
    return None


def literals() -> Iterator[str]:
    for tree in sources().values():
        parts = [
            part
            for node in ast.walk(tree)
            if isinstance(node, ast.JoinedStr)
            for part in node.values
        ]
        for node in ast.walk(tree):
            text = literal(node) if isinstance(node, ast.expr) and node not in parts else None
            if text is not None:
                yield text


def forwarded(where: str, helper: str) -> Iterator[str]:
    for file, tree in sources().items():
        if not file.startswith(where):
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and node.args and called_name(node) == helper:
                text = literal(node.args[0])
                if text is not None:
                    yield text


def called_name(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else ast.unparse(call.func)


def expanded(name: str) -> list[str]:
    start, brace, _ = name.partition("{")
    return [start + end for end in EXPANSIONS[name]] if brace else [name]


@cache
def used_names() -> frozenset[str]:
    found = set(filter(NAME.fullmatch, literals())) - {COURSE_FILE}
    for template in filter(PREFIX.match, literals()):
        if template in FORWARDERS:
            topic = template.partition(".")[0]
            keys = list(forwarded(*FORWARDERS[template]))
            assert keys, f"nobody calls {FORWARDERS[template]}"
            found |= {f"{topic}.{name}" for key in keys for name in expanded(key)}
        else:
            found |= set(expanded(template))
    return frozenset(found)


def test_every_sentence_that_is_used_exists() -> None:
    assert used_names() - set(TEXTS) == set()


def test_every_sentence_that_exists_is_used() -> None:
    assert set(TEXTS) - used_names() == set()


def test_the_search_finds_names_however_they_are_written() -> None:
    assert {
        "course.no_cases",
        "compare.finiteness",  # one of two, by a condition
        "sandbox.stopped_timeout",
        "report.status_todo",
        "report.blank_wrong",
        "blanks.overlap",
        "cli.reset_left",
    } <= used_names()


@pytest.mark.parametrize("topic", TOPICS)
def test_a_sentence_says_the_same_in_every_language(topic: str) -> None:
    for name, text in TOPICS[topic].items():
        fields = [_fields(text.in_language(language)) for language in LANGUAGES]
        assert fields[0] == fields[1], name
        for language in LANGUAGES:
            assert text.in_language(language).strip() == text.in_language(language) != "", name


@pytest.mark.parametrize("topic", TOPICS)
def test_japanese_prose_is_japanese_and_english_is_not(topic: str) -> None:
    for name, text in TOPICS[topic].items():
        if f"{topic}.{name}" in NOT_PROSE:
            continue
        assert not JAPANESE.search(text.en), name
        if re.search(r"[A-Za-z]", re.sub(r"\{.*?\}|`[^`]*`", "", text.en)):
            assert JAPANESE.search(text.ja), name


def _fields(text: str) -> set[str]:
    parsed = list(string.Formatter().parse(text))
    assert not any(spec or conversion for _, _, spec, conversion in parsed)
    return {field for _, field, _, _ in parsed if field is not None}


def test_translating_puts_the_values_in() -> None:
    said = sentence("blanks.no_statement", file="a.py", line=3)
    assert translate(said, "en").startswith("a.py:3: ")
    assert translate(said, "ja").startswith("a.py:3: ")


def test_values_are_spoken_in_the_same_language() -> None:
    place = sentence("compare.result")
    said = Sentence("verdict.in_case", {"case": Text(en="small", ja="小"), "what": place})
    assert translate(said, "en") == "In “small”: The result"
    assert translate(said, "ja") == "ケース「小」: 戻り値"


def test_values_may_hold_braces() -> None:
    said = sentence("verdict.in_case", case="{what}", what="{}")
    assert translate(said, "en") == "In “{what}”: {}"


def test_an_unknown_sentence_is_an_error() -> None:
    with pytest.raises(KeyError):
        translate(sentence("course.nothing_of_the_kind"), "en")


def test_spoken_prose_can_be_put_into_the_other_language_again() -> None:
    spoken = speak(Text(en="small", ja="小"), "en")
    assert spoken == "small"
    assert translate(Sentence("verdict.in_case", {"case": spoken, "what": "x"}), "ja") == (
        "ケース「小」: x"
    )
    assert speak(sentence("compare.result"), "ja").text == Text(en="The result", ja="戻り値")


def test_spoken_prose_survives_being_copied() -> None:
    spoken = speak(Text(en="small", ja="小"), "ja")
    for copied in (pickle.loads(pickle.dumps(spoken)), copy.deepcopy(spoken)):
        assert (copied, copied.text) == ("小", spoken.text)


def test_several_values_are_listed() -> None:
    said = sentence(
        "submission.blanks_left", places=(sentence("compare.result"), Text(en="two", ja="2"), 3)
    )
    assert translate(said, "en") == "Still to fill in: The result, two, 3."
    assert translate(said, "ja") == "まだ埋まっていない空欄: 戻り値、2、3"
