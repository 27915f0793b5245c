import numpy as np

from grader.authoring import call, cases, derivative_of, lab, raises, spec

exercise = spec(points=10, rtol=1e-9, question="day3/section1_rnn#third-weight")

lab(exercise, "binary_addition", slot="rnn_delta")


@derivative_of(exercise, by="u")
def influence(delta_next, delta_out, W, W_out, u):
    z = 1 / (1 + np.exp(-u))
    return np.sum(delta_next * (z @ W)) + np.sum(delta_out * (z @ W_out))


LOPSIDED = [[1.0, 2.0], [3.0, 4.0]]


def drawn(rng, rows, hidden, outputs):
    """Draw arguments from the standard normal distribution."""
    return {
        "delta_next": rng.normal(size=(rows, hidden)),
        "delta_out": rng.normal(size=(rows, outputs)),
        "W": rng.normal(size=(hidden, hidden)),
        "W_out": rng.normal(size=(hidden, outputs)),
        "u": rng.normal(size=(rows, hidden)),
    }


def only_later(delta_next, W, u):
    """Leave out the error of the output, so that only the way back through W counts."""
    return {
        "delta_next": delta_next,
        "delta_out": np.zeros((len(u), 1)),
        "W": W,
        "W_out": np.zeros((len(W), 1)),
        "u": u,
    }


def only_output(delta_out, W_out, u):
    """Leave out the error of the next time step, as at the last one."""
    return {
        "delta_next": np.zeros((len(u), len(W_out))),
        "delta_out": delta_out,
        "W": np.ones((len(W_out), len(W_out))),
        "W_out": W_out,
        "u": u,
    }


@cases(exercise)
def by_hand(_rng):
    yield "one unit, by hand", "ユニット 1 個、手計算の例", call(
        delta_next=[[1.0]], delta_out=[[0.5]], W=[[2.0]], W_out=[[4.0]], u=[[0.0]]
    )
    yield "two units, W not symmetric", "ユニット 2 個、W は非対称", call(
        **only_later([[1.0, 0.0]], LOPSIDED, [[0.0, 0.0]])
    )
    yield "W leads from unit 1 to unit 2 only", "W の結合はユニット 1 から 2 へだけ", call(
        **only_later([[0.0, 1.0]], [[0.0, 1.0], [0.0, 0.0]], [[0.0, 0.0]])
    )
    yield "one unit at u = 2", "ユニット 1 個、u = 2", call(**only_later([[1.0]], [[1.0]], [[2.0]]))
    yield "one unit at u = -2", "ユニット 1 個、u = -2", call(
        **only_later([[1.0]], [[1.0]], [[-2.0]])
    )
    yield "last time step", "最後の時刻", call(
        **only_output([[1.0]], [[1.0], [-2.0]], [[0.0, 1.0]])
    )
    yield "one unit, two outputs", "ユニット 1 個、出力 2 個", call(
        **only_output([[1.0, 2.0]], [[3.0, 5.0]], [[0.0]])
    )
    yield "the two errors cancel", "2 つの誤差が打ち消し合う", call(
        delta_next=[[1.0]], delta_out=[[-1.0]], W=[[2.0]], W_out=[[2.0]], u=[[0.5]]
    )
    yield "two rows, two units", "2 行、ユニット 2 個", call(
        **only_later([[1.0, 0.0], [0.0, 1.0]], LOPSIDED, [[0.0, 1.0], [-1.0, 0.0]])
    )
    yield "no error at all", "誤差がまったくない", call(
        **only_later([[0.0, 0.0]], LOPSIDED, [[0.5, -0.5]])
    )


@cases(exercise)
def far_from_zero(_rng):
    # A moderate u beside the large one: where the derivative is all but 0, honest formulas
    # differ by rounding, and the largest number of the result says how much that matters.
    ones = np.ones((3, 3))
    for size in (10, 50, 1000):
        u = [[0.0, size, -size]]
        yield f"u = {size} and u = -{size}", f"u = {size} と u = -{size}", call(
            **only_later([[1.0, 1.0, 1.0]], ones, u)
        )


@cases(exercise)
def shapes(rng):
    sizes = [
        (1, 1, 3),
        (1, 3, 1),
        (5, 1, 1),
        (2, 2, 2),
        (4, 3, 2),
        (3, 4, 2),
        (4, 4, 4),
        (2, 3, 5),
        (7, 2, 1),
        (1, 16, 1),
        (8, 16, 1),
        (50, 20, 10),
    ]
    for rows, hidden, outputs in sizes:
        en = f"rows {rows}, hidden units {hidden}, outputs {outputs}"
        ja = f"{rows} 行、隠れユニット {hidden} 個、出力 {outputs} 個"
        yield en, ja, call(**drawn(rng, rows, hidden, outputs))


@cases(exercise)
def kinds_of_numbers(rng):
    integers = {name: rng.integers(-3, 4, size=x.shape) for name, x in drawn(rng, 2, 3, 2).items()}
    yield "integers throughout", "すべて整数", call(**integers)
    yield "integers in W only", "W だけ整数", call(**drawn(rng, 2, 3, 1) | {"W": integers["W"]})
    singles = {name: x.astype(np.float32) for name, x in drawn(rng, 3, 4, 2).items()}
    yield "float32 throughout", "すべて float32", call(**singles)
    for factor in (1e-12, 1e-6, 1e6, 1e12):
        arguments = drawn(rng, 3, 4, 2)
        arguments["delta_next"] *= factor
        arguments["delta_out"] *= factor
        yield f"errors of about {factor:.0e}", f"誤差が {factor:.0e} 程度", call(**arguments)
    flat = drawn(rng, 3, 3, 1)
    yield "W is symmetric", "W が対称行列", call(**flat | {"W": flat["W"] + flat["W"].T})
    yield "W is the identity", "W が単位行列", call(**flat | {"W": np.eye(3)})
    yield "W is all zeros", "W の要素がすべて 0", call(**flat | {"W": np.zeros((3, 3))})
    yield "u all zeros", "u の要素がすべて 0", call(**flat | {"u": np.zeros((3, 3))})


@cases(exercise)
def shapes_that_do_not_fit(rng):
    fitting = drawn(rng, 2, 3, 2)
    yield "W for two units, not three", "W がユニット 3 個分でなく 2 個分", raises(
        ValueError, **fitting | {"W": np.ones((2, 2))}
    )
    yield "W_out for three outputs, not two", "W_out が出力 2 個分でなく 3 個分", raises(
        ValueError, **fitting | {"W_out": np.ones((3, 3))}
    )
