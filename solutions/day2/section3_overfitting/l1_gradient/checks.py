import numpy as np

from grader.authoring import call, cases, derivative_of, lab, spec

exercise = spec(
    points=10, rtol=1e-9, returns_new_array=True, question="day2/section3_overfitting#l1-gradient"
)
lab(exercise, "overfitting", slot="l1_gradient")


@derivative_of(exercise, by="param")
def penalised_loss(grad, param, rate):
    return np.sum(grad * param) + rate * np.sum(np.abs(param))


@cases(exercise)
def by_hand(_rng):
    rows = [
        ("one weight", "重み 1 個", [1.0], [3.0], 0.5),
        ("one negative weight", "負の重み 1 個", [0.0], [-3.0], 0.5),
        ("a weight of zero", "0 の重み 1 個", [1.0], [0.0], 0.5),
        ("two weights", "重み 2 個", [0.0, 0.0], [2.0, -3.0], 0.5),
        ("two equal weights", "等しい重み 2 個", [1.0, 2.0], [4.0, 4.0], 0.25),
        ("zero between two weights", "2 つの重みの間に 0", [1.0, 1.0, 1.0], [2.0, 0.0, -2.0], 0.5),
        ("all weights zero", "すべての重みが 0", [1.0, -2.0], [0.0, 0.0], 0.5),
        ("no regularisation, rate 0", "正則化なし（rate が 0）", [1.0, -2.0], [3.0, -4.0], 0.0),
        ("no gradient from the loss", "損失の勾配が 0", [0.0, 0.0], [3.0, 5.0], 0.5),
        ("loss and penalty cancel", "損失とペナルティの勾配が打ち消し合う", [-0.5], [3.0], 0.5),
        ("rate 1", "rate が 1", [1.0, 1.0], [3.0, -3.0], 1.0),
        ("2 x 2 matrix", "2 x 2 の行列", [[0.0, 0.0], [1.0, 1.0]], [[2.0, -2.0], [3.0, 0.0]], 0.5),
        ("one row", "1 行だけの行列", [[1.0, 1.0, 1.0]], [[2.0, -2.0, 3.0]], 0.5),
        ("one column", "1 列だけの行列", [[1.0], [1.0], [1.0]], [[2.0], [-2.0], [3.0]], 0.5),
        ("weights between 0 and 1", "絶対値が 1 より小さい重み", [0.0, 0.0], [0.5, -0.25], 0.5),
    ]
    for en, ja, grad, param, rate in rows:
        yield en, ja, call(grad=grad, param=param, rate=rate)


@cases(exercise)
def large_and_small(_rng):
    rows = [
        ("a weight next to zero", "0 にきわめて近い重み", [0.0, 0.0], [1e-12, -1e-12], 0.5),
        ("closer and closer to zero", "0 に近づいていく重み", [0.0] * 3, [1e-12, -1e-60, 1e-120], 0.5),
        ("tiny weights, tiny gradient", "ごく小さい重みと勾配", [2e-9, 1e-9], [3e-9, -5e-9], 1e-9),
        ("tiny rate", "ごく小さい rate", [0.0, 0.0], [3.0, -5.0], 1e-10),
        ("huge weights", "非常に大きい重み", [1.0, 1.0], [3e8, -5e8], 0.1),
        ("weights of 1e100", "1e100 程度の重み", [0.0, 0.0], [3e100, -5e100], 0.1),
        ("large rate", "大きい rate", [1.0, -1.0], [3.0, -5.0], 1000.0),
    ]
    for en, ja, grad, param, rate in rows:
        yield en, ja, call(grad=grad, param=param, rate=rate)


@cases(exercise)
def other_dtypes(rng):
    grad, param = rng.normal(size=(2, 3, 4)).astype(np.float32)
    yield "integer weights", "整数の重み", call(grad=[0.5, 0.5, 0.5], param=[3, 0, -5], rate=0.1)
    yield "integer weights, 2 x 3", "整数の重み、2 x 3", call(
        grad=rng.normal(size=(2, 3)), param=[[1, -2, 3], [0, 5, -6]], rate=0.1
    )
    yield "integer rate", "整数の rate", call(grad=[0.5, 0.5], param=[3.0, -5.0], rate=2)
    yield (
        "float32, by hand",
        "float32、手計算の例",
        call(
            grad=np.array([1.0], dtype=np.float32),
            param=np.array([3.0], dtype=np.float32),
            rate=0.5,
        ),
    )
    yield "float32, 3 x 4", "float32、3 x 4", call(grad=grad, param=param, rate=0.01)


@cases(exercise)
def random_weights(rng):
    shapes = [(1,), (5,), (100,), (1, 4), (4, 1), (2, 3), (3, 2), (3, 3), (10, 10), (50, 20)]
    for shape in [*shapes, (2, 3, 4), (6, 3, 5, 5)]:
        grad, param = rng.normal(size=(2, *shape))
        size = " x ".join(map(str, shape))
        yield f"random, {size}", f"乱数、{size}", call(
            grad=grad, param=param, rate=float(rng.uniform(0.01, 0.5))
        )
    sparse = np.where(rng.random((8, 5)) < 0.5, rng.normal(size=(8, 5)), 0.0)
    yield "half of the weights zero", "約半分の重みが 0", call(
        grad=rng.normal(size=(8, 5)), param=sparse, rate=0.1
    )
