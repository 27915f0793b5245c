from __future__ import annotations

import json
import os
import time
import tracemalloc
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.course.answer import MAX_BYTES, Answer
from grader.course.exercise import Exercise
from grader.course.notebooks import MAX_CELLS, MAX_CODE, read_notebook
from grader.course.submission import find_answer, open_submission, unclaimed_files
from grader.errors import USAGE, UsageError
from tests.course.notebook_files import Cell, code, markdown, notebook, write_notebook

ID = "day1/section3_output/softmax"
EXERCISE = Exercise(ID, Path("course"), 10.0)
OTHER = Exercise("day1/section3_output/cross_entropy_error", Path("course"), 10.0)
SOURCE = "def softmax(x):\n    return x"


def find(*cells: Any, exercise: Exercise = EXERCISE) -> Answer | None:
    return read_notebook("week1.ipynb", notebook(cells)).find_answer(exercise)


def answer_in(*cells: Any) -> Answer:
    answer = find(*cells)
    assert answer is not None
    return answer


def number_of(answer: Answer) -> object:
    assert answer.cell is not None
    return answer.cell.values["number"]


def refused(data: bytes) -> str:
    with pytest.raises(UsageError) as caught:
        read_notebook("week1.ipynb", data)
    assert caught.value.exit_code == USAGE
    assert "week1.ipynb" in str(caught.value)
    return caught.value.sentence.name


def test_a_cell_is_found_by_the_name_of_its_function() -> None:
    answer = answer_in(markdown("# def softmax"), code("x = 1"), code(SOURCE))
    assert answer.source == SOURCE
    assert answer.path == Path("week1.ipynb, cell 3")
    assert (number_of(answer), answer.earlier, answer.remarks) == (3, "", ())


def test_the_source_may_be_a_list_of_lines() -> None:
    assert answer_in(code(["def softmax(x):\n", "    return x"])).source == SOURCE


def test_a_notebook_without_the_function_has_no_answer() -> None:
    assert find(code("relu = 1"), markdown(SOURCE), code("softmax(x)"), code("")) is None
    assert find() is None


@pytest.mark.parametrize("mark", [ID, "softmax", "section3_output/softmax"])
def test_a_marked_cell_is_the_answer_even_if_its_function_is_gone(mark: str) -> None:
    answer = answer_in(code("x = 1"), code("y = 2", mark), code("z = 3"))
    assert (number_of(answer), answer.source) == (2, "y = 2")


def test_a_cell_may_be_marked_by_its_magic() -> None:
    answer = answer_in(code("%%check softmax\nx = (1"), code("%%check relu\ny"))
    assert (number_of(answer), answer.source) == (1, "\nx = (1")


def test_a_marked_cell_without_the_function_gives_way_to_one_that_has_it() -> None:
    assert number_of(answer_in(code(SOURCE), code("x = 1", ID))) == 1


def test_the_last_definition_wins_and_the_student_is_told() -> None:
    answer = answer_in(code(SOURCE, ID), code(SOURCE, ID), code("def softmax(x): return 3"))
    assert number_of(answer) == 3
    assert [dict(remark.values) for remark in answer.remarks] == [{"last": 3, "others": "1, 2"}]


def test_what_python_can_read_goes_before_what_it_cannot() -> None:
    assert number_of(answer_in(code(SOURCE), code("def softmax(x):\n    return (x"))) == 1


def test_a_function_that_python_cannot_read_is_still_an_answer() -> None:
    answer = answer_in(code("def softmax(x):\n    return (x"), code("def softmaxes(x:"))
    assert (number_of(answer), answer.problem) == (1, None)


def test_helpers_come_from_before_and_if_need_be_from_behind() -> None:
    cells = [
        code("import numpy as np\n%matplotlib inline\n!ls"),
        code("def total(x):\n    return 1"),
        code("def softmax(x):\n    return np.exp(x) / total(x) + EPS"),
        code("def total(x):\n    return 2\nEPS = 1"),
        code("broken = ("),
        markdown("EPS = 2"),
    ]
    assert answer_in(*cells).earlier.split("\n") == [
        *("def total(x):", "    return 2", "EPS = 1"),
        *("import numpy as np", "def total(x):", "    return 1"),
    ]


