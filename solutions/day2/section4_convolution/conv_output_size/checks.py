from grader.authoring import call, cases, lab, raises, spec

exercise = spec(points=10, question="day2/section4_convolution#conv-6x6")
lab(exercise, "simple_cnn", slot="conv_output_size")


def described(sizes):
    """Say in both languages what (input, filter, stride, padding) are."""
    return (
        "input {}, filter {}, stride {}, padding {}".format(*sizes),
        "入力 {}、フィルタ {}、ストライド {}、パディング {}".format(*sizes),
    )


def arguments(sizes):
    """Name the four sizes as the function does."""
    names = ("input_size", "filter_size", "stride", "padding")
    return dict(zip(names, sizes, strict=True))


@cases(exercise)
def by_hand(_rng):
    for sizes in [(3, 2, 1, 0), (3, 1, 2, 0), (4, 3, 2, 0), (1, 1, 1, 0), (1, 1, 1, 1)]:
        yield *described(sizes), call(**arguments(sizes))
    rows = [
        ("filter as large as the input", "入力と同じ大きさのフィルタ", (3, 3, 1, 0)),
        ("fits thanks to the padding", "パディングのおかげで収まる", (2, 3, 2, 1)),
        ("a stride larger than the input", "入力より大きいストライド", (3, 2, 5, 0)),
        ("padding as wide as the filter", "フィルタと同じ幅のパディング", (4, 2, 1, 2)),
        ("padding wider than the filter", "フィルタより広いパディング", (3, 1, 2, 2)),
        ("fits exactly with the padding", "パディングを付けてちょうど収まる", (1, 3, 2, 1)),
    ]
    for en, ja, sizes in rows:
        yield en, ja, call(**arguments(sizes))


@cases(exercise)
def refused(_rng):
    rows = [
        ("filter 3 does not fit into 2", "入力 2 に収まらないフィルタ 3", (2, 3, 2, 0)),
        (
            "filter 3 does not fit into 2, stride 1",
            "入力 2 に収まらないフィルタ 3、ストライド 1",
            (2, 3, 1, 0),
        ),
        ("filter far too large", "はるかに大きすぎるフィルタ", (4, 9, 2, 1)),
        ("too large by one after padding", "パディングをしても 1 だけ大きすぎる", (5, 8, 1, 1)),
        ("stride 0", "ストライド 0", (6, 2, 0, 1)),
        ("stride -1", "ストライド -1", (6, 2, -1, 1)),
        (
            "stride 0, and filter 3 does not fit into 2",
            "ストライド 0、しかも入力 2 に収まらないフィルタ 3",
            (2, 3, 0, 0),
        ),
    ]
    for en, ja, sizes in rows:
        yield en, ja, raises(ValueError, **arguments(sizes))


@cases(exercise)
def table(_rng):
    rows = [
        (6, 2, 1, 1),
        (5, 3, 2, 1),
        (7, 3, 2, 0),
        (6, 3, 2, 0),
        (7, 2, 2, 0),
        (5, 2, 2, 0),
        (8, 3, 2, 1),
        (10, 3, 3, 1),
        (24, 2, 2, 0),
        (28, 5, 1, 0),
        (28, 5, 1, 2),
        (32, 5, 1, 0),
        (227, 11, 4, 0),
        (1_000_000, 3, 1, 1),
        (1_000_000, 7, 1000, 3),
    ]
    for sizes in rows:
        yield *described(sizes), call(**arguments(sizes))


@cases(exercise)
def random_sizes(rng):
    for number in range(1, 13):
        input_size, stride, padding = rng.integers((1, 1, 0), (40, 6, 4)).tolist()
        filter_size = int(rng.integers(1, input_size + 2 * padding + 1))
        sizes = (input_size, filter_size, stride, padding)
        en, ja = described(sizes)
        yield f"drawn {number}: {en}", f"乱数 {number}：{ja}", call(**arguments(sizes))
