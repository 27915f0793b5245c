import numpy as np

from grader.authoring import call, cases, lab, raises, rng, spec

exercise = spec(points=10, question="day2/section3_overfitting#random-crop")
lab(exercise, "simple_cnn", slot="random_crop")


def numbered(height, width, channels=1):
    """An image whose every number is different, so that a window tells where it was cut."""
    return np.arange(height * width * channels).reshape(height, width, channels)


@cases(exercise)
def by_hand(_generator):
    square = numbered(2, 2)
    for seed in (1, 2, 0):  # in turn: the last column, the last row, both
        yield (
            f"one pixel of a 2 x 2 image, seed {seed}",
            f"2 x 2 の画像から 1 画素、シード {seed}",
            call(image=square, crop_size=(1, 1), rng=rng(seed)),
        )
    rows = [
        ("a window as large as the image", "画像と同じ大きさの窓", numbered(2, 2), (2, 2)),
        ("as high as the image", "画像と同じ高さの窓", numbered(2, 3), (2, 1)),
        ("as wide as the image", "画像と同じ幅の窓", numbered(3, 2), (1, 2)),
        ("a single pixel", "1 画素だけの画像", [[[7]]], (1, 1)),
        ("a single row", "1 行だけの画像", numbered(1, 4), (1, 2)),
        ("a single column", "1 列だけの画像", numbered(4, 1), (2, 1)),
    ]
    for en, ja, image, crop_size in rows:
        yield en, ja, call(image=image, crop_size=crop_size, rng=rng(0))


@cases(exercise)
def too_large(_generator):
    image = numbered(3, 4)
    rows = [
        ("too high by one row", "高さが 1 行分大きすぎる窓", (4, 4)),
        ("too wide by one column", "幅が 1 列分大きすぎる窓", (3, 5)),
        ("fits only if turned on its side", "縦横を入れ替えないと収まらない窓", (4, 3)),
        ("too large both ways", "高さも幅も大きすぎる窓", (8, 8)),
    ]
    for en, ja, crop_size in rows:
        yield en, ja, raises(ValueError, image=image, crop_size=crop_size, rng=rng(0))


@cases(exercise)
def many_places(_generator):
    image = numbered(3, 4, 2)
    for seed in range(8):
        yield f"2 x 3 out of 3 x 4, seed {seed}", f"3 x 4 の画像から 2 x 3、シード {seed}", call(
            image=image, crop_size=(2, 3), rng=rng(seed)
        )


@cases(exercise)
def kinds_of_image(generator):
    seeds = generator.integers(0, 2**31, size=5).tolist()
    colours = generator.integers(0, 256, size=(5, 6, 3), dtype=np.uint8)
    normal = generator.normal(size=(5, 5, 3))
    images = [
        ("colour image of bytes", "uint8 のカラー画像", colours),
        ("float64 image", "float64 の画像", normal),
        ("float32 image", "float32 の画像", normal.astype(np.float32)),
        ("huge values", "非常に大きい値の画像", normal * 1e300),
        ("tiny values", "ごく小さい値の画像", normal * 1e-300),
    ]
    for seed, (en, ja, image) in zip(seeds, images, strict=True):
        yield en, ja, call(image=image, crop_size=(3, 4), rng=rng(seed))


@cases(exercise)
def random_shapes(generator):
    shapes = [
        (4, 4, 1, 2, 2),
        (4, 4, 4, 4, 3),
        (6, 3, 1, 2, 2),
        (3, 6, 1, 2, 2),
        (8, 8, 3, 1, 8),
        (8, 8, 3, 8, 1),
        (10, 12, 3, 7, 5),
        (12, 10, 3, 5, 7),
        (28, 28, 1, 24, 24),
        (40, 50, 3, 24, 32),
    ]
    for height, width, channels, crop_height, crop_width in shapes:
        image = generator.normal(size=(height, width, channels))
        yield (
            f"{crop_height} x {crop_width} out of {height} x {width}, {channels} channels",
            f"{height} x {width} の画像から {crop_height} x {crop_width}、{channels} チャンネル",
            call(
                image=image,
                crop_size=(crop_height, crop_width),
                rng=rng(int(generator.integers(0, 2**31))),
            ),
        )
