from __future__ import annotations

from datetime import date, timedelta

from grader.quiz.terminal.boxes import DAYS, review

TODAY = date(2030, 1, 1)


def test_what_is_known_comes_back_ever_later() -> None:
    found, days = None, []
    today = TODAY
    for _ in range(6):
        found = review(found, True, today)
        days.append((found.due - today).days)
        today = found.due
    assert days == [3, 7, 14, 30, 30, 30]


def test_a_wrong_answer_sends_it_back_to_the_first_box() -> None:
    found = review(review(None, True, TODAY), False, TODAY)
    assert (found.box, found.due - TODAY, found.right) == (1, timedelta(days=1), False)
    again = review(found, True, found.due)
    assert again.box == 2


def test_answering_early_moves_nothing() -> None:
    first = review(None, False, TODAY)
    early = review(first, True, TODAY)
    assert (early.box, early.due, early.right) == (1, first.due, True)


def test_late_is_as_good_as_in_time() -> None:
    first = review(None, True, TODAY)
    late = review(first, True, first.due + timedelta(days=100))
    assert late.box == 3
    assert late.due - late.answered_on == timedelta(days=DAYS[3])
