"""Mistakes an exporter easily makes, each of which the reader refuses for the reason named."""

from __future__ import annotations

import pytest

from tests.quiz.export import qti_samples as x
from tests.quiz.export.qti_samples_read import refusal

TWO = {"c1": "x", "c2": "y"}
RIGHT = x.scores(x.is_equal("c1"))
FB = x.feedback("c1_fb", "Hm.")
ADD = '<setvar varname="SCORE" action="Add">50.00</setvar>'
RIGHTS = {"11": "a", "12": "b"}


def mc(
    conditions: str = RIGHT,
    comments: str = "",
    body: str = "",
    text: str = "<p>A?</p>",
    kind: str = "multiple_choice_question",
) -> str:
    """Write a choice question."""
    return x.item(kind, text, body or x.choice(TWO), conditions, comments)


def html_choice(source: str) -> str:
    """Write a choice question whose first choice is HTML."""
    return mc(body=x.choice({"c1": source, "c2": "y"}, kind="text/html"))


def multiple(conditions: str) -> str:
    """Write a question with several answers."""
    return mc(conditions, "", x.choice(TWO, "Multiple"), kind="multiple_answers_question")


def number(test: str, *, fibtype: str = "Decimal", conditions: str = "") -> str:
    """Write a numerical question."""
    return x.item("numerical_question", "5?", x.box(fibtype), conditions or x.scores(test))


def short(conditions: str) -> str:
    """Write a short answer question."""
    return x.item("short_answer_question", "<p>A?</p>", x.box(), conditions)


def match(conditions: str, rights: dict[str, str] | None = None, left: str = "L") -> str:
    """Write a matching question."""
    body = "".join(x.left(f"response_{n}", left + n, rights or RIGHTS) for n in "12")
    return x.item("matching_question", "<p>A?</p>", body, conditions, FB.replace("c1", "1"))


def pairs(first: str = "11", second: str = "12", score: str = ADD) -> str:
    """Write the conditions of two pairs."""
    tests = x.is_equal(first, "response_1"), x.is_equal(second, "response_2")
    return "".join(x.when(test, score=score) for test in tests)


def wrong_left() -> str:
    """Write the condition for a wrong first pair."""
    return x.when(f"<not>{x.is_equal('11', 'response_1')}</not>", "1_fb")


