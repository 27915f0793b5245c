"""The reader of Moodle XML itself: whole files, and what it refuses."""

from __future__ import annotations

import pytest

from tests.quiz.export.moodle_reader import Given, ImportRefused, read_bank
from tests.quiz.export.moodle_samples import (
    MATCHING,
    NUMERICAL,
    SHORT,
    category,
    first,
    question,
    read,
    true_false,
    with_file,
)


def refuses(body: str, why: str) -> None:
    with pytest.raises(ImportRefused, match=why):
        read(body)


def test_signs_in_id_numbers() -> None:
    info = "All about bounds"
    body = true_false("Bounds", "<idnumber>a &amp; b</idnumber>")
    lost = category("$course$/A", info, "html", "Signs &lt; &amp; &gt;")
    refuses(lost + body, "drops the blanks")
    safe = "<![CDATA[Signs < & >]]>"
    bank = read(category("$course$/A", info, "moodle_auto_format", safe) + body)
    assert bank.categories == {"$course$/A": info}
    assert bank.category_ids == {"$course$/A": "Signs < & >"}
    assert bank.questions[0].id_number == "a & b"
    assert bank.questions[0].mark(True) == Given(1.0, ("Right.",))
    assert bank.questions[0].mark("false") == Given(0.0, ("No.",))
    assert bank.ignored == ()


def test_categories_within_categories() -> None:
    essay = question(
        "essay",
        "Why",
        "Why does it work?",
        "<penalty>0.0000000</penalty><hidden>0</hidden><idnumber></idnumber>"
        "<responseformat>editor</responseformat><responserequired>1</responserequired>"
        "<responsefieldlines>10</responsefieldlines><attachments>0</attachments>"
        "<attachmentsrequired>0</attachmentsrequired>"
        '<graderinfo format="html"><text>Luck.</text></graderinfo>'
        '<responsetemplate format="html"><text></text></responsetemplate>',
    )
    bank = read(
        category("$course$/A", "The first week", "plain_text")
        + true_false("One")
        + category("$course$/A/B", "The second week", "markdown")
        + essay
        + true_false("Two")
    )
    paths = ["$course$/A", "$course$/A/B", "$course$/A/B"]
    assert [found.category for found in bank.questions] == paths
    assert bank.categories["$course$/A/B"] == "<p>The second week</p>"
    assert bank.questions[1].needs_marking
    assert bank.questions[1].grader_info == "Luck."
    assert bank.questions[1].mark("anything") == Given(0.0, ())
    assert bank.ignored == ()


def test_a_parent_may_get_its_description_later() -> None:
    bank = read(
        category("$course$/A/B", "The second week")
        + true_false("Two")
        + category("$course$/A", "The first week")
        + SHORT
    )
    assert bank.categories["$course$/A"] == "The first week"


def test_a_file_in_a_folder() -> None:
    text = (
        '<![CDATA[<p><a href="@@PLUGINFILE@@/data/rows.csv">Rows</a></p>]]></text>'
        '<file name="rows.csv" path="/data/" encoding="base64">MSwy</file><text>'
    )
    body = true_false("Rows").replace("<![CDATA[<p>About Rows</p>]]></text>", f"{text}</text>", 1)
    found = first(body.replace("<text></text>", "", 1))
    assert found.files == {"data/rows.csv": b"1,2"}


def test_references_to_files_are_percent_encoded() -> None:
    used = '<![CDATA[<img src="@@PLUGINFILE@@/my%20plot.png?x#y">]]>'
    assert first(with_file(used, "my plot.png")).files == {"my plot.png": b"png"}
    spare = first(with_file("plain", "spare.png"))
    assert (spare.files, len(spare.ignored)) == ({}, 1)


