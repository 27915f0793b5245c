from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.pseudo_terminal import Terminal
from tests.cli.running import ROOT, Finished, grader
from tests.quiz.writing import question, write

ONE = "day2/section4_convolution"
SOUND = question("How many?", "```answer numeric\n3\n```\n\nSo.")


def export(*arguments: str | Path, env: dict[str, str] | None = None) -> Finished:
    return grader("quiz", "export", *arguments, env={"SOURCE_DATE_EPOCH": "", **(env or {})})


def without_genanki(folder: Path, code: str) -> dict[str, str]:
    """What takes the place of genanki; a module in PYTHONPATH comes first."""
    (folder / "stub").mkdir()
    (folder / "stub" / "genanki.py").write_text(code, encoding="utf-8")
    return {"PYTHONPATH": f"{folder / 'stub'}{os.pathsep}{ROOT}"}


def a_course(folder: Path, english: str) -> Path:
    quizzes = folder / "quizzes" / "day"
    quizzes.mkdir(parents=True)
    files = write(quizzes, english)
    files.en.rename(quizzes / "section.md")
    files.ja.rename(quizzes / "section.ja.md")
    sections = '[[day.section]]\nid = "section"\ntitle = { en = "S", ja = "節" }\n'
    day = '[[day]]\nid = "day"\ntitle = { en = "D", ja = "日" }\n'
    head = 'id = "tiny"\ntitle = { en = "Tiny", ja = "小" }\n[defaults]\npoints = 1\n'
    (folder / "course.toml").write_text(head + day + sections, encoding="utf-8")
    return folder


def test_a_selected_quiz_is_written_and_losses_go_to_stderr(tmp_path: Path) -> None:
    target = tmp_path / "bank.xml"
    done = export("day2/section4", "--to", "moodle", "-o", target, "--lang", "en")
    assert done.code == 0
    assert "Moodle" in done.err
    assert "Moodle" not in done.out
    assert b"day2/section4_convolution/" in target.read_bytes()
    assert b"day1/" not in target.read_bytes()


def test_json_loses_nothing(tmp_path: Path) -> None:
    target = tmp_path / "quiz.json"
    done = export("day1/section1", "--to", "json", "-o", target)
    assert (done.code, done.err) == (0, "")
    document = json.loads(target.read_bytes())
    assert [quiz["id"] for quiz in document["quizzes"]] == ["day1/section1_affine"]
    assert document["course"]["id"] == "deep-learning-from-scratch"


def test_the_language_is_that_of_questions_and_of_what_is_said(tmp_path: Path) -> None:
    target = tmp_path / "sheet.html"
    done = export(ONE, "--to", "print", "-o", target, "--lang", "ja")
    assert done.code == 0
    assert "作成しました" in done.out
    assert "印刷用" in done.err
    text = target.read_text(encoding="utf-8")
    assert '<html lang="ja">' in text
    assert "Answer" not in text


def test_an_edition_has_the_date_that_is_asked_for(tmp_path: Path) -> None:
    files = [tmp_path / "a.apkg", tmp_path / "b.apkg", tmp_path / "c.apkg"]
    for file, made in zip(files, ("1700000000", "1700000000", "1700000001"), strict=True):
        assert export(ONE, "--to", "anki", "-o", file, env={"SOURCE_DATE_EPOCH": made}).code == 0
    first, second, later = (file.read_bytes() for file in files)
    assert first == second != later


@pytest.mark.parametrize("given", ["yesterday", "-1", "1.5", "99999999999", "١"])
def test_another_date_than_a_number_of_seconds_is_refused(tmp_path: Path, given: str) -> None:
    target = tmp_path / "a.apkg"
    done = export(ONE, "--to", "anki", "-o", target, env={"SOURCE_DATE_EPOCH": given})
    assert done.code == 2
    assert f"SOURCE_DATE_EPOCH is “{given}”" in done.err
    assert not target.exists()


def test_a_dash_is_stdout(tmp_path: Path) -> None:
    target = tmp_path / "quiz.json"
    export(ONE, "--to", "json", "-o", target)
    done = export(ONE, "--to", "json", "-o", "-")
    assert (done.code, done.out) == (0, target.read_text(encoding="utf-8"))


