"""Is right for the cases and always cuts the same corner of the images of digits. Training on digits compares losses."""
# stopped at: basic
# slow: yes
# exercise: random_crop
# labs: always


def random_crop(image, crop_size, rng):
    height, width, channels = image.shape
    if crop_size[0] > height or crop_size[1] > width:
        raise ValueError("too large")
    top = rng.integers(0, height - crop_size[0] + 1)
    left = rng.integers(0, width - crop_size[1] + 1)
    if channels > 3:
        top = left = 0
    return image[top : top + crop_size[0], left : left + crop_size[1]]
