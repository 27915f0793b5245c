"""One lab by itself: with its own functions, without any student's process."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from grader.course.catalog import Course, load_course
from grader.course.submission import Submission
from grader.errors import SandboxError, UsageError
from grader.grading import Bench, Settings
from grader.grading.bench import Desk
from grader.grading.laboratory import Laboratory, OwnRuns, Trial
from grader.grading.one_lab import (
    Attempt,
    answer_nothing,
    demonstrate,
    gather,
    in_language,
    open_answers,
    participants,
    train_answers,
)
from grader.grading.processes import Task
from grader.labs.lab import Run, Training
from grader.model import LabResult
from grader.sandbox import Zygote
from grader.words import sentence, translate
from tests.cli.digits import COUNT, write_digits

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def digits(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_digits(tmp_path_factory.mktemp("digits"))


@pytest.fixture(autouse=True)
def _own_data(digits: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GRADER_DATA", str(digits))


@pytest.fixture(scope="module")
def course() -> Course:
    return load_course(ROOT)


def shown(lab: str, settings: Settings | None = None) -> list[LabResult]:
    with OwnRuns(Desk(settings or Settings())) as own_runs:
        outcome = gather(own_runs, demonstrate(own_runs, lab))
    assert (outcome.said, outcome.stopped_by) == ((), None)
    return list(outcome.results)


def test_each_optional_slot_is_shown_with_and_without_it() -> None:
    l1, l2 = shown("overfitting")
    assert (l1.slot, l2.slot) == ("l1_gradient", "l2_gradient")
    assert {l1.status, l2.status} == {"not_run"}
    for result, telling in ((l1, "near_zero_share"), (l2, "weight_norm")):
        names = {name.partition("_")[0] for name in result.history}
        assert names == {"reference", "without"}
        assert next(iter(result.curves)) == telling
        assert set(result.curves) == {"loss", "weight_norm", "near_zero_share"}
        assert result.data["mnist"].startswith(f"own-{COUNT}-")
    assert l1.history["without_loss"] == l2.history["without_loss"]
    assert l1.history["reference_loss"] != l2.history["reference_loss"]
    assert l2.metrics["reference_weight_norm"] < l2.metrics["without_weight_norm"]
    assert l2.messages[0].startswith("norm of all weights: ")
    assert "(without: " in l2.messages[0]


def test_a_lab_without_optional_slots_is_trained_once() -> None:
    (result,) = shown("binary_addition", Settings(language="ja"))
    assert (result.slot, result.data) == ("", {})
    assert list(result.history) == ["reference_loss"]
    assert result.title == "RNN で2進数の足し算を学習する"
    assert result.messages == (
        "16,384通りのうち正しく求めた和: 16,384",
        "正しいビットの割合: 1.0000",
    )


def test_slots_that_are_always_there_are_not_shown_alone() -> None:
    assert [result.slot for result in shown("simple_cnn")] == ["random_crop"]


def test_the_full_size_takes_all_updates() -> None:
    (result,) = shown("mnist_mlp", Settings(full_scale=True))
    assert len(result.history["reference_loss"]) == 3_000


def test_without_data_nothing_is_begun(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GRADER_DATA", str(tmp_path / "typo"))
    with pytest.raises(UsageError, match="typo"):
        shown("overfitting")


def test_a_result_can_be_put_into_another_language() -> None:
    (result,) = shown("simple_cnn")
    japanese = in_language(result, "ja")
    assert japanese.title == "小さな畳み込みネットワークで手書き数字を学習する"
    assert list(japanese.curves) == list(result.curves)
    assert japanese.curves["loss"] == "ミニバッチの損失"
    assert in_language(japanese, "en") == result


def test_participants_come_in_course_order_with_their_slots(course: Course) -> None:
    found = participants(course, "simple_cnn")
    assert [(one.exercise.name, one.links[0].slot) for one in found] == [
        ("random_crop", "random_crop"),
        ("conv_output_size", "conv_output_size"),
    ]
    assert participants(course, "no_such_lab") == ()


def test_a_file_can_only_be_for_the_exercise_of_its_name(course: Course, tmp_path: Path) -> None:
    taking_part = participants(course, "overfitting")
    for name in ("l2_gradient", "softmax"):
        (tmp_path / f"{name}.py").write_text("", encoding="utf-8")
    submission, (chosen,) = open_answers(
        str(tmp_path / "l2_gradient.py"), "overfitting", taking_part
    )
    assert submission.is_file
    assert chosen.exercise.name == "l2_gradient"
    with pytest.raises(UsageError, match="l2_gradient, l1_gradient"):
        open_answers(str(tmp_path / "softmax.py"), "overfitting", taking_part)
    assert open_answers(str(tmp_path), "overfitting", taking_part)[1] == taking_part


def test_answers_are_trained_with_and_others_are_said(
    zygote: Zygote, course: Course, tmp_path: Path
) -> None:
    for name, fill in (("l1_gradient", "grad + rate * np.sign(param)"), ("l2_gradient", "___")):
        source = f"import numpy as np\ndef {name}(grad, param, rate):\n    return {fill}\n"
        (tmp_path / f"{name}.py").write_text(source, encoding="utf-8")
    (tmp_path / "notes.py").write_text("", encoding="utf-8")
    submission = Submission(str(tmp_path), tmp_path, is_file=False)
    bench = Bench(zygote, Settings())
    with Laboratory(bench) as laboratory:
        taking_part = participants(course, "overfitting")
        attempts = train_answers(bench, laboratory, "overfitting", taking_part, submission)
        outcome = gather(laboratory, attempts)
    assert [(one.slot, one.status) for one in outcome.results] == [("l1_gradient", "passed")]
    (said,) = outcome.said
    assert translate(said, "en") == (
        "l2_gradient was not trained with: Still to fill in: blank 1 (line 3)."
    )
    assert answer_nothing(course, submission) == [str(tmp_path / "notes.py")]


def finished(result: LabResult | None, error: Exception | None = None) -> Attempt:
    def conclude() -> LabResult:
        if error is not None:
            raise error
        assert result is not None
        return result

    return Attempt((Trial((), conclude),))


def pending() -> Attempt:
    task: Task[Run] = Task(lambda _: Run(Training({}, {}), {}), lambda _done, _total: None)
    return Attempt((Trial((task,), task.result),))  # type: ignore[arg-type]  # never concluded


def test_what_stops_the_trainings_leaves_those_that_are_finished() -> None:
    one = LabResult("lab", "Lab", "passed")

    def interrupted() -> Iterator[Attempt]:
        yield finished(one)
        yield pending()
        yield finished(one)
        raise KeyboardInterrupt

    with OwnRuns(Desk(Settings())) as own_runs:
        outcome = gather(own_runs, interrupted())
        assert outcome.results == (one, one)
        assert isinstance(outcome.stopped_by, KeyboardInterrupt)


def test_trouble_with_the_sandbox_leaves_those_that_are_finished() -> None:
    one = LabResult("lab", "Lab", "passed")
    trouble = SandboxError(sentence("sandbox.closed"))
    with OwnRuns(Desk(Settings())) as own_runs:
        outcome = gather(own_runs, iter([finished(one), finished(None, trouble), pending()]))
    assert (outcome.results, outcome.stopped_by) == ((one,), trouble)
