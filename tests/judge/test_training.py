from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from grader.judge.training import COMPARED_UPDATES, Runs, TrainingVerdict, judge_training
from grader.labs.lab import Metric, Run, Training
from grader.labs.slots import Slot, arrays
from grader.words import LANGUAGES, Text, translate

METRICS = {"exact": Metric(Text(en="right sums", ja="正しい和"), ",.0f")}
SLOT = Slot(default=np.negative, accept=arrays(np.shape), role=Text(en="the gradient", ja="勾配"))
REPORTED = replace(SLOT, role=Text(en="the loss", ja="損失関数"), steers=False)
FALLING = np.geomspace(1.0, 0.01, 200)


def run(losses: Any, exact: float = 16_384.0) -> Run:
    return Run(Training({"loss": np.array(losses, dtype=np.float64)}, {}), {"exact": exact})


def judged(losses: Any, reference: Any = FALLING, slot: Slot = SLOT) -> TrainingVerdict:
    return judge_training(Runs(run(losses), run(reference)), slot, METRICS)


def changed(at: int, factor: float) -> Any:
    losses = FALLING.copy()
    losses[at - 1 :] *= factor
    return losses


def told(verdict: TrainingVerdict) -> list[str]:
    return [said.name for said in verdict.sentences]


def test_equal_losses_agree() -> None:
    verdict = judged(FALLING)
    assert verdict.agrees
    assert (verdict.departs_at, verdict.diverged_at) == (None, None)
    assert told(verdict) == ["labs.agrees"]


@pytest.mark.parametrize("update", [1, 2, COMPARED_UPDATES])
def test_the_first_departing_update_is_counted_from_one(update: int) -> None:
    verdict = judged(changed(update, 1 + 1e-5))
    assert not verdict.agrees
    assert verdict.departs_at == update


def test_rounding_and_what_comes_after_the_compared_updates_do_not_count() -> None:
    assert judged(changed(1, 1 + 1e-8)).agrees
    assert judged(changed(COMPARED_UPDATES + 1, 1.5)).agrees


def test_converging_is_not_taken_for_a_right_gradient() -> None:
    verdict = judged(changed(2, 0.9))
    assert not verdict.agrees
    assert told(verdict) == ["labs.departs", "labs.still_learns"]
    spoken = translate(verdict.sentences[1], "en")
    assert "the gradient is not the right one" in spoken
    assert "does not prove the gradient right" in spoken
    assert "勾配は正しくありません" in translate(verdict.sentences[1], "ja")


@pytest.mark.parametrize("losses", [np.full(200, 1.0), np.linspace(1, 5, 200)])
def test_a_loss_that_does_not_fall_is_not_called_learning(losses: Any) -> None:
    assert told(judged(losses)) == ["labs.departs", "labs.does_not_learn"]


def test_nothing_is_called_learning_where_the_reference_does_not_learn_either() -> None:
    assert told(judged(np.full(200, 2.0), np.full(200, 1.0)))[-1] == "labs.does_not_learn"


def test_a_difference_too_small_for_four_digits_is_still_seen_in_the_sentence() -> None:
    said = judged(changed(2, 1 + 3e-6)).sentences[0]
    assert said.values["loss"] != said.values["reference"]


@pytest.mark.parametrize("loss", [np.nan, np.inf])
def test_divergence_is_told_with_its_update(loss: float) -> None:
    losses = changed(2, 1.1)
    losses[29:] = loss
    verdict = judged(losses)
    assert (verdict.agrees, verdict.departs_at, verdict.diverged_at) == (False, 2, 30)
    assert told(verdict) == ["labs.departs", "labs.diverges"]


def test_divergence_after_the_compared_updates_fails_as_well() -> None:
    losses = FALLING.copy()
    losses[149:] = np.nan
    verdict = judged(losses)
    assert (verdict.agrees, verdict.departs_at, verdict.diverged_at) == (False, None, 150)
    assert told(verdict) == ["labs.diverges", "labs.diverges_late"]


def test_diverging_where_the_reference_diverges_is_right() -> None:
    losses = FALLING.copy()
    losses[20:40], losses[40:] = np.inf, np.nan
    assert judged(losses, losses).agrees


def test_a_run_shorter_than_what_is_compared_says_how_much_was() -> None:
    (said,) = judged(FALLING[:20], FALLING[:20]).sentences
    assert said.values["count"] == 20


def test_a_loss_that_is_only_reported_is_not_blamed_for_the_learning() -> None:
    for losses in (changed(1, 2.0), np.full(200, 1.0)):
        verdict = judged(losses, slot=REPORTED)
        assert told(verdict) == ["labs.departs", "labs.only_reported"]
        assert "But the loss that you would watch falling is wrong" in translate(
            verdict.sentences[1], "en"
        )
        assert "損失関数の値は正しくありません" in translate(verdict.sentences[1], "ja")


def test_a_reported_loss_that_agrees_needs_no_more_words() -> None:
    assert told(judged(FALLING, slot=REPORTED)) == ["labs.agrees"]


def test_metrics_stand_beside_the_reference_s() -> None:
    verdict = judge_training(Runs(run(FALLING, 52.0), run(FALLING)), SLOT, METRICS)
    (pair,) = verdict.metrics
    assert (pair.name, pair.value, pair.reference, pair.without) == ("exact", 52.0, 16_384.0, None)
    assert pair.sentence.name == "labs.metric"
    assert translate(pair.sentence, "en") == "right sums: 52 (reference: 16,384)"


# A number of 0 is a number as well.
@pytest.mark.parametrize(("without", "written"), [(1_000.0, "1,000"), (0.0, "0")])
def test_metrics_stand_beside_those_of_the_run_without(without: float, written: str) -> None:
    runs = Runs(run(FALLING, 52.0), run(FALLING), run(changed(1, 3.0), without))
    verdict = judge_training(runs, replace(SLOT, optional=True), METRICS)
    (three,) = verdict.metrics
    assert (three.value, three.reference, three.without) == (52.0, 16_384.0, without)
    assert three.sentence.name == "labs.metric_of_three"
    spoken = translate(three.sentence, "en")
    assert spoken == f"right sums: 52 (reference: 16,384, without: {written})"
    assert translate(three.sentence, "ja") == (f"正しい和: 52（模範解答: 16,384、なし: {written}）")


def test_the_run_without_decides_nothing() -> None:
    without = run(np.full(200, np.nan))
    optional = replace(SLOT, optional=True)
    assert judge_training(Runs(run(FALLING), run(FALLING), without), optional, METRICS).agrees
    wrong = judge_training(Runs(without, run(FALLING), without), optional, METRICS)
    assert (wrong.agrees, wrong.departs_at, wrong.diverged_at) == (False, 1, 1)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "losses", [FALLING, changed(2, 0.9), np.full(200, 1.0), np.full(200, np.nan)]
)
def test_every_verdict_can_be_put_into_words(losses: Any, language: Any) -> None:
    for said in judged(losses).sentences:
        assert "{" not in translate(said, language)
