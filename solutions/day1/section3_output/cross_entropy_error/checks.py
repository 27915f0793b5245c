import numpy as np

from grader.authoring import call, cases, lab, spec

# log(1 + 1e-7) is all rounding after nine digits, hence atol.
exercise = spec(
    points=10, rtol=1e-9, atol=1e-12, question="day1/section3_output#cross-entropy-lines"
)
lab(exercise, "mnist_mlp", slot="cross_entropy_error")


def probabilities(rng, rows, classes):
    positive = np.exp(rng.normal(size=(rows, classes)))
    return positive / positive.sum(axis=1, keepdims=True)


def one_hot(labels, classes):
    return np.eye(classes)[labels]


@cases(exercise)
def by_hand(_rng):
    half, quarter = [0.5, 0.5], [0.75, 0.25]
    rows = [
        ("probability zero", "正解の確率 0", [0], [[0.0, 1.0]]),
        ("one-hot, right class at one half", "one-hot、正解の確率 1/2", [[1, 0]], [half]),
        ("one-hot, right class at one quarter", "one-hot、正解の確率 1/4", [[0, 1]], [quarter]),
        ("label, right class at one quarter", "ラベル、正解の確率 1/4", [1], [quarter]),
        ("two labels", "ラベル 2 つ", [1, 0], [quarter, half]),
        ("two one-hot rows", "one-hot 2 行", [[0, 1], [1, 0]], [quarter, half]),
        ("two one-hot rows of one class", "同じ one-hot が 2 行", [[0, 1], [0, 1]], [quarter, half]),
        ("probability zero, one-hot", "正解の確率 0、one-hot", [[1, 0]], [[0.0, 1.0]]),
        ("perfect prediction", "完全に正しい予測", [1], [[0.0, 1.0]]),
        ("perfect prediction, two samples", "完全に正しい予測、2 サンプル", [1, 0], [[0.0, 1.0], [1.0, 0.0]]),
        ("perfect prediction, one-hot", "完全に正しい予測、one-hot", [[0, 1]], [[0.0, 1.0]]),
        ("one row right, one row wrong", "1 行は正解、1 行は不正解", [0, 0], np.eye(2)),
    ]
    for en, ja, d, y in rows:
        yield en, ja, call(d=d, y=y)


@cases(exercise)
def single_samples(rng):
    y = np.array([0.1, 0.2, 0.7])
    yield "one sample, one-hot", "1 サンプル、one-hot", call(d=[0, 1, 0], y=y)
    yield "one sample, label as an integer", "1 サンプル、整数のラベル", call(d=1, y=y)
    yield "one sample, label as a 0-d array", "1 サンプル、0 次元配列のラベル", call(
        d=np.array(2), y=y
    )
    yield "one sample, label 0", "1 サンプル、ラベル 0", call(d=0, y=y)
    yield "one sample, probability zero", "1 サンプル、正解の確率 0", call(d=0, y=[0.0, 1.0])
    y = probabilities(rng, 1, 10)
    yield "one sample of ten classes, one-hot", "1 サンプル、10 クラス、one-hot", call(
        d=one_hot(4, 10), y=y[0]
    )
    yield "one sample of ten classes, label", "1 サンプル、10 クラス、ラベル", call(d=4, y=y[0])
    yield "batch of one, one-hot", "大きさ 1 のバッチ、one-hot", call(d=one_hot([4], 10), y=y)
    yield "batch of one, label", "大きさ 1 のバッチ、ラベル", call(d=[4], y=y)


@cases(exercise)
def ten_classes(rng):
    labels = rng.permutation(10)
    uniform = np.full((10, 10), 0.1)
    yield "uniform over ten classes, one label", "10 クラスとも同じ確率、ラベル 1 つ", call(
        d=[3], y=uniform[:1]
    )
    yield "uniform over ten classes, labels", "10 クラスとも同じ確率、ラベル 10 個", call(
        d=labels, y=uniform
    )
    yield "uniform over ten classes, one-hot", "10 クラスとも同じ確率、one-hot", call(
        d=one_hot(labels, 10), y=uniform
    )


@cases(exercise)
def large_and_small(_rng):
    tiny = np.array([[1e-5, 1 - 1e-5], [1e-7, 1 - 1e-7], [1e-10, 1 - 1e-10]])
    yield "tiny probabilities, labels", "ごく小さい確率、ラベル", call(d=[0, 0, 0], y=tiny)
    yield "tiny probabilities, one-hot", "ごく小さい確率、one-hot", call(
        d=one_hot([0, 0, 0], 2), y=tiny
    )
    yield "nearly certain and right", "正解の確率がほぼ 1", call(d=[1, 1, 1], y=tiny)
    yield "all rows at probability zero", "すべての行で正解の確率 0", call(
        d=[0] * 4, y=[[0.0, 1.0]] * 4
    )
    yield (
        "fifty rows at probability zero",
        "50 行すべてで正解の確率 0",
        call(d=[0] * 50, y=[[0.0, 1.0]] * 50),
    )


@cases(exercise)
def other_dtypes(rng):
    labels = np.array([2, 0, 1, 1])
    y = probabilities(rng, 4, 3)
    yield "float one-hot", "浮動小数点数の one-hot", call(d=one_hot(labels, 3), y=y)
    yield "integer one-hot", "整数の one-hot", call(d=one_hot(labels, 3).astype(np.int64), y=y)
    yield "uint8 labels, as in MNIST", "MNIST と同じ uint8 のラベル", call(
        d=labels.astype(np.uint8), y=y
    )
    yield "integer predictions", "整数の予測", call(d=[1, 0], y=[[0, 1], [0, 1]])
    yield "float32 probabilities, labels", "float32 の確率、ラベル", call(
        d=labels, y=y.astype(np.float32)
    )
    yield "float32 probabilities, one-hot", "float32 の確率、one-hot", call(
        d=one_hot(labels, 3), y=y.astype(np.float32)
    )


@cases(exercise)
def random_batches(rng):
    for rows, classes in [(1, 2), (2, 3), (3, 2), (3, 3), (5, 4), (10, 10), (100, 10)]:
        labels = rng.integers(classes, size=rows)
        y = probabilities(rng, rows, classes)
        yield f"random labels, {rows} x {classes}", f"ランダムなラベル、{rows} x {classes}", call(
            d=labels, y=y
        )
        yield (
            f"random one-hot, {rows} x {classes}",
            f"ランダムな one-hot、{rows} x {classes}",
            call(d=one_hot(labels, classes), y=y),
        )
