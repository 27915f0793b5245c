"""The reader of Moodle XML itself: what it reads, and how it marks."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.quiz.export import moodle_reader
from tests.quiz.export.moodle_reader import Given, ImportRefused
from tests.quiz.export.moodle_reader.categories import split_path
from tests.quiz.export.moodle_reader.marking import matches_pattern
from tests.quiz.export.moodle_reader.numbers import (
    FRACTIONS,
    NumberParser,
    Tolerance,
    grade_option,
)
from tests.quiz.export.moodle_samples import (
    MATCHING,
    NUMERICAL,
    SHORT,
    answer,
    first,
    question,
    read,
)


def test_the_reader_knows_no_exporter() -> None:
    for module in Path(moodle_reader.__path__[0]).glob("*.py"):
        assert not re.search(r"^\s*(from|import) grader", module.read_text(), re.MULTILINE)


def test_matching() -> None:
    found = first(MATCHING)
    assert (found.kind, found.name) == ("matching", "Layers")
    assert found.general_feedback == "So f -> g."
    assert found.options == ("affine", "relu", "pooling")
    assert found.partners == ("multiplies", "clips", "shrinks", "forgets")
    assert found.hints == ("Think of sizes", "")
    assert found.tags == ("layers", "cnn")
    assert found.shuffle is False
    assert found.combined_feedback == ("All right.", "Some right.", "None right.")
    assert found.ignored == ()
    right = {0: "multiplies", 1: "clips", 2: "shrinks"}
    assert found.mark(right) == Given(1.0, ())
    assert found.mark({**right, 2: "forgets"}) == Given(0.6666667, ())
    assert found.mark({}) == Given(0.0, ())


def test_partners_that_are_equal_are_one() -> None:
    pairs = {"sigmoid": "activation", "dense": "weights", "relu": "activation", "conv": "weights"}
    subquestions = "".join(
        f"<subquestion><text>{stem}</text><answer><text>{kind}</text></answer></subquestion>"
        for stem, kind in [*pairs.items(), ("", "loss")]
    )
    found = first(question("match", "Layers", "Which kind?", subquestions))
    assert found.partners == ("activation", "weights", "loss")
    assert found.mark(dict(enumerate(pairs.values()))).fraction == 1
    assert found.mark({0: "activation"}).fraction == 0.25
    wrong = {0: "weights", 1: "loss", 2: "weights", 3: "activation"}
    assert found.mark(wrong).fraction == 0


def test_boxes_whose_right_answers_add_up_to_too_much() -> None:
    rest = (
        "<defaultgrade>2</defaultgrade><single>false</single><shuffleanswers>false</shuffleanswers>"
        "<answernumbering>abc</answernumbering><shownumcorrect/>"
        "<correctfeedback><text><![CDATA[<p>Yes.</p>]]></text></correctfeedback>"
        + answer("3", 100, "")
        + answer("4", 0, "")
        + answer("5", 100, "")
        + "<hint><text>Odd.</text></hint>"
    )
    found = first(question("multichoice", "Kernels", "Which are usual?", rest))
    assert (found.single, found.default_mark, found.numbering) == (False, 2.0, "abc")
    assert found.options == ("3", "4", "5")
    assert found.hints == ("Odd.",)
    assert found.combined_feedback[0] == "<p>Yes.</p>"
    assert found.mark({0}).fraction == found.mark({0, 2}).fraction == 1
    assert found.ignored == ("the right answers add up to 200% of the mark",)


def test_boxes_and_radio_buttons() -> None:
    shares = [("w", 50, "w is learnt"), ("x", -100, "x is given"), ("b", 50, "b is learnt")]
    rest = "<single>false</single>" + "".join(answer(*share) for share in shares)
    boxes = first(question("multichoice", "Parameters", "Which are learnt?", rest))
    assert boxes.mark({0, 2}) == Given(1.0, ("w is learnt", "b is learnt"))
    assert boxes.mark({0}) == Given(0.5, ("w is learnt",))
    assert boxes.mark({0, 1, 2}).fraction == 0
    assert boxes.mark({1}) == Given(0.0, ("x is given",))
    rest = answer("w", 100, "w is learnt") + answer("x", -33.33333, "x is given")
    radio = first(question("multichoice", "Parameter", "Which one is learnt?", rest))
    assert radio.mark(0) == Given(1.0, ("w is learnt",))
    assert radio.mark(1) == Given(-0.3333333, ("x is given",))


def test_numbers_within_tolerance() -> None:
    found = first(NUMERICAL)
    assert (found.penalty, found.hints) == (0.1, ("Count", "Count again"))
    assert found.mark("28.001") == Given(1.0, ("Yes.",))
    assert found.mark("28.0011") == Given(0.0, ("Far off.",))
    assert found.mark("13") == Given(0.0, ("Halved once too often.",))
    assert found.mark("many") == found.mark("") == Given(0.0, ())


@pytest.mark.parametrize("typed", ["0.25 epochs", "0.25", "0.25 s", "250ms", "25000000x10^-5ms"])
def test_units(typed: str) -> None:
    units = "".join(
        f"<unit><multiplier>{count}</multiplier><unit_name>{name}</unit_name></unit>"
        for name, count in [("s", 1), ("ms", 1000)]
    )
    rest = answer("0.25", 100, "Yes.") + f"<units>{units}</units>"
    assert first(question("numerical", "Time", "How long?", rest)).mark(typed).fraction == 1


@pytest.mark.parametrize(
    ("typed", "value", "unit"),
    [
        ("2x10^6 px/s", 2e6, "px/s"),
        ("7k", 7, "k"),
        ("0002.500 px", 2.5, "px"),
        (".5e+2", 50, ""),
        ("9 rows", 9, "rows"),
        ("1.50x10**-4", 1.5e-4, ""),
        ("0.02×10**3", 20, ""),
        ("50,000,000", 5e7, ""),
        (". px", None, ""),
        ("    ", None, ""),
        ("2,5", 25, ""),
    ],
)
def test_numbers_as_typed(typed: str, value: float | None, unit: str) -> None:
    found = NumberParser({"px/s": 1, "k": 1e-3, "px": 2.5}).parse(typed)
    assert (found.value if found else None) == (None if value is None else pytest.approx(value))
    assert (found.unit if found else "") == unit


def test_numbers_in_other_languages() -> None:
    comma = NumberParser({}, point=",", thousands=" ")
    found = [comma.parse(typed) for typed in ("-60 000", "2,71828")]
    assert [quantity.value for quantity in found if quantity] == [-60000, 2.71828]
    prices = NumberParser({"¥": 1, "€": 1}, units_before=True).parse("¥9,876.50")
    assert prices is not None
    assert (prices.value, prices.unit) == (9876.5, "¥")


def test_both_ends_of_a_tolerance_belong_to_it() -> None:
    five, tiny, zero = Tolerance(5, 2), Tolerance(1e-18, 0), Tolerance(0, 1e-22)
    assert [five.holds(value) for value in (2.99, 3, 7, 7.01)] == [False, True, True, False]
    assert [tiny.holds(value) for value in (0.9999999e-18, 1e-18)] == [False, True]
    assert [zero.holds(value) for value in (-1e-22, 1e-22, 2e-22)] == [True, True, False]


def test_a_short_answer() -> None:
    found = first(SHORT)
    assert found.mark("  mOMENTUM ") == Given(1.0, ("Yes.",))
    assert found.mark("Momentums") == Given(0.0, ("No.",))
    assert found.mark(" ") == Given(0.0, ())


@pytest.mark.parametrize(
    ("response", "pattern", "with_case", "without"),
    [
        ("  RELU ", "ReLU", False, True),
        ("ReLUs", "ReLU", False, False),
        ("  leaky ReLU  ", "l*LU", True, True),
        ("lU", "l*LU", False, False),
        ("  *  ", r"\*", True, True),
        ("x*w", r"x\*w", True, True),
        ("xw", r"x\*w", False, False),
        ("b", "[a-c]", False, False),
        (r"\(x)/", r"\(x)/", True, True),
        ("PÉRIODE", "Période", False, True),
        ("e\u0301poque", "\u00e9poque", True, True),
        ("0", "*0*", True, True),
        ("<b></b>", "***<b>***</b>", True, True),
        ("mass", "maß", False, False),
        ("x+y", "x**y", True, True),
    ],
)
def test_patterns(response: str, pattern: str, with_case: bool, without: bool) -> None:
    assert matches_pattern(response, pattern, case_sensitive=True) is with_case
    assert matches_pattern(response, pattern, case_sensitive=False) is without


def test_fractions_near_those_of_the_list() -> None:
    assert grade_option(0.333333) == grade_option(0.33333) == 0.3333333
    assert grade_option(0.3333) is None
    assert grade_option(0.33, "nearest") == 0.3333333
    assert grade_option(-0.15, "nearest") == -0.1428571


def test_all_fractions_of_the_list_are_read() -> None:
    assert len(FRACTIONS) == 41
    for fraction in FRACTIONS:
        rest = answer("A", 100, "") + answer("B", round(fraction * 100, 5), "")
        assert first(question("multichoice", "q", "?", rest)).mark(1).fraction == fraction


def test_a_fraction_that_is_not_in_the_list_stops_the_import() -> None:
    rest = "<single>false</single>" + answer("1", -50, "") + answer("2", 33, "")
    with pytest.raises(ImportRefused, match=r"'33'.*not in Moodle's list"):
        read(question("multichoice", "Thirds", "Which?", rest))


def test_paths_of_categories() -> None:
    path = (
        "$course$/Ann's quizzes/Slashes // and //// too/It ends in one // / // and it begins so/"
        '<span lang="en" class="multilang">Layers<//span> '
        '<span lang="fr" class="multilang">Couches<//span>'
    )
    assert split_path(path) == (
        "course",
        (
            "Ann's quizzes",
            "Slashes / and // too",
            "It ends in one /",
            "/ and it begins so",
            '<span lang="en" class="multilang">Layers</span> '
            '<span lang="fr" class="multilang">Couches</span>',
        ),
    )
    assert split_path("$module$/top/Week 1") == ("module", ("Week 1",))
