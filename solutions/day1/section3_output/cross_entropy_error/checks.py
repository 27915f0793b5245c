import numpy as np

from grader.authoring import call, cases, spec

# log(1 + 1e-7) is all rounding after nine digits, hence atol.
exercise = spec(
    points=10, rtol=1e-9, atol=1e-12, question="day1/section3_output#cross-entropy-lines"
)


def probabilities(rng, rows, classes):
    positive = np.exp(rng.normal(size=(rows, classes)))
    return positive / positive.sum(axis=1, keepdims=True)


def one_hot(labels, classes):
    return np.eye(classes)[labels]


@cases(exercise)
def by_hand(_rng):
    yield "probability zero", call(d=[0], y=[[0.0, 1.0]])
    yield "one-hot, right class at one half", call(d=[[1, 0]], y=[[0.5, 0.5]])
    yield "one-hot, right class at one quarter", call(d=[[0, 1]], y=[[0.75, 0.25]])
    yield "label, right class at one quarter", call(d=[1], y=[[0.75, 0.25]])
    yield "two labels", call(d=[1, 0], y=[[0.75, 0.25], [0.5, 0.5]])
    yield "two one-hot rows", call(d=[[0, 1], [1, 0]], y=[[0.75, 0.25], [0.5, 0.5]])
    yield "two one-hot rows of one class", call(d=[[0, 1], [0, 1]], y=[[0.75, 0.25], [0.5, 0.5]])
    yield "probability zero, one-hot", call(d=[[1, 0]], y=[[0.0, 1.0]])
    yield "perfect prediction", call(d=[1], y=[[0.0, 1.0]])
    yield "perfect prediction, one-hot", call(d=[[0, 1]], y=[[0.0, 1.0]])
    yield "one row right, one row wrong", call(d=[0, 0], y=[[1.0, 0.0], [0.0, 1.0]])


@cases(exercise)
def single_samples(rng):
    y = np.array([0.1, 0.2, 0.7])
    yield "one sample, one-hot", call(d=[0, 1, 0], y=y)
    yield "one sample, label as an integer", call(d=1, y=y)
    yield "one sample, label as a 0-d array", call(d=np.array(2), y=y)
    yield "one sample, label 0", call(d=0, y=y)
    yield "one sample, probability zero", call(d=0, y=[0.0, 1.0])
    y = probabilities(rng, 1, 10)
    yield "one sample of ten classes, one-hot", call(d=one_hot(4, 10), y=y[0])
    yield "one sample of ten classes, label", call(d=4, y=y[0])
    yield "batch of one, one-hot", call(d=one_hot([4], 10), y=y)
    yield "batch of one, label", call(d=[4], y=y)


@cases(exercise)
def ten_classes(rng):
    labels = rng.permutation(10)
    uniform = np.full((10, 10), 0.1)
    yield "uniform over ten classes, one label", call(d=[3], y=uniform[:1])
    yield "uniform over ten classes, labels", call(d=labels, y=uniform)
    yield "uniform over ten classes, one-hot", call(d=one_hot(labels, 10), y=uniform)


@cases(exercise)
def large_and_small(_rng):
    tiny = np.array([[1e-5, 1 - 1e-5], [1e-7, 1 - 1e-7], [1e-10, 1 - 1e-10]])
    yield "tiny probabilities, labels", call(d=[0, 0, 0], y=tiny)
    yield "tiny probabilities, one-hot", call(d=one_hot([0, 0, 0], 2), y=tiny)
    yield "nearly certain and right", call(d=[1, 1, 1], y=tiny)
    yield "all rows at probability zero", call(d=[0] * 4, y=[[0.0, 1.0]] * 4)


@cases(exercise)
def other_dtypes(rng):
    labels = np.array([2, 0, 1, 1])
    y = probabilities(rng, 4, 3)
    yield "float one-hot", call(d=one_hot(labels, 3), y=y)
    yield "integer one-hot", call(d=one_hot(labels, 3).astype(np.int64), y=y)
    yield "uint8 labels, as in MNIST", call(d=labels.astype(np.uint8), y=y)
    yield "integer predictions", call(d=[1, 0], y=[[0, 1], [0, 1]])
    yield "float32 probabilities, labels", call(d=labels, y=y.astype(np.float32))
    yield "float32 probabilities, one-hot", call(d=one_hot(labels, 3), y=y.astype(np.float32))


@cases(exercise)
def random_batches(rng):
    for rows, classes in [(1, 2), (2, 3), (3, 2), (3, 3), (5, 4), (10, 10), (100, 10)]:
        labels = rng.integers(classes, size=rows)
        y = probabilities(rng, rows, classes)
        yield f"random labels, {rows} x {classes}", call(d=labels, y=y)
        yield f"random one-hot, {rows} x {classes}", call(d=one_hot(labels, classes), y=y)
