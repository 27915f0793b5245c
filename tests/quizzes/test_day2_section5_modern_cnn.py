"""Numbers and code in the quiz on recent CNNs, computed anew."""

from __future__ import annotations

import numpy as np

from grader.quiz.parse.markdown import plain
from tests.quizzes.keys import Keys

KEYS = Keys("day2/section5_modern_cnn")


WITH_WEIGHTS = {"convolution": True, "pooling": False, "dense": True, "output": True}
LAYERS = ["convolution", "pooling", "convolution", "pooling", "dense", "dense", "output"]


def test_layers_are_counted_by_weights() -> None:
    assert KEYS.accepts("layer-count", sum(WITH_WEIGHTS[layer] for layer in LAYERS))
    assert KEYS.explains("layer-count", len(LAYERS))
    assert KEYS.explains("layer-count", LAYERS.count("convolution"))


def places(size: int, window: int, stride: int) -> int:
    """In how many places a window fits along an axis, counted one by one."""
    return sum(start + window <= size for start in range(0, size, stride))


def test_the_output_of_the_first_layer() -> None:
    side = places(227, 11, 4)
    assert KEYS.accepts("alexnet-first", f"{side}x{side}x96")
    assert KEYS.explains("alexnet-first", f"{side - 1}x{side - 1}x96")
    assert KEYS.explains("alexnet-first", f"{places(227, 11, 1)}x{places(227, 11, 1)}x96")
    assert (224 - 11) % 4 != 0 == (227 - 11) % 4


def test_the_parameters_of_the_first_layer() -> None:
    weights, biases = np.zeros((96, 11, 11, 3)), np.zeros(96)
    assert KEYS.accepts("alexnet-parameters", weights.size + biases.size)
    assert KEYS.explains("alexnet-parameters", weights.size)
    assert KEYS.explains("alexnet-parameters", weights.size + 1)
    assert KEYS.explains("alexnet-parameters", weights[..., :1].size + biases.size)


def test_the_size_of_the_network() -> None:
    """Filters as in the paper, where some layers see only half of the channels before."""
    filters = [(96, 11, 3), (256, 5, 48), (384, 3, 256), (384, 3, 192), (256, 3, 192)]
    dense = [(256 * 6 * 6, 4096), (4096, 4096), (4096, 1000)]
    parameters = sum(n * (f * f * depth + 1) for n, f, depth in filters)
    parameters += sum((inputs + 1) * outputs for inputs, outputs in dense)
    assert round(parameters, -7) == 60_000_000
    assert KEYS.accepts("alexnet", "C")
    key = plain(KEYS.quiz.question("alexnet").options[2].text.en.blocks)
    assert [int(word) for word in key.split() if word.isdigit()] == [len(filters), len(dense)]
