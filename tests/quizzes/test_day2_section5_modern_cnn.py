"""Numbers and code in the quiz on recent CNNs, computed anew."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from grader.quiz.grade import grade
from grader.quiz.load import find_quizzes, load_quiz
from grader.quiz.parse.markdown import plain

ROOT = Path(__file__).resolve().parents[2]
QUIZ = load_quiz(
    next(files for files in find_quizzes(ROOT) if files.id == "day2/section5_modern_cnn")
)


def accepts(question_id: str, response: object) -> bool:
    return grade(QUIZ.question(question_id), shown(response)).correct is True


def explains(question_id: str, response: object) -> bool:
    """Whether it is a wrong answer that the quiz knows."""
    graded = grade(QUIZ.question(question_id), shown(response))
    return graded.correct is False and bool(graded.feedback)


def shown(response: object) -> object:
    return repr(float(response)) if isinstance(response, (int, float)) else response


WITH_WEIGHTS = {"convolution": True, "pooling": False, "dense": True, "output": True}
LAYERS = ["convolution", "pooling", "convolution", "pooling", "dense", "dense", "output"]


def test_layers_are_counted_by_weights() -> None:
    assert accepts("layer-count", sum(WITH_WEIGHTS[layer] for layer in LAYERS))
    assert explains("layer-count", len(LAYERS))
    assert explains("layer-count", LAYERS.count("convolution"))


def places(size: int, window: int, stride: int) -> int:
    """In how many places a window fits along an axis, counted one by one."""
    return sum(start + window <= size for start in range(0, size, stride))


def test_the_output_of_the_first_layer() -> None:
    side = places(227, 11, 4)
    assert accepts("alexnet-first", f"{side}x{side}x96")
    assert explains("alexnet-first", f"{side - 1}x{side - 1}x96")
    assert explains("alexnet-first", f"{places(227, 11, 1)}x{places(227, 11, 1)}x96")
    assert (224 - 11) % 4 != 0 == (227 - 11) % 4


def test_the_parameters_of_the_first_layer() -> None:
    weights, biases = np.zeros((96, 11, 11, 3)), np.zeros(96)
    assert accepts("alexnet-parameters", weights.size + biases.size)
    assert explains("alexnet-parameters", weights.size)
    assert explains("alexnet-parameters", weights.size + 1)
    assert explains("alexnet-parameters", weights[..., :1].size + biases.size)


def test_the_size_of_the_network() -> None:
    """Filters as in the paper, where some layers see only half of the channels before."""
    filters = [(96, 11, 3), (256, 5, 48), (384, 3, 256), (384, 3, 192), (256, 3, 192)]
    dense = [(256 * 6 * 6, 4096), (4096, 4096), (4096, 1000)]
    parameters = sum(n * (f * f * depth + 1) for n, f, depth in filters)
    parameters += sum((inputs + 1) * outputs for inputs, outputs in dense)
    assert round(parameters, -7) == 60_000_000
    assert accepts("alexnet", "C")
    key = plain(QUIZ.question("alexnet").options[2].text.en.blocks)
    assert [int(word) for word in key.split() if word.isdigit()] == [len(filters), len(dense)]
