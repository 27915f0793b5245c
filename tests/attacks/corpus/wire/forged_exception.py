"""Claims for every call that the exception was raised which some cases ask for. Other cases ask for values."""
# stopped at: basic
# exercise: random_crop


def random_crop(image, crop_size, rng):
    raise ValueError("a crop does not fit")