def test_cells_of_other_languages_and_magics_are_no_python() -> None:
    assert find(code(f"%%writefile softmax.py\n{SOURCE}"), code(f"%%html\n{SOURCE}")) is None
    assert answer_in(code(f"%%time\n{SOURCE}")).source == f"\n{SOURCE}"


def test_line_ends_and_halves_of_characters_do_no_harm() -> None:
    assert answer_in(code("def softmax(x):\r\n    return x")).source == SOURCE
    assert answer_in(code(SOURCE + " # \ud800")).source == SOURCE + " # ?"


@pytest.mark.parametrize(
    "metadata",
    [
        None,
        3,
        [],
        {"grader": None},
        {"grader": [ID]},
        {"grader": {"exercise": None}},
        {"grader": {"exercise": [ID]}},
        {"grader": {"exercise": {"id": ID}}},
        {"grader": {"exercise": "/"}},
        {"grader": {"exercise": "../../softmax\0"}},
        {"grader": {"exercise": "x" * 900_000}},
        {"grader": {"exercise": ""}},
        {"grader": "x" * 2_000_000},
    ],
    ids=lambda metadata: repr(metadata)[:40],
)
def test_hostile_metadata_marks_nothing(metadata: Any) -> None:
    cells = [code("y = 2", metadata=metadata), code(SOURCE, metadata=metadata)]
    assert number_of(answer_in(*cells)) == 2
    assert find(*cells, exercise=OTHER) is None


@pytest.mark.parametrize(
    "cell",
    [
        None,
        "code",
        [],
        {},
        code(None),  # type: ignore[arg-type]
        code(["a", 3]),  # type: ignore[list-item]
        code({"a": 1}),  # type: ignore[arg-type]
        {"cell_type": "code", "source": "x = 1"},
        {"cell_type": ["code"], "source": SOURCE},
        {"cell_type": "raw", "source": SOURCE},
    ],
    ids=lambda cell: repr(cell)[:40],
)
def test_cells_that_are_none_still_count(cell: Cell) -> None:
    assert number_of(answer_in(cell, code(SOURCE))) == 2


def test_of_entries_with_one_name_the_last_counts() -> None:
    body = notebook([code(SOURCE)]).decode().removeprefix("{")
    found = read_notebook("n", ('{"cells": 3, "nbformat": 3, ' + body).encode())
    assert found.find_answer(EXERCISE) is not None


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"", "no_notebook"),
        (b"hello", "no_notebook"),
        (b"[]", "no_notebook"),
        (b"{}", "other_format"),
        (b'{"nbformat": 4}', "no_notebook"),
        (b'{"nbformat": 4, "cells": {}}', "no_notebook"),
        (b'{"nbformat": 3, "worksheets": [{"cells": []}]}', "other_format"),
        (b'{"nbformat": 5, "cells": []}', "other_format"),
        (b'{"nbformat": "4", "cells": []}', "other_format"),
        (b'{"nbformat": 1e999, "cells": []}', "other_format"),
        (notebook([code(SOURCE)])[:-3], "no_notebook"),
        (notebook([code(SOURCE)]).decode().encode("utf-16"), "no_notebook"),
        (notebook([code(SOURCE)]) + b"x", "no_notebook"),
        (b'{"nbformat": 4, "cells": [{"source": "\xff"}]}', "no_notebook"),
    ],
    ids=lambda data: repr(data)[:40],
)
def test_what_is_no_notebook_is_refused_in_one_sentence(data: bytes, name: str) -> None:
    assert refused(data) == f"notebook.{name}"


