"""The reader on the forms gpoore/text2qti 0.8.0 writes (xml_assessment.py), and on packages."""

from __future__ import annotations

from tests.quiz.export import qti_samples as x
from tests.quiz.export.qti_reader import new_quizzes_errors, read_package
from tests.quiz.export.qti_samples_read import question, read


def test_numerical_of_text2qti() -> None:
    """text2qti: exact answers with bounds, without a margin all three the same; a range."""
    exact = x.is_equal("5") + f"<and>{x.between('5', '5')}</and>"
    item = question(
        "numerical_question", "<p>int?</p>", x.box("Decimal"), x.scores(f"<or>{exact}</or>")
    )
    assert item.mark("5.00001").fraction == 1  # the page rounds to four decimals
    assert item.mark("5.0001").fraction == 0
    item = question(
        "numerical_question", "<p>range?</p>", x.box("Decimal"), x.scores(x.between("1.5", "2.5"))
    )
    assert [item.mark(text).fraction for text in ("1.5", "2.50", "2.6")] == [1, 1, 0]


def test_thousands() -> None:
    """The page reads commas in groups of three as separators (English locale)."""
    item = question(
        "numerical_question", "<p>many</p>", x.box("Decimal"), x.scores(x.between("1500", "1500.0"))
    )
    assert item.mark("1,500").fraction == 1
    assert item.mark("1,5").fraction == 0


def choose(ident: str, points: str = "1") -> str:
    """Write a choice question."""
    return x.item(
        "multiple_choice_question",
        "<p>A?</p>",
        x.choice({"c1": "<p>x</p>", "c2": "<p>y</p>"}, kind="text/html"),
        x.scores(x.is_equal("c1")),
        ident=ident,
        points=points,
    )


def test_group_of_text2qti() -> None:
    """text2qti: a section with selection_ordering; its points replace those of the items."""
    document = x.assessment(choose("q1"), x.group("g1", 1, "2", choose("q2"), choose("q3", "2")))
    meta = x.settings(points_possible="3.0", allowed_attempts="1", shuffle_answers="true")
    (found,) = read(document, meta).quizzes
    assert [(g.pick, g.points, g.items) for g in found.groups] == [(1, 2.0, ("q2", "q3"))]
    assert [item.points for item in found.items] == [1, 2, 2]
    assert any("its points" in note for note in found.items[1].ignored)
    assert found.settings["shuffle_answers"] == "true"
    assert found.ignored == ()


def test_packaged_picture() -> None:
    """text2qti and Canvas: a file of the package, listed as webcontent."""
    for token in ("%24IMS-CC-FILEBASE%24", "$IMS-CC-FILEBASE$"):
        source = f'<p>See <img src="{token}/images/a%20b.png" alt="a"></p>'
        document = x.assessment(x.item("text_only_question", source, points="0"))
        read_back = read_package(x.package(document, files={"images/a b.png": b"PNG"}))
        assert read_back.quizzes[0].items[0].text == source
        assert read_back.ignored == ()


def test_comment_with_special_signs() -> None:
    """html_helper.rb, detect_html: an attribute keeps a single paragraph from being opened up."""
    comment = '<p class="note">a &lt; b &amp; c</p>'
    item = question(
        "multiple_choice_question",
        "<p>A?</p>",
        x.choice({"c1": "a < b", "c2": "<p>a &amp; b</p>"}),
        x.when(x.is_equal("c1"), "c1_fb") + x.scores(x.is_equal("c1")),
        x.feedback("c1_fb", comment, "text/html"),
    )
    assert item.mark(0).feedback == (comment,)


def test_settings_over_assessment() -> None:
    """quiz_metadata_converter.rb: the settings file overrides what the QTI document says."""
    meta = x.settings(title="Other", description="<p>Hello &amp; welcome</p>")
    (found,) = read(x.assessment(choose("q1")), meta).quizzes
    assert (found.title, found.description) == ("Other", "<p>Hello &amp; welcome</p>")
    assert any("overridden" in note for note in found.ignored)


def test_new_quizzes() -> None:
    """New Quizzes wants both bounds, a decimal point and a Decimal box."""
    good = x.is_equal("5.0") + f"<and>{x.between('5.0', '5.0')}</and>"
    bare = x.is_equal("5")
    for test, box, count in ((good, "Decimal", 0), (bare, "Decimal", 2), (good, "Integer", 1)):
        item = x.item("numerical_question", "5?", x.box(box), x.scores(f"<or>{test}</or>"))
        content = x.package(x.assessment(item))
        assert read_package(content).quizzes
        assert len(new_quizzes_errors(content)) == count
    text = x.package(x.assessment(x.item("text_only_question", "<p>Read</p>", points="0")))
    assert new_quizzes_errors(text) == ["Question i1: a text-only question is not imported."]