ITEMS = {
    # choices
    "feedback after the scoring condition": (
        mc(RIGHT + x.when(x.is_equal("c1"), "c1_fb"), FB),
        "cannot tell the correct",
    ),
    "feedback condition that stops": (
        mc(x.when(x.is_equal("c1"), "c1_fb", goes_on="No") + RIGHT, FB),
        "the file gives 0% and Canvas 100%",
    ),
    "correct_fb before the answer's feedback": (
        mc(
            x.scores(x.is_equal("c1"), "correct_fb", "c1_fb"),
            FB + x.feedback("correct_fb", "Yes."),
        ),
        "drops the feedback c1_fb",
    ),
    "feedback that no condition shows": (mc(comments=FB), "drops the feedback"),
    "condition without its feedback": (
        mc(x.when(x.is_equal("c1"), "c1_fb") + RIGHT),
        "there is no feedback",
    ),
    "part marks for a choice": (
        mc(x.when(x.is_equal("c2"), score=x.SCORE_100.replace("100", "50")) + RIGHT),
        "the file gives 50% and Canvas 100%",
    ),
    "marks taken off": (
        mc(RIGHT.replace('"Set"', '"Subtract"')),
        "takes Subtract for earning",
    ),
    "label ident that loses its reference": (
        mc(x.scores(x.is_equal("c.1")), body=x.choice({"c.1": "x", "c2": "y"})),
        "nothing refers to it",
    ),
    "two labels with one ident": (
        mc(x.scores(x.is_equal("c 1")), body=x.choice({"c 1": "x", "c-1": "y"})),
        "two labels",
    ),
    "comparison with an unknown label": (mc(x.scores(x.is_equal("c3"))), "names no choice"),
    "comparison with an unknown response": (
        mc(x.scores(x.is_equal("c1", "response2"))),
        "not declared",
    ),
    "multiple answers without not": (
        multiple(x.scores(f"<and>{x.is_equal('c1')}</and>")),
        "the file gives 100% and Canvas 0%",
    ),
    "multiple answers by or": (
        multiple(x.scores(f"<or>{x.is_equal('c1')}{x.is_equal('c2')}</or>")),
        "",
    ),
    "multiple answers with Single": (
        mc(
            x.scores(f"<and>{x.is_equal('c1')}{x.is_equal('c2')}</and>"),
            kind="multiple_answers_question",
        ),
        "rcardinality='Multiple'",
    ),
    "true/false in other words": (mc(kind="true_false_question"), "exactly True and False"),
    # numbers
    "bare number": (number(x.is_equal("5")), "neither in <or>"),
    "one bound": (number('<vargte respident="response1">5</vargte>'), "neither in <or>"),
    "several ranges in one or": (
        number(f"<or><and>{x.between('1', '2')}</and><and>{x.between('4', '5')}</and></or>"),
        "exactly one <varequal>",
    ),
    "several exact numbers in one or": (
        number(f"<or>{x.is_equal('1')}{x.is_equal('2')}</or>"),
        "exactly one <varequal>",
    ),
    "margins that differ": (
        number(f"<or>{x.is_equal('5')}<and>{x.between('4', '5.5')}</and></or>"),
        "as the margin on both sides",
    ),
    "open bound": (
        number('<vargt respident="response1">4</vargt><varlt respident="response1">6</varlt>'),
        "<vargt>",
    ),
    "too small a number": (
        number(f"<or>{x.is_equal('0.00001')}<and>{x.between('0.000009', '0.000011')}</and></or>"),
        "four decimals",
    ),
    "decimal comma": (number(x.between("1,5", "2")), "is not a number"),
    "fraction": (number(x.between("1/3", "2")), "is not a number"),
    "number that only shows a comment": (
        number(
            "",
            conditions=x.when(x.between("1", "2"), score="") + x.scores(x.between("4", "5")),
        ),
        "the file gives 0% and Canvas 100%",
    ),
    # short answers and essays
    "no accepted answer": (short(x.when(x.OTHER)), "an essay"),
    "answer inside not": (
        short(x.when(f"<not>{x.is_equal('b')}</not>") + x.scores(x.is_equal("a"))),
        "",
    ),
    "blank answer": (short(x.scores(x.is_equal("a") + x.is_equal(" "))), "is blank"),
    "essay with an answer": (
        x.item("essay_question", "<p>A?</p>", x.box(), x.scores(x.is_equal("a"))),
        "has accepted answers",
    ),
    # matching
    "pairs scored by Set": (match(pairs(score=x.SCORE_100)), "has no partner"),
    "comment before its pair": (match(wrong_left() + pairs()), "drops the feedback"),
    "right sides that read the same": (
        match(pairs(), {"11": "a", "12": "a"}),
        "two right sides read the same",
    ),
    "right sides with one number": (
        match(pairs("m1a", "m1b"), {"m1a": "a", "m1b": "b"}),
        "first digits",
    ),
    "right side with an entity": (
        match(pairs() + wrong_left(), {"11": "a &lt; b", "12": "b"}),
        "plain text",
    ),
    "left side that is escaped twice": (match(pairs(), left="a & "), "as entities"),
    "unknown right side": (match(pairs("13")), "names no right side"),
    # texts
    "choice with a removed element": (html_choice("<svg></svg>x"), "removes <svg>"),
    "picture inside the text": (html_choice('<img src="data:image/png;base64,AA">'), "data:"),
    "picture that is not packaged": (html_choice('<img src="a.png">'), "lists no file"),
    "address on a server": (html_choice('<img src="/courses/1/a.png">'), "a path on a server"),
    "text that is not closed": (html_choice("<p>x"), "not closed"),
    "list inside a paragraph": (html_choice("<p>x<ul><li>y</li></ul></p>"), "close the paragraph"),
    "empty choice": (html_choice("<p></p>"), "empty"),
    "tag inside mattext": (
        mc().replace("&lt;p&gt;A?&lt;/p&gt;", "<p>A?</p>"),
        "escape the <p>",
    ),
    "text without texttype": (
        mc(text="a < b").replace(' texttype="text/html"', ""),
        "the standard reads plain",
    ),
    "comment that is escaped twice": (
        mc(x.when(x.is_equal("c1"), "c1_fb") + RIGHT, x.feedback("c1_fb", "a < b")),
        "as entities",
    ),
    "long text": (mc(text="<p>" + 17000 * "x" + "</p>"), "longer than"),
    # metadata
    "no kind": (mc(kind=""), "guesses the kind"),
    "kind of another sort": (mc(kind="hot_spot_question"), "is not read"),
    "points in words": (mc().replace("<fieldentry>1<", "<fieldentry>one<"), "plain number"),
    "answer ids out of order": (
        x.item(
            "multiple_choice_question",
            "A?",
            x.choice(TWO),
            RIGHT,
            more={"original_answer_ids": "c2,c1"},
        ),
        "in order",
    ),
    "long title": (mc().replace('"Title"', '"' + 256 * "x" + '"'), "longer than 255"),
}


@pytest.mark.parametrize("name", ITEMS)
def test_items(name: str) -> None:
    """Each mistake in a question is refused by name."""
    item, reason = ITEMS[name]
    found = refusal(x.package(x.assessment(item)))
    assert reason in found
    assert "i1" in found


def test_feedback_that_is_not_read_as_written() -> None:
    """A comment for wrong answers shown for one choice only is shown for every wrong answer."""
    item = mc(
        x.when(x.is_equal("c2"), "wrong_fb") + RIGHT,
        x.feedback("wrong_fb", "Hm."),
        x.choice(TWO | {"c3": "z"}),
    )
    assert "choice 3" in refusal(x.package(x.assessment(item)))
