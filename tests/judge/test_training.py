from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from grader.judge.training import COMPARED_UPDATES, TrainingVerdict, judge_training
from grader.labs.lab import Metric, Run, Training
from grader.words import LANGUAGES, Text, translate

METRICS = {"exact": Metric(Text(en="right sums", ja="正しい和"), ",.0f")}
ROLE = Text(en="the gradient", ja="勾配")
FALLING = np.geomspace(1.0, 0.01, 200)


def run(losses: Any, exact: float = 16_384.0) -> Run:
    return Run(Training({"loss": np.array(losses, dtype=np.float64)}, {}), {"exact": exact})


def judged(losses: Any, reference: Any = FALLING) -> TrainingVerdict:
    return judge_training(run(losses), run(reference), METRICS, ROLE)


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


def test_metrics_stand_beside_the_reference_s() -> None:
    verdict = judge_training(run(FALLING, 52.0), run(FALLING), METRICS, ROLE)
    (pair,) = verdict.metrics
    assert (pair.name, pair.value, pair.reference) == ("exact", 52.0, 16_384.0)
    assert translate(pair.sentence, "en") == "right sums: 52 (reference: 16,384)"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "losses", [FALLING, changed(2, 0.9), np.full(200, 1.0), np.full(200, np.nan)]
)
def test_every_verdict_can_be_put_into_words(losses: Any, language: Any) -> None:
    for said in judged(losses).sentences:
        assert "{" not in translate(said, language)
