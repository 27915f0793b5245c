import numpy as np

from grader.authoring import call, cases, spec

exercise = spec(points=10, rtol=1e-9, question="day2/section3_overfitting#l1-gradient")


@cases(exercise)
def by_hand(_rng):
    yield "one weight", call(grad=[1.0], param=[3.0], rate=0.5)
    yield "one negative weight", call(grad=[0.0], param=[-3.0], rate=0.5)
    yield "a weight of zero", call(grad=[1.0], param=[0.0], rate=0.5)
    yield "two weights", call(grad=[0.0, 0.0], param=[2.0, -3.0], rate=0.5)
    yield "two equal weights", call(grad=[1.0, 2.0], param=[4.0, 4.0], rate=0.25)
    yield "zero between two weights", call(grad=[1.0, 1.0, 1.0], param=[2.0, 0.0, -2.0], rate=0.5)
    yield "all weights zero", call(grad=[1.0, -2.0], param=[0.0, 0.0], rate=0.5)
    yield "no regularisation, rate 0", call(grad=[1.0, -2.0], param=[3.0, -4.0], rate=0.0)
    yield "no gradient from the loss", call(grad=[0.0, 0.0], param=[3.0, 5.0], rate=0.5)
    yield "loss and penalty cancel", call(grad=[-0.5], param=[3.0], rate=0.5)
    yield "rate 1", call(grad=[1.0, 1.0], param=[3.0, -3.0], rate=1.0)
    yield "2 x 2 matrix", call(
        grad=[[0.0, 0.0], [1.0, 1.0]], param=[[2.0, -2.0], [3.0, 0.0]], rate=0.5
    )
    yield "one row", call(grad=[[1.0, 1.0, 1.0]], param=[[2.0, -2.0, 3.0]], rate=0.5)
    yield "one column", call(grad=[[1.0], [1.0], [1.0]], param=[[2.0], [-2.0], [3.0]], rate=0.5)
    yield "weights between 0 and 1", call(grad=[0.0, 0.0], param=[0.5, -0.25], rate=0.5)


@cases(exercise)
def large_and_small(_rng):
    yield "a weight next to zero", call(grad=[0.0, 0.0], param=[1e-12, -1e-12], rate=0.5)
    yield "tiny weights, tiny gradient", call(grad=[2e-9, 1e-9], param=[3e-9, -5e-9], rate=1e-9)
    yield "tiny rate", call(grad=[0.0, 0.0], param=[3.0, -5.0], rate=1e-10)
    yield "huge weights", call(grad=[1.0, 1.0], param=[3e8, -5e8], rate=0.1)
    yield "weights of 1e100", call(grad=[0.0, 0.0], param=[3e100, -5e100], rate=0.1)
    yield "large rate", call(grad=[1.0, -1.0], param=[3.0, -5.0], rate=1000.0)


@cases(exercise)
def other_dtypes(rng):
    grad, param = rng.normal(size=(2, 3, 4)).astype(np.float32)
    yield "integer weights", call(grad=[0.5, 0.5, 0.5], param=[3, 0, -5], rate=0.1)
    yield "integer weights, 2 x 3", call(
        grad=rng.normal(size=(2, 3)), param=[[1, -2, 3], [0, 5, -6]], rate=0.1
    )
    yield "integer rate", call(grad=[0.5, 0.5], param=[3.0, -5.0], rate=2)
    yield "float32, by hand", call(
        grad=np.array([1.0], dtype=np.float32), param=np.array([3.0], dtype=np.float32), rate=0.5
    )
    yield "float32, 3 x 4", call(grad=grad, param=param, rate=0.01)


@cases(exercise)
def random_weights(rng):
    shapes = [(1,), (5,), (100,), (1, 4), (4, 1), (2, 3), (3, 2), (3, 3), (10, 10), (50, 20)]
    for shape in [*shapes, (2, 3, 4), (6, 3, 5, 5)]:
        grad, param = rng.normal(size=(2, *shape))
        size = " x ".join(map(str, shape))
        yield f"random, {size}", call(grad=grad, param=param, rate=float(rng.uniform(0.01, 0.5)))
    sparse = rng.normal(size=(8, 5)) * (rng.random((8, 5)) < 0.5)
    yield "half of the weights zero", call(grad=rng.normal(size=(8, 5)), param=sparse, rate=0.1)
