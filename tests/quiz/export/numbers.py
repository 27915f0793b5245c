"""Numbers to type where a key holds intervals."""

from __future__ import annotations

from collections.abc import Iterator

from grader.quiz.kinds.numeric import Interval


def numbers_around(interval: Interval) -> Iterator[float]:
    """Both ends, just inside and just outside; a percentage as it is and as a share."""
    step = 1e-11 * max(abs(interval.low), abs(interval.high), 1e-3)
    for scale in (1, 100) if interval.percent else (1,):
        for end, outside in ((interval.low, -1), (interval.high, 1)):
            yield from (scale * (end + outside * step), scale * (end - outside * step))
        yield scale * (interval.low + interval.high) / 2
