import numpy as np

from grader.authoring import call, cases, lab, spec

exercise = spec(points=10, rtol=1e-9, question="day1/section3_output#softmax-lines")
lab(exercise, "mnist_mlp", slot="softmax")

LOG_3 = np.log(3.0)


@cases(exercise)
def by_hand(_rng):
    yield "two equal scores", "等しいスコア 2 つ", call(x=[0.0, 0.0])
    yield "second class three times as likely", "2 番目のクラスの確率が 3 倍", call(x=[0.0, LOG_3])
    yield "two equal rows", "等しい 2 行", call(x=[[0.0, 0.0], [0.0, 0.0]])
    yield "two different rows", "異なる 2 行", call(x=[[0.0, LOG_3], [0.0, 0.0]])
    yield "batch of one row", "1 行だけのバッチ", call(x=[[0.0, LOG_3]])
    yield "two scores of 1000", "スコアが 2 つとも 1000", call(x=[1000.0, 1000.0])
    yield "two scores of -1000", "スコアが 2 つとも -1000", call(x=[-1000.0, -1000.0])
    yield "two rows 1000 apart", "1000 離れた 2 行", call(x=[[0.0, 0.0], [-1000.0, -1000.0]])
    yield "one class", "1 クラス", call(x=[2.0])
    yield "one class, three rows", "1 クラス、3 行", call(x=[[2.0], [0.0], [-2.0]])
    yield "three rows, two classes", "3 行、2 クラス", call(
        x=[[0.0, LOG_3], [LOG_3, 0.0], [1.0, 1.0]]
    )
    yield "four classes", "4 クラス", call(x=[5.0, 2.0, -1.0, 3.0])


@cases(exercise)
def large_and_small(_rng):
    yield "1010, 1000 and 990", "1010、1000、990", call(x=[1010.0, 1000.0, 990.0])
    yield (
        "first row large, second row very negative",
        "1 行目は非常に大きく、2 行目は非常に小さい",
        call(x=[[1000.0, 999.0], [-1000.0, -1001.0]]),
    )
    yield "the same two rows, swapped", "同じ 2 行を入れ替えたもの", call(
        x=[[-1000.0, -1001.0], [1000.0, 999.0]]
    )
    yield "-800, 0 and 800 in one row", "1 行の中に -800、0、800", call(x=[-800.0, 0.0, 800.0])
    yield "scores around 100000", "100000 前後のスコア", call(
        x=[[100002.0, 100000.0], [99999.0, 100001.0]]
    )
    yield "scores around one billionth", "10 億分の 1 程度のスコア", call(x=[1e-9, -2e-9, 3e-9])
    yield "probabilities down to 1e-13", "1e-13 程度までの小さな確率", call(
        x=[0.0, -10.0, -20.0, -30.0]
    )


@cases(exercise)
def shifted_scores(_rng):
    scores = np.array([0.3, 2.9, 4.0])
    yield "0.3, 2.9 and 4.0", "0.3、2.9、4.0", call(x=scores)
    yield "the same scores, 500 higher", "同じスコアに 500 を足したもの", call(x=scores + 500.0)
    yield "the same scores, 1000 lower", "同じスコアから 1000 を引いたもの", call(x=scores - 1000.0)
    yield "each row shifted differently", "行ごとに違う値だけずらしたもの", call(
        x=scores + np.array([[0.0], [800.0], [-800.0]])
    )


@cases(exercise)
def other_dtypes(rng):
    yield "integer scores", "整数のスコア", call(x=[1, 2, 3])
    yield "integer scores, one row", "整数のスコア、1 行", call(x=[[1, 0, 2]])
    yield "integer scores, three rows", "整数のスコア、3 行", call(x=[[1, 0], [0, 2], [3, 3]])
    yield "integer scores, two rows", "整数のスコア、2 行", call(x=[[3, 1, 2], [0, 0, 5]])
    yield "large integer scores", "大きな整数のスコア", call(x=[1010, 1000, 990])
    yield "float32 scores", "float32 のスコア", call(x=np.array([0.5, -1.5, 2.0], dtype=np.float32))
    yield "float32 scores, four rows", "float32 のスコア、4 行", call(
        x=rng.normal(size=(4, 3)).astype(np.float32)
    )
    yield "float32 scores around 100", "100 前後の float32 のスコア", call(
        x=np.array([100.0, 99.0, 98.0], dtype=np.float32)
    )


@cases(exercise)
def random_scores(rng):
    for classes in (2, 3, 10):
        yield f"random, {classes} classes", f"乱数、{classes} クラス", call(
            x=rng.normal(size=classes)
        )
    shapes = [(1, 5), (5, 1), (2, 3), (3, 2), (3, 3), (7, 4), (10, 10), (32, 10)]
    for rows, classes in shapes:
        x = rng.normal(scale=3.0, size=(rows, classes))
        yield f"random, {rows} x {classes}", f"乱数、{rows} x {classes}", call(x=x)
    yield "random in the hundreds, 4 x 3", "数百程度の乱数、4 x 3", call(
        x=rng.normal(scale=300.0, size=(4, 3))
    )
    yield "random in the thousands, 5 x 5", "数千程度の乱数、5 x 5", call(
        x=rng.normal(scale=3000.0, size=(5, 5))
    )