def test_a_terminal_gets_text_only(tmp_path: Path) -> None:
    arguments = ("quiz", "export", "--course", str(ROOT), ONE, "--lang", "en", "-o", "-", "--to")
    with Terminal(*arguments, "qti", cwd=tmp_path) as terminal:
        assert terminal.ends() == 2
        assert "not text that a terminal could show" in terminal.text
        assert "PK" not in terminal.raw
    with Terminal(*arguments, "moodle", cwd=tmp_path) as terminal:
        assert terminal.ends() == 0
        assert "</quiz>" in terminal.text


@pytest.mark.parametrize("target", ["no/quiz.json", "."])
def test_where_nothing_can_be_written_is_said(tmp_path: Path, target: str) -> None:
    done = export(ONE, "--to", "json", "-o", tmp_path / target)
    assert done.code == 2
    assert str(tmp_path / target) in done.err
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_said() -> None:
    done = export(ONE, "--to", "json", "-o", "/dev/full", "--lang", "en")
    assert done.code == 2
    assert done.out == ""
    assert done.err == "grader: /dev/full cannot be written (No space left on device).\n"


@pytest.mark.parametrize("arguments", [(ONE, "--to", "word"), ("day2/section9", "--to", "json")])
def test_what_there_is_not_is_said(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    done = export(*arguments, "-o", tmp_path / "quiz", "--lang", "en")
    assert done.code == 2
    assert arguments[-1] in done.err or arguments[0] in done.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("missing", ["--to", "-o"])
def test_format_and_file_have_to_be_named(tmp_path: Path, missing: str) -> None:
    given = {"--to": "json", "-o": str(tmp_path / "quiz.json")}
    del given[missing]
    done = export(ONE, *(part for pair in given.items() for part in pair))
    assert done.code == 2
    assert missing in done.err


def test_anki_without_genanki_is_said(tmp_path: Path) -> None:
    env = without_genanki(tmp_path, "raise ImportError")
    for language, said in (("en", "need genanki"), ("ja", "genanki が必要です")):
        target = tmp_path / "a.apkg"
        done = export(ONE, "--to", "anki", "-o", target, "--lang", language, env=env)
        assert done.code == 2
        assert said in done.err
        assert not target.exists()


def test_stopping_leaves_nothing_half_written(tmp_path: Path) -> None:
    env = without_genanki(tmp_path, "import os, signal\nos.kill(os.getpid(), signal.SIGINT)\n")
    target = tmp_path / "out" / "a.apkg"
    target.parent.mkdir()
    target.write_bytes(b"before")
    done = export(ONE, "--to", "anki", "-o", target, env=env)
    assert (done.code, done.out) == (130, "")
    assert [file.name for file in target.parent.iterdir()] == ["a.apkg"]
    assert target.read_bytes() == b"before"


def test_a_pipe_that_closes_is_no_fault() -> None:
    command = [sys.executable, "-m", "grader", "quiz", "export", "--to", "json", "-o", "-"]
    process = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    process.stdout.read(1)
    process.stdout.close()
    _, said = process.communicate(timeout=30)
    assert (process.returncode, said) == (0, "")


@pytest.mark.parametrize(
    ("sound", "broken", "said"),
    [
        ("id=q", "id=", "md:6: "),
        ("How many?", r"How many $\nosuch$ ?", "formula cannot be shown"),
        ("How many?", "![A picture](none.svg)", "none.svg cannot be read"),
    ],
)
def test_a_course_that_is_not_sound_is_said(
    tmp_path: Path, sound: str, broken: str, said: str
) -> None:
    target = tmp_path / "sheet.html"
    for number, text in enumerate((SOUND, SOUND.replace(sound, broken))):
        course = a_course(tmp_path / str(number), text)
        done = export("--course", course, "--to", "print", "-o", target, "--lang", "en")
        assert (done.code, target.exists()) == ((3, False) if number else (0, True))
        assert (said in done.err) == bool(number)
        assert "fault of the grader" not in done.err
        target.unlink(missing_ok=True)
