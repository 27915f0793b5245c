from __future__ import annotations

import base64
import io
import json
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

from grader.errors import CourseError
from grader.quiz.export import format_names, load_format
from grader.quiz.load import load_quiz
from tests.quiz.export.course import EDITION, exported
from tests.quiz.writing import question, write


def images(name: str) -> list[bytes]:
    """All drawings that an export carries."""
    content = exported(name)
    if name in ("anki", "qti"):
        archive = zipfile.ZipFile(io.BytesIO(content))
        parts = (archive.read(entry) for entry in archive.namelist())
        return [part for part in parts if part.lstrip().startswith(b"<svg")]
    if name == "moodle":
        found = ElementTree.fromstring(content).iter("file")
        return [base64.b64decode(element.text or "") for element in found]
    return [
        base64.b64decode(data)
        for data in re.findall(r"data:image/svg\+xml;base64,([\w+/=]+)", content.decode())
    ]


@pytest.mark.parametrize("name", format_names())
def test_drawings_can_be_seen_on_any_page(name: str) -> None:
    found = images(name)
    assert len(found) >= 5
    for drawing in found:
        assert b"prefers-color-scheme" not in drawing
        assert b"background:#fff" in drawing
        ElementTree.fromstring(drawing)


def test_qti_packs_its_images_as_files() -> None:
    archive = zipfile.ZipFile(io.BytesIO(exported("qti")))
    text = "".join(archive.read(n).decode() for n in archive.namelist() if n.endswith(".xml"))
    shown = set(re.findall(r"%24IMS-CC-FILEBASE%24/(images/\w+\.svg)", text))
    assert shown == {name for name in archive.namelist() if name.startswith("images/")}
    assert "data:image" not in text
    manifest = archive.read("imsmanifest.xml").decode()
    assert all(f'type="webcontent" href="{name}"' in manifest for name in shown)


def test_a_picture_goes_out_as_it_is(tmp_path: Path) -> None:
    picture = b"\x89PNG <style>prefers-color-scheme</style>"
    (tmp_path / "a.png").write_bytes(picture)
    quiz = load_quiz(write(tmp_path, question("![A picture](a.png)", answer())))
    document = json.loads(load_format("json").write([quiz], "en", EDITION))
    body = document["quizzes"][0]["questions"][0]["body"]["en"]
    assert base64.b64encode(picture).decode() in body


def test_a_missing_image_is_said(tmp_path: Path) -> None:
    quiz = load_quiz(write(tmp_path, question("![A picture](none.svg)", answer())))
    for name in format_names():
        with pytest.raises(CourseError, match=r"none\.svg cannot be read \(No such file"):
            load_format(name).write([quiz], "en", EDITION)


def answer() -> str:
    return "```answer numeric\n1\n```\n\nSo."
