"""Short answer and essay.

Reading: canvas-lms, qti_exporter, extended_text_interaction.rb. Marking:
short_answer_question.rb in app/models/quizzes/quiz_question.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from tests.quiz.export.qti_reader.archive import local
from tests.quiz.export.qti_reader.labels import check_text_box, responses_of
from tests.quiz.export.qti_reader.model import Given, Marker, Response
from tests.quiz.export.qti_reader.processing import Test, arrange, comment_of
from tests.quiz.export.qti_reader.shape import Asked, Probe, Shape, no_answer


def text_box(asked: Asked, fibtypes: tuple[str, ...]) -> None:
    """Check that the question has one text box and nothing else."""
    responses = responses_of(asked.presentation, asked.where)
    if [local(node) for node in responses.values()] != ["response_str"]:
        raise asked.refuse("the question needs exactly one <response_str>.")
    check_text_box(next(iter(responses.values())), fibtypes, asked.where)


def read_essay(asked: Asked) -> Shape:
    """Read an essay: a text box and no comparison at all."""
    text_box(asked, ("String",))
    if any(True for c in asked.processing.conditions for _ in c.tests()):
        raise asked.refuse("an essay question has accepted answers.")
    return Shape(no_answer(True))


def read_short_answer(asked: Asked) -> Shape:
    """Return the accepted answers and their comments.

    Every ``varequal`` of the question is an accepted answer, also one inside ``not`` and one
    whose condition earns nothing.
    """
    text_box(asked, ("String",))
    notes: dict[str, str | None] = {}
    for top in arrange(asked.processing.conditions):
        for node in top.walk():
            for condition in node.all_ifs():
                for test in condition.tests():
                    if test.op != "varequal":
                        raise asked.refuse(f"<{test.op}> is not read in a short answer.")
                    notes[test.value] = notes.get(test.value) or comment_of(node.all_ifs())
    accepted = {text: note for text, note in notes.items() if text.strip()}
    if not accepted:
        raise asked.refuse("without an accepted answer Canvas makes it an essay.")
    if len(accepted) < len(notes):
        raise asked.refuse("an accepted answer is blank.")
    comments = {t: asked.comments[n].html for t, n in accepted.items() if n in asked.comments}
    return Shape(
        marker=_mark(list(accepted), comments),
        comments=frozenset(note for note in accepted.values() if note),
        probes=tuple(_probes(accepted)),
        lists=True,
    )


def _same(one: str, other: str) -> bool:
    """Canvas compares without regard to case and to blanks at both ends."""
    return one.strip().lower() == other.strip().lower()


def _mark(accepted: list[str], comments: Mapping[str, str]) -> Marker:
    def mark(response: Response) -> Given:
        if response is None:
            return Given(0.0, ())
        if not isinstance(response, str):
            raise TypeError("A short answer is answered with the text typed.")
        found = next((text for text in accepted if _same(text, response)), None)
        if found is None:
            return Given(0.0, ())
        return Given(1.0, (comments[found],) if found in comments else ())

    return mark


def _probes(accepted: Mapping[str, str | None]) -> Iterator[Probe]:
    for text in accepted:
        notes = {note for other, note in accepted.items() if note and _same(text, other)}
        yield Probe(f"the answer {text.strip()!r}", _types(text), 1.0, frozenset(notes))
    yield Probe("another answer", lambda _test: False, 0.0, frozenset())


def _types(text: str) -> Callable[[Test], bool]:
    return lambda test: _same(test.value, text)