def test_a_byte_order_mark_is_passed_over() -> None:
    data = b"\xef\xbb\xbf" + notebook([code(SOURCE)])
    assert read_notebook("n", data).find_answer(EXERCISE) is not None


def test_too_much_is_refused() -> None:
    assert refused(notebook([code("")] * (MAX_CELLS + 1))) == "notebook.too_many_cells"
    lines = "x = 1\n" * (MAX_BYTES // 6)
    assert (
        refused(notebook([code(lines)] * (MAX_CODE // MAX_BYTES + 1))) == "notebook.too_much_code"
    )


def test_an_answer_is_no_longer_than_a_file_may_be() -> None:
    answer = answer_in(code(SOURCE + "\n#" + "x" * MAX_BYTES))
    assert answer.problem is None or answer.problem.name == "submission.too_large"
    assert (answer.source, answer.earlier) == ("", "")
    answer = answer_in(code(SOURCE + "\n#" + "x" * 6_000, ID))
    assert answer.problem is not None
    assert answer.problem.name == "submission.line_too_long"


def test_outputs_of_fifty_megabytes_are_not_kept(tmp_path: Path) -> None:
    picture = {"output_type": "display_data", "data": {"image/png": "A" * 50_000_000}}
    path = write_notebook(tmp_path / "n.ipynb", [code(SOURCE, outputs=[picture]), code("x = 1")])
    tracemalloc.start()
    started = time.monotonic()
    try:
        submission = open_submission(str(path), selected=7)
        kept, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert time.monotonic() - started < 5
    # The file is read once; neither text nor values are made of what is not wanted.
    assert peak < 1.2 * path.stat().st_size
    assert kept < 1_000_000
    assert find_answer(submission, EXERCISE) is not None


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "n.ipynb"
    with path.open("wb") as file:
        file.truncate(200 << 20)
    with pytest.raises(UsageError, match="larger than 128 MiB"):
        open_submission(str(path), selected=1)


@pytest.mark.timeout(5)
def test_links_and_pipes_are_not_opened(tmp_path: Path) -> None:
    write_notebook(tmp_path / "real.ipynb", [code(SOURCE)])
    (tmp_path / "link.ipynb").symlink_to("real.ipynb")
    os.mkfifo(tmp_path / "pipe.ipynb")
    for name in ("link.ipynb", "pipe.ipynb"):
        with pytest.raises(UsageError, match="a link or a special file"):
            open_submission(str(tmp_path / name), selected=1)


def test_a_folder_may_hold_notebooks_beside_files(tmp_path: Path) -> None:
    write_notebook(tmp_path / "b.ipynb", [code(SOURCE)])
    write_notebook(tmp_path / "a.ipynb", [code("def cross_entropy_error(y, t): pass")])
    (tmp_path / "c.ipynb").write_text("{")
    (tmp_path / "d.ipynb").symlink_to("b.ipynb")
    submission = open_submission(str(tmp_path), selected=2)
    answer = find_answer(submission, EXERCISE)
    assert answer is not None
    assert answer.path == Path(f"{tmp_path}/b.ipynb, cell 1")
    assert find_answer(submission, OTHER) is not None
    unread = [str(tmp_path / name) for name in ("c.ipynb", "d.ipynb")]
    assert unclaimed_files(submission, []) == unread
    (tmp_path / "softmax.py").write_text("def softmax(x): return 1")
    answer = find_answer(submission, EXERCISE)
    assert answer is not None
    assert answer.path == tmp_path / "softmax.py"


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)
CELLS = st.fixed_dictionaries(
    {}, optional={"cell_type": st.just("code") | VALUES, "source": VALUES, "metadata": VALUES}
)


@given(st.lists(CELLS | VALUES, max_size=4))
def test_any_cells_are_read(cells: list[Any]) -> None:
    data = json.dumps({"cells": [*cells, code(SOURCE)], "nbformat": 4}).encode()
    answer = read_notebook("n", data).find_answer(EXERCISE)
    assert answer is not None
    assert answer.problem is None
