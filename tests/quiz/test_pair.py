"""Two files, one quiz: what the Japanese file takes from the English one, and must not change."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.errors import CourseError
from grader.quiz.load import QuizFiles, find_quizzes, load_quiz, read_quiz
from grader.quiz.parse.markdown import plain
from tests.quiz.writing import folded, names, question, read, read_one

ENGLISH = question("Which?\n\n- [ ] one\n  > No.\n- [x] two", attributes="id=q points=3 tags=a")
JAPANESE = "## 問題\n<!-- q: id=q -->\nどれ?\n\n- [ ] 一\n  > いいえ\n- [ ] 二\n\n" + folded(
    "だから。", "解答"
)


def test_the_translation_takes_key_points_and_tags(tmp_path: Path) -> None:
    found = read_one(tmp_path, ENGLISH, JAPANESE)
    assert (found.points, found.tags) == (3, ("a",))
    assert found.answer.right_responses() == (1,)
    assert plain(found.options[1].text.ja.blocks) == "二"
    assert plain(found.explanation.ja.blocks) == "だから。"


def test_the_translation_may_repeat_the_key(tmp_path: Path) -> None:
    assert read_one(tmp_path, ENGLISH, JAPANESE.replace("[ ] 二", "[x] 二")).options


TYPED = question("How many?", "```answer numeric\n4\n```\n- `3`\n  > No.\n\nx")
ESSAY = question("Why?", "```answer essay\nSo.\n```\n- [ ] (1) a\n\nx")
TWO = f"{ENGLISH}\n{ENGLISH.replace('id=q', 'id=r')}"


@pytest.mark.parametrize(
    ("name", "english", "japanese"),
    [
        ("not_translated", TWO, ENGLISH),
        ("not_in_primary", ENGLISH, TWO),
        ("other_sequence", TWO, f"{ENGLISH.replace('id=q', 'id=r')}\n{ENGLISH}"),
        ("attribute_differs", ENGLISH, JAPANESE.replace("id=q", "id=q points=2")),
        ("part_differs", ENGLISH, JAPANESE.replace("\n- [ ] 二", "")),
        ("ticks_differ", ENGLISH, JAPANESE.replace("[ ] 一", "[x] 一")),
        ("feedback_once", ENGLISH, JAPANESE.replace("\n  > いいえ", "")),
        ("key_differs", TYPED, TYPED.replace("\n4\n", "\n5\n")),
        ("distractor_differs", TYPED, TYPED.replace("`3`", "`2`")),
        ("rubric_differs", ESSAY, ESSAY.replace("(1)", "(2)")),
        ("model_answer_missing", ESSAY, ESSAY.replace("```answer essay\nSo.\n```", "")),
        (
            "blanks_differ",
            question("```python\n___1___\n```", "```answer code\n1: x\n```\nx"),
            question("```python\n___2___\n```"),
        ),
    ],
)  # fmt: skip
def test_a_translation_that_is_not_one_is_refused(
    name: str, english: str, japanese: str, tmp_path: Path
) -> None:
    assert name in names(read(tmp_path, english, japanese).findings)


def test_both_files_have_to_be_there(tmp_path: Path) -> None:
    files = QuizFiles("q", tmp_path / "q.md", tmp_path / "q.ja.md")
    assert names(read_quiz(files).findings) == ["file_missing", "file_missing"]
    with pytest.raises(CourseError, match="this file is missing"):
        load_quiz(files)


def test_a_file_in_another_encoding_is_said(tmp_path: Path) -> None:
    files = QuizFiles("q", tmp_path / "q.md", tmp_path / "q.ja.md")
    for path in (files.en, files.ja):
        path.write_bytes("題名".encode("shift_jis"))
    assert names(read_quiz(files).findings) == ["file_unreadable", "file_unreadable"]


def test_quizzes_are_listed_by_their_path(tmp_path: Path) -> None:
    for name in ("day1/b.md", "day1/b.ja.md", "day1/a.ja.md", "day1/fig/l1.svg"):
        path = tmp_path / "quizzes" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    assert [files.id for files in find_quizzes(tmp_path)] == ["day1/a", "day1/b"]


def test_the_digest_tells_every_change(tmp_path: Path) -> None:
    first = read_one(tmp_path, ENGLISH, JAPANESE).digest
    assert read_one(tmp_path, ENGLISH, JAPANESE).digest == first
    other_key = ENGLISH.replace("[ ] one\n  > No.", "[x] one")
    other_key = other_key.replace("[x] two", "[ ] two\n  > No.")
    translated = JAPANESE.replace("\n  > いいえ", "").replace("二", "二\n  > いいえ")
    others = {
        read_one(tmp_path, ENGLISH, JAPANESE.replace("二", "三")).digest,
        read_one(tmp_path, ENGLISH.replace("points=3", "points=4"), JAPANESE).digest,
        read_one(tmp_path, ENGLISH.replace("Because", "For"), JAPANESE).digest,
        read_one(tmp_path, other_key, translated).digest,
    }
    assert len({first, *others}) == 5
