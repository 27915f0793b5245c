"""The reader on published examples.

"Canvas spec" are the questions in canvas-lms, gems/plugins/qti_exporter/spec_canvas:
fixtures/canvas/multiple_choice_html.xml and mc_text_answers.xml are QTI 1.2 and retyped; the
others are published there as converted questions (lib/qti/canvas_questions_spec.rb), of which the
identifiers, answers, points and expected values are retyped in the form in which
lib/cc/qti/qti_items.rb exports such a question. Some comments are reworded.
"""

from __future__ import annotations

import pytest

from tests.quiz.export import qti_samples as x
from tests.quiz.export.qti_reader import QuizItem
from tests.quiz.export.qti_samples_read import bank, given, only, question, read

GENERAL = x.when(x.OTHER, "general_fb")
INCORRECT = x.when(x.OTHER, "general_incorrect_fb")


def test_choice_with_html() -> None:
    """Canvas spec, multiple_choice_html.xml and what the spec expects of it."""
    comment = "<i>comment</i>"
    item = only(
        bank(
            x.item(
                "multiple_choice_question",
                "<div><p><strong>html for fun</strong></p></div>",
                x.choice(
                    {
                        "8080": "<strong>html answer 1</strong>",
                        "2279": "<strong>html answer 2</strong>",
                    },
                    kind="text/html",
                ),
                GENERAL
                + x.when(x.is_equal("8080"), "8080_fb")
                + x.when(x.is_equal("2279"), "2279_fb")
                + x.scores(x.is_equal("8080"), "correct_fb")
                + INCORRECT,
                x.feedback("general_fb", "<strong>meh</strong>", "text/html")
                + x.feedback("correct_fb", "<strong>correct</strong>", "text/html")
                + x.feedback("general_incorrect_fb", "<strong>incorrect</strong>", "text/html")
                + x.feedback("8080_fb", comment, "text/html")
                + x.feedback("2279_fb", comment, "text/html"),
                ident="ie690f9d83784275a4d26a26daee5ebca",
                title="test fun",
                points="10",
            )
        )
    )
    assert (item.kind, item.title, item.points) == ("multiple_choice_question", "test fun", 10)
    assert item.options == ("<strong>html answer 1</strong>", "<strong>html answer 2</strong>")
    assert item.general_feedback == "<strong>meh</strong>"
    assert item.correct_feedback == "<strong>correct</strong>"
    assert item.incorrect_feedback == "<strong>incorrect</strong>"
    assert item.mark(0) == given(1.0, comment)
    assert item.mark(1) == given(0.0, comment)
    assert item.mark(None) == given(0.0)
    assert item.ignored == ()


def test_bank() -> None:
    """A bank has its title in its metadata."""
    package = read(bank(x.item("text_only_question", "<p>Read</p>", points="0")))
    assert [(b.ident, b.title) for b in package.banks] == [("b1", "Test Bank")]
    assert package.quizzes == ()


def test_choices_in_plain_text() -> None:
    """Canvas spec, mc_text_answers.xml: the tags are the text of the answers."""
    item = question(
        "multiple_choice_question",
        "<div><p>This tag is an inline element.</p></div>",
        x.choice({"8860": "<br />", "5086": "<hr />", "7365": "<pre>", "3041": "<n />"}),
        x.scores(x.is_equal("8860")),
    )
    assert item.options == ("&lt;br /&gt;", "&lt;hr /&gt;", "&lt;pre&gt;", "&lt;n /&gt;")
    assert [item.mark(index).fraction for index in range(4)] == [1, 0, 0, 0]


def test_true_false() -> None:
    """Canvas spec, TRUE_FALSE."""
    item = question(
        "true_false_question",
        "<p>Generating QTI is <strong>super</strong> awesome!</p><p>oh, and &amp;amp;</p>",
        x.choice({"5309": "True", "239": "False"}),
        x.when(x.is_equal("239"), "239_fb") + x.scores(x.is_equal("239")),
        x.feedback("239_fb", "Think again."),
        points="10",
        ids="5309,239",
    )
    assert item.kind == "true_false_question"
    assert item.options == ("True", "False")
    assert item.mark(0) == given(0.0)
    assert item.mark(1) == given(1.0, "Think again.")


def test_multiple_answers() -> None:
    """Canvas spec, MULTIPLE_ANSWERS; marking after multiple_answers_question.rb."""
    idents = {"1702": "Great idea", "6878": "I will do that!", "491": "No way!"}
    comments = {"1702": "What does it mean?", "6878": "I do not know.", "491": "Counts."}
    wanted = x.is_equal("1702") + x.is_equal("6878") + f"<not>{x.is_equal('491')}</not>"
    item = question(
        "multiple_answers_question",
        "<div>This question is not even worth a whole point.</div>",
        x.choice(idents, "Multiple"),
        "".join(x.when(x.is_equal(ident), f"{ident}_fb") for ident in idents)
        + x.scores(f"<and>{wanted}</and>"),
        "".join(x.feedback(f"{ident}_fb", text) for ident, text in comments.items()),
        points="0.24",
        ids="1702,6878,491",
    )
    assert item.points == 0.24
    assert item.mark({0, 1}) == given(1.0, "What does it mean?", "I do not know.")
    assert item.mark({0}).fraction == 0.5
    assert item.mark({0, 1, 2}).fraction == 0.5
    assert item.mark({0, 2}).fraction == 0
    assert item.mark({2}) == given(0.0, "Counts.")
    assert item.mark(set()) == given(0.0)


