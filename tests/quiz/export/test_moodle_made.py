"""What Moodle would refuse, cut or mark otherwise, one by one."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from grader.errors import CourseError
from grader.quiz.export import Edition, load_format
from grader.quiz.load import load_quiz
from grader.quiz.model import Quiz
from grader.words import Language, Text
from tests.quiz.export.course import EDITION
from tests.quiz.export.hostile import NASTY, hostile_quiz
from tests.quiz.export.moodle_reader import Bank, BankQuestion, read_bank
from tests.quiz.export.moodle_reader.categories import split_path
from tests.quiz.export.prose import shown, squeezed
from tests.quiz.writing import folded, question, write

PNG = b"\x89PNG\r\n\x1a\n"


def bank(*quizzes: Quiz, language: Language = "en", edition: Edition = EDITION) -> Bank:
    """What Moodle imports, with nothing ignored."""
    found = read_bank(load_format("moodle").write(quizzes, language, edition))
    assert found.ignored == ()
    return found


def quiz(folder: Path, *questions: str, japanese: str | None = None) -> Quiz:
    return load_quiz(write(folder, "\n".join(questions), japanese))


def one(folder: Path, asked: str) -> BankQuestion:
    (found,) = bank(quiz(folder, asked)).questions
    return found


def lost(made: Quiz) -> list[str]:
    said = load_format("moodle").losses([made])
    return [sentence.name.partition(".")[2] for sentence in said]


def key(kind: str, lines: str) -> str:
    return f"```answer {kind}\n{lines}\n```\n\nSo."


def test_hostile_text_stays_text(tmp_path: Path) -> None:
    choice, _ = bank(hostile_quiz(tmp_path)).questions
    nasty = squeezed(NASTY.replace("`", ""))
    assert nasty in shown(choice.text)
    assert r"\(a<b\&c>d\)" in shown(choice.text)
    assert shown(choice.options[0]) == nasty
    assert choice.mark(1).feedback == ("<p>Not <code>&lt;i&gt;</code>.</p>",)
    assert choice.name == '＜u> & "q"'


def test_a_star_in_the_key_is_a_star(tmp_path: Path) -> None:
    _, typed = bank(hostile_quiz(tmp_path)).questions
    assert typed.mark("A*B <c> & d").fraction == 1
    assert typed.mark("aXb <c> & d").fraction == 0


def test_ends_of_sections_are_only_text(tmp_path: Path) -> None:
    asked = question("Which?", key("text", "a]]>b | <![CDATA[x]]>"), "id=q points=2.5")
    found = one(tmp_path, asked.replace("A question", "`]]>` and `]]]]><![CDATA[>`"))
    assert [found.mark(typed).fraction for typed in ("a]]>b", "<![CDATA[X]]>", "a]]b")] == [1, 1, 0]
    assert (found.name, found.default_mark) == ("]]> and ]]]]>＜![CDATA[>", 2.5)


def test_what_is_right_here_is_not_called_wrong_there(tmp_path: Path) -> None:
    wrong = (
        "- `drop-out` | `ＤＲＯＰＯＵＴ` | `pooling`\n  > No.\n- `Pooling` | `norm`\n  > Neither."
    )
    found = one(tmp_path, question("Which?", f"{key('text', 'dropout')}\n\n{wrong}"))
    typed = ("Dropout", "drop-out", "ｄｒｏｐｏｕｔ", "POOLING", "norm", "relu")
    fractions = [found.mark(word).fraction for word in typed]
    assert fractions == [1, 0, 0, 0, 0, 0]
    said = [list(map(shown, found.mark(word).feedback)) for word in typed]
    assert said == [[], [], [], ["No."], ["Neither."], []]


@pytest.mark.parametrize("count", range(1, 21))
def test_right_options_share_the_points(tmp_path: Path, count: int) -> None:
    options = "\n".join(f"- [x] right {number}" for number in range(count)) + "\n- [ ] wrong"
    asked = question(f"Which?\n\n{options}", attributes="id=q type=multi")
    found = one(tmp_path, asked)
    right = set(range(count))
    assert found.mark(right).fraction == pytest.approx(1, abs=1e-6)
    assert found.mark({*right, count}).fraction < 1 - 0.04
    assert found.mark({count}).fraction == 0
    if count > 1:
        parts = [found.mark(right - {left_out}).fraction for left_out in right]
        assert max(parts) < 1 - 0.04
        assert count > 10 or parts == pytest.approx([1 - 1 / count] * count, abs=1e-6)


def test_more_right_options_than_moodle_can_weigh_are_refused(tmp_path: Path) -> None:
    options = "\n".join(f"- [x] right {number}" for number in range(21))
    with pytest.raises(CourseError, match="20 right options at most; here there are 21"):
        one(tmp_path, question(f"Which?\n\n{options}\n- [ ] wrong"))


def test_a_percentage_is_right_either_way(tmp_path: Path) -> None:
    found = one(tmp_path, question("How much?", key("numeric", "17.5% ± 0.1%")))
    right = ("17.5", "0.175", "17.5%", "17.4", "17.6", "0.176")
    assert [found.mark(typed).fraction for typed in right] == [1] * len(right)
    wrong = ("17.39", "17.61", "0.1739", "0.1761", "1.75", "175")
    assert [found.mark(typed).fraction for typed in wrong] == [0] * len(wrong)


def test_what_moodle_reads_otherwise_is_said(tmp_path: Path) -> None:
    made = quiz(tmp_path, question("How much?", key("numeric", "1")))
    (found,) = bank(made).questions
    assert found.mark("1/4").fraction == 1
    assert lost(made) == ["plain_numbers", "moodle_numbers", "bank"]


def test_no_field_for_the_answer_opens_within_code(tmp_path: Path) -> None:
    body = "Fill `__init__` and `______`:\n\n```python\nx = _____ + ____\n```\n\nHow many?"
    found = one(tmp_path, question(body, key("numeric", "2")))
    assert re.search("_{5}", found.text) is None
    assert "x=_____+____" in shown(found.text)
    assert "Fill__init__and______:" in shown(found.text)


def test_images_stand_in_the_text_that_shows_them(tmp_path: Path) -> None:
    for number in range(5):
        (tmp_path / f"図 {number}.png").write_bytes(PNG + bytes([number]))
    image = "![A line.](<図 {}.png>)".format
    body = f"{image(0)}\n\n- [x] {image(1)}\n- [ ] {image(0)}\n  > {image(2)}"
    inside = f"{image(3)}\n\n{image(4)}"
    asked = question(body, inside) + "\n" + folded(image(0), summary="Hint")
    made = quiz(tmp_path, asked)
    (found,) = bank(made).questions
    assert sorted(content[-1] for content in found.files.values()) == [0, 1, 2, 3, 4]
    assert all(re.fullmatch(r"\w+\.png", name) for name in found.files)
    assert found.mark(1).feedback[0].count("<img") == 1


def test_the_description_of_a_category_shows_images_without_files(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(PNG)
    intro = "![A line.](a.png)\n\n"
    made = load_quiz(write(tmp_path, intro + question("How much?", key("numeric", "1"))))
    (info,) = bank(made).categories.values()
    assert 'src="data:image/png;base64,' in info


def test_a_missing_image_is_said(tmp_path: Path) -> None:
    with pytest.raises(CourseError, match=r"a\.png cannot be read"):
        one(tmp_path, question("![A line.](a.png)", key("numeric", "1")))


def test_questions_for_a_person_lose_their_hints_and_it_is_said(tmp_path: Path) -> None:
    hint = "\n" + folded("Think.", summary="Hint")
    code = "```python\n___1___\n```"
    asked = [question(code, key("code", "1: x"), "id=a") + hint]
    asked.append(question("How much?", key("numeric", "1"), "id=b") + hint)
    made = quiz(tmp_path, *asked)
    assert [found.hints for found in bank(made).questions] == [(), ("<p>Think.</p>",)]
    expected = ["by_hand", "plain_numbers", "moodle_numbers", "moodle_hints", "bank"]
    assert lost(made) == expected
    assert load_format("moodle").losses([made])[3].values == {"count": 1}


def test_an_essay_says_how_long_it_may_be(tmp_path: Path) -> None:
    inside = "```answer essay max=300\nBecause.\n```\n\n- [ ] (1) Says why.\n\nSo."
    found = one(tmp_path, question("Why?", inside))
    assert "300 characters at most" in found.text
    assert "Because." in found.grader_info
    assert "Says why." in found.grader_info


def test_long_names_are_cut_and_long_ids_stay_apart(tmp_path: Path) -> None:
    tags = f'tags="{"a" * 60},{"a" * 70},B,b,level-1,x<y>`"'
    ids = [f"{'a' * 120}-{number}" for number in range(2)]
    asked = [question("How much?", key("numeric", "1"), f"id={ident} {tags}") for ident in ids]
    asked[0] = asked[0].replace("A question", "long " * 60)
    first, second = bank(quiz(tmp_path, *asked)).questions
    assert len(first.name) == 255
    assert first.name.endswith("…")
    assert first.id_number != second.id_number
    assert first.tags == ("a" * 50, "B", "level-1", "x y")


def test_titles_and_folders_become_categories(tmp_path: Path) -> None:
    made = quiz(tmp_path, question("How much?", key("numeric", "1")))
    made = replace(made, id="day 1/top/a<b>")
    edition = replace(EDITION, title=Text(en="/A and/or B//", ja="同じ"))
    (path,) = bank(made, edition=edition).categories
    assert split_path(path) == ("course", ("/A and/or B//", "day 1", "Top", "a＜b>"))


def test_two_languages_never_share_a_category(tmp_path: Path) -> None:
    made = quiz(tmp_path, question("How much?", key("numeric", "1")))
    edition = replace(EDITION, title=Text(en="NumPy", ja="NumPy"))
    english, japanese = (bank(made, language=one, edition=edition) for one in ("en", "ja"))
    assert set(english.categories).isdisjoint(japanese.categories)


def test_a_test_of_a_whole_day_comes_before_those_of_its_sections(tmp_path: Path) -> None:
    made = quiz(tmp_path, question("How much?", key("numeric", "1")))
    found = bank(replace(made, id="day1/section1"), replace(made, id="day1"))
    assert [asked.id_number for asked in found.questions] == ["day1/q", "day1/section1/q"]