def test_what_is_ignored_is_said() -> None:
    body = SHORT.replace("<usecase>", "<color>red</color><usecase>1</usecase><usecase>")
    bank = read(body.replace("<question ", '<question id="7" ', 1))
    assert {entry.split(": ", 1)[1] for entry in bank.ignored} == {
        "the attribute id of <question>",
        "the element <color> in <question>",
        "the element <usecase> in <question>",
    }
    assert bank.questions[0].mark("momentum").fraction == 0


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"<quiz><question>", "not well-formed"),
        (b"<quiz></quiz>", "no questions"),
        (b"<quizzes/>", "outermost"),
        (b"<quiz>\xe9</quiz>", "not UTF-8"),
        (b"<!DOCTYPE quiz []><quiz/>", "document type"),
        (b'<?xml version="1.0" encoding="ISO-8859-1"?><quiz/>', "only UTF-8"),
        (b"<quiz>\r<question/>\r</quiz>", "returns alone"),
        (b"<quiz>&nbsp;</quiz>", "undefined entity"),
        (b"<quiz>words<question/></quiz>", "no question type"),
    ],
)
def test_files_refused(content: bytes, why: str) -> None:
    with pytest.raises(ImportRefused, match=why):
        read_bank(content)


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("SGD, ________,", "<b>SGD</b>", "HTML must be escaped"),
        ("SGD, ________,", "&lt;b&gt; &lt;i&gt;", "drops the blanks"),
        ("SGD, ________,", "x &gt; 日本", "drops the blanks"),
        ("SGD, ________,", "@@PLUGINFILE@@/a.png", "not attached"),
        ("An optimiser", "a&lt;b", "strips tags"),
        ("An optimiser", "x" * 256, "255 is the most"),
        ("<text>An optimiser</text>", "Short", "no <name> with"),
        ('format="html"', 'format="HTML"', "no text format"),
        ("<usecase>0", "<usecase>true", "usecase"),
        ("<usecase>0", "<usecase> 0", "white space"),
        ("<defaultgrade>1", "<defaultgrade>", "no number"),
        ("<defaultgrade>1", "<defaultgrade>-1", "default mark"),
        ("<penalty>0.3333333", "<penalty>33", "penalty"),
        ('fraction="100"', 'fraction="100%"', "no number"),
        ('fraction="100"', 'fraction="90"', "100 %"),
        ("<text>Momentum</text>", "Momentum", "blank"),
        ("<text>Momentum</text>", "<text>M</text><file name='a'>eA==</file>", "content is lost"),
        ("<text>Physics</text>", "<text> </text>", "blank"),
        ("<usecase>", "<tags><tag>plain</tag></tags><usecase>", "tag"),
        ("<usecase>", f"<tags><tag><text>{'t' * 51}</text></tag></tags><usecase>", "tag"),
        ("<usecase>", f"<idnumber>{'9' * 101}</idnumber><usecase>", "100 is the most"),
        ("<usecase>", "<correctfeedback><text>Yes</text></correctfeedback><usecase>", "is lost"),
        ('type="shortanswer"', 'type="shortanswers"', "no question type"),
        ('type="shortanswer"', "", "no question type"),
    ],
)
def test_questions_refused(old: str, new: str, why: str) -> None:
    assert old in SHORT
    refuses(SHORT.replace(old, new, 1), why)


@pytest.mark.parametrize(
    ("base", "old", "new", "why"),
    [
        (NUMERICAL, "<text>28", "<text>2,8", "decimal point"),
        (NUMERICAL, "<text>28", "<text>28 px", "unit"),
        (NUMERICAL, "0.001", "5%", "unit"),
        (MATCHING, "<text>clips</text>", "<text></text>", "has no answer"),
        (MATCHING, "<text>clips</text>", "<text>&lt;b>clips&lt;/b></text>", "no HTML"),
        (MATCHING, "<text>forgets</text>", f"<text>{'d' * 256}</text>", "255"),
        (MATCHING, "false</shuffle", "False</shuffle", "shuffleanswers"),
        (MATCHING, "<shownumcorrect />", "<shownumcorrect>0</shownumcorrect>", "counts as yes"),
    ],
)
def test_numbers_and_pairs_refused(base: str, old: str, new: str, why: str) -> None:
    assert old in base
    refuses(base.replace(old, new, 1), why)


def test_partners_that_older_versions_take_for_one() -> None:
    numbers = MATCHING.replace("<text>clips<", "<text>1<").replace("<text>shrinks<", "<text>1.0<")
    refuses(numbers, "are one answer")


@pytest.mark.parametrize("path", ["$course$", "$course$/top", "$cours$/A", "A/top/B"])
def test_paths_refused(path: str) -> None:
    refuses(category(path) + SHORT, "path|context")


def test_a_name_that_ends_in_a_slash() -> None:
    assert read(category("A//") + SHORT).categories == {"A//": ""}


def test_categories_refused() -> None:
    named = SHORT.replace("<usecase>", "<idnumber>q1</idnumber><usecase>")
    refuses(named + named, "already that of another")
    refuses(named + named.replace(">q1<", ">Q1<"), "MySQL")
    assert len(read(category("A") + named + category("B") + named).questions) == 2
    refuses(category("A", "one") + category("A", "two"), "second description")
    refuses(category("A/B") + category("A", id_number="a"), "too late")
    refuses(category("A", id_number="a") + category("B", id_number="a"), "two categories")
    refuses(category("Layers") + category("layers"), "one category")


def test_files_refused_in_texts() -> None:
    used = '<![CDATA[<img src="@@PLUGINFILE@@/a.png">]]>'
    refuses(with_file(used, "a.png", "feedback"), "not attached to the question text")
    refuses(with_file(used, "a:b.png"), "would change")
    refuses(with_file(used, "a.png").replace("cG5n", "cG5"), "not base64")
    refuses(with_file(used, "a.png").replace('path="/"', 'path="img"'), "slash")