def test_essay() -> None:
    """Canvas spec, ESSAY; text2qti puts the general feedback after the scoring condition."""
    for conditions in (GENERAL + x.when(x.OTHER, goes_on="No"), x.when(x.OTHER) + GENERAL):
        item = question(
            "essay_question",
            "<div>Why so many types \u203d &lt;-- unicode character</div>",
            x.box(),
            conditions,
            x.feedback("general_fb", "Too long."),
            points="6",
        )
        assert item.general_feedback == "Too long."
        assert item.mark("My essay").needs_marking


def test_short_answer() -> None:
    """Canvas spec, SHORT_ANSWER: the list of answers stands in one conditionvar."""
    comments = {"2731_fb": "correct feedback", "4038_fb": "Technically true."}
    texts = x.is_equal("short answer") + x.is_equal("Something else")
    item = question(
        "short_answer_question",
        "<div>By fill in the blank I of course mean...</div>",
        x.box(),
        x.when(x.is_equal("short answer"), "2731_fb")
        + x.when(x.is_equal("Something else"), "4038_fb")
        + x.scores(texts, "correct_fb")
        + INCORRECT,
        x.feedback("correct_fb", "Correct overall Feedback")
        + x.feedback("general_incorrect_fb", "Incorrect overall feedback")
        + "".join(x.feedback(name, text) for name, text in comments.items()),
        points="19",
    )
    assert item.mark(" SHORT answer ") == given(1.0, "correct feedback")
    assert item.mark("something else") == given(1.0, "Technically true.")
    assert item.mark("short  answer") == given(0.0)
    assert item.incorrect_feedback == "Incorrect overall feedback"


def test_text_only() -> None:
    """Canvas spec, TEXT_ONLY: no resprocessing."""
    item = question("text_only_question", "<div>This is just a text area.</div>", points="0")
    assert (item.kind, item.points, item.options) == ("text_only_question", 0, ())
    assert item.mark(None) == given(0.0)


def matching(goes_on: str = "") -> QuizItem:
    """Read the question with ``continue`` as given."""
    numbers = ("4835", "6247", "5114", "2840", "9143", "8466", "6268")
    rights = dict(zip(numbers, "abcdefg", strict=True))
    pairs = {"716": "4835", "6527": "6247", "7169": "5114", "2345": "2840"}
    share = '<setvar varname="SCORE" action="Add">25.00</setvar>'
    conditions = ""
    for ident, partner in pairs.items():
        test = x.is_equal(partner, f"response_{ident}")
        conditions += x.when(test, score=share, goes_on=goes_on)
        if ident in ("716", "2345"):
            conditions += x.when(f"<not>{test}</not>", f"{ident}_fb", goes_on=goes_on)
    return question(
        "matching_question",
        "<div>Make it stop! Please!</div>",
        "".join(x.left(f"response_{i}", str(n), rights) for n, i in enumerate(pairs, 1)),
        conditions,
        x.feedback("correct_fb", "You did okay")
        + x.feedback("general_incorrect_fb", "How?")
        + x.feedback("716_fb", "First wrong")
        + x.feedback("2345_fb", "Fourth wrong"),
        ids=",".join(pairs),
    )


@pytest.mark.parametrize("goes_on", ["", "Yes"])
def test_matching(goes_on: str) -> None:
    """Canvas spec, MATCHING: Canvas writes no ``continue`` and leaves distractors to choose."""
    item = matching(goes_on)
    assert item.options == ("1", "2", "3", "4")
    assert item.partners == tuple("abcdefg")
    assert item.mark({0: "a", 1: "b", 2: "c", 3: "d"}) == given(1.0)
    assert item.mark({0: "a", 1: "c", 2: "b", 3: "g"}) == given(0.25, "Fourth wrong")
    assert item.mark(None) == given(0.0, "First wrong", "Fourth wrong")
    assert any("continue" in note for note in item.ignored) is (goes_on == "")


def test_numerical() -> None:
    """Canvas spec, NUMERICAL: an exact answer with a margin and a range, first match wins."""
    exact = x.is_equal("10.6652") + f"<and>{x.between('10.1652', '11.1652')}</and>"
    item = question(
        "numerical_question",
        "<div>This is just getting annoying. The answer is 10.6652</div>",
        x.box("Decimal"),
        x.scores(f"<or>{exact}</or>", "7_fb", "correct_fb")
        + x.scores(x.between("9.0", "11.0"), "8_fb", "correct_fb")
        + INCORRECT,
        x.feedback("correct_fb", "Correct yo!")
        + x.feedback("general_incorrect_fb", "So wrong!")
        + x.feedback("7_fb", "Nice.")
        + x.feedback("8_fb", "I guess."),
    )
    assert item.mark("10.6652") == given(1.0, "Nice.")
    assert item.mark("10.1652") == item.mark("1.0165200001e1") == given(1.0, "Nice.")
    assert item.mark("9") == given(1.0, "I guess.")
    assert item.mark("10.16514") == given(1.0, "I guess.")
    assert item.mark("11.1653") == item.mark("8.9999") == given(0.0)
    assert item.mark("ten") == item.mark("") == item.mark("1/2") == given(0.0)
