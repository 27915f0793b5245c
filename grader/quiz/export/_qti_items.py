"""A question as an item of QTI 1.2, in the forms that Canvas reads."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from grader.errors import CourseError
from grader.quiz.export import _pieces, _qti_texts
from grader.quiz.export._files import child
from grader.quiz.export._pieces import Pieces, spellings
from grader.quiz.export._qti_numbers import Ends, ends, number
from grader.quiz.kinds.choice import Choice
from grader.quiz.kinds.essay import Essay
from grader.quiz.kinds.match import Match
from grader.quiz.kinds.multi import Multi
from grader.quiz.kinds.numeric import Numeric
from grader.quiz.model import Question
from grader.quiz.parse.draft import Finding
from grader.words import Sentence, sentence

_TYPES = {
    "choice": "multiple_choice_question",
    "multi": "multiple_answers_question",
    "numeric": "numerical_question",
    "match": "matching_question",
}
_CHOOSING = ("choice", "multi")
_LONGEST_TEXT = 16384


class CanvasPieces(Pieces):
    """Pieces of which Canvas changes nothing."""

    def kept(self, written: str) -> str:
        """HTML in an element with an attribute.

        Canvas shows `<p>a &lt; b</p>` with the reference as it is written where it finds nothing
        but one run of text in a comment or in a left side.
        """
        return f'<div lang="{self._language}">{written}</div>'


def qti_type(question: Question) -> str:
    """The name of the question type that holds it."""
    if by_hand(question):
        return "essay_question"
    return _TYPES.get(question.kind, "short_answer_question")


def by_hand(question: Question) -> bool:
    """Whether only a person can mark it in Canvas."""
    if isinstance(question.answer, Numeric):
        return not ends(question.answer)
    return _pieces.by_hand(question)


def fields(metadata: Element, values: dict[str, str]) -> None:
    """Write metadata."""
    for label, entry in values.items():
        field = child(metadata, "qtimetadatafield")
        child(field, "fieldlabel", label)
        child(field, "fieldentry", entry)


def write_item(section: Element, ident: str, question: Question, pieces: CanvasPieces) -> None:
    """Add a question to a section.

    Args:
        section: of the quiz.
        ident: of the question, unlike every other.
        question: what is asked.
        pieces: of its quiz.

    Raises:
        CourseError: an image cannot be read, or Canvas cannot hold the question.
    """
    title = _qti_texts.title(pieces.title(question), question.id)
    item = child(section, "item", ident=_qti_texts.ident(ident), title=title)
    metadata = child(child(item, "itemmetadata"), "qtimetadata")
    values = {
        "question_type": qti_type(question),
        "points_possible": _qti_texts.points(question.points),
        "assessment_question_identifierref": _qti_texts.ident(f"{ident}/bank"),
    }
    fields(metadata, values)
    presentation = child(item, "presentation")
    _text(presentation, _stem(question, pieces))
    _asked(presentation, question, pieces)
    processing = child(item, "resprocessing")
    outcomes = child(processing, "outcomes")
    child(outcomes, "decvar", maxvalue="100", minvalue="0", varname="SCORE", vartype="Decimal")
    _shown_feedback(processing, question)
    _right(processing, question)
    _feedback(item, question, pieces)


def _stem(question: Question, pieces: Pieces) -> str:
    """What is asked; Canvas lists the left side of a match itself.

    Raises:
        CourseError: it is too long.
    """
    if isinstance(question.answer, Match):
        stem = f"{pieces.block(question.body)}\n{pieces.choices(question)}"
    else:
        stem = pieces.stem(question, _notes(question))
    if len(stem) > _LONGEST_TEXT:
        said = sentence("quiz_export.qti_too_long", most=_LONGEST_TEXT, count=len(stem))
        raise CourseError(Finding(question.place, said).sentence)
    return stem


def _notes(question: Question) -> list[Sentence]:
    if isinstance(question.answer, Essay):
        return [sentence("quiz_page.help_essay", limit=question.answer.limit)]
    if question.kind == "numeric" and by_hand(question):
        return [sentence("quiz_export.marked_later")]
    return _pieces.notes(question)


def _text(parent: Element, written: str) -> None:
    child(child(parent, "material"), "mattext", written, texttype="text/html")


def _option_id(index: int) -> str:
    return str(1000 + index)


def _choice_id(index: int) -> str:
    return str(2000 + index)


def _asked(presentation: Element, question: Question, pieces: CanvasPieces) -> None:
    if question.kind in _CHOOSING:
        many = "Multiple" if question.kind == "multi" else "Single"
        asked = child(presentation, "response_lid", ident="response1", rcardinality=many)
        choices = child(asked, "render_choice")
        for option in question.options:
            label = child(choices, "response_label", ident=_option_id(option.index))
            _text(label, pieces.prose(option.text))
    elif question.kind == "match":
        for left in question.options:
            _pair(presentation, left.index, question, pieces)
    else:
        asked = child(presentation, "response_str", ident="response1", rcardinality="Single")
        decimal = {"fibtype": "Decimal"} if qti_type(question) == _TYPES["numeric"] else {}
        blank = child(asked, "render_fib", **decimal)
        child(blank, "response_label", ident="answer1", rshuffle="No")


def _pair(presentation: Element, index: int, question: Question, pieces: CanvasPieces) -> None:
    """A menu holds neither maths nor code: it offers the letters listed above."""
    asked = child(presentation, "response_lid", ident=f"response_{_option_id(index)}")
    _text(asked, pieces.kept(f"{index + 1}. {pieces.prose(question.options[index].text)}"))
    choices = child(asked, "render_choice")
    for choice in question.choices:
        label = child(choices, "response_label", ident=_choice_id(choice.index))
        child(child(label, "material"), "mattext", choice.letter)


def _shown_feedback(processing: Element, question: Question) -> None:
    everything = child(processing, "respcondition", **{"continue": "Yes"})
    child(child(everything, "conditionvar"), "other")
    child(everything, "displayfeedback", feedbacktype="Response", linkrefid="general_fb")
    for option in question.options:
        if question.kind in _CHOOSING and option.feedback:
            ident = _option_id(option.index)
            condition = child(processing, "respcondition", **{"continue": "Yes"})
            _equal(child(condition, "conditionvar"), ident)
            link = f"{ident}_fb"
            child(condition, "displayfeedback", feedbacktype="Response", linkrefid=link)


def _right(processing: Element, question: Question) -> None:
    """What is right; the items of a match add up, everything else is right or not."""
    answer = question.answer
    if isinstance(answer, Match):
        share = f"{100 / len(answer.partners):.2f}"
        for index, partner in enumerate(answer.partners):
            scored = _scored(processing, "Add", share, "Yes")
            _equal(scored, _choice_id(partner), f"response_{_option_id(index)}")
    elif by_hand(question):
        child(child(child(processing, "respcondition"), "conditionvar"), "other")
    elif isinstance(answer, Numeric):
        for accepted in ends(answer):
            _number(_scored(processing, "Set", "100", "No"), accepted)
    elif isinstance(answer, Choice):
        _equal(_scored(processing, "Set", "100", "No"), _option_id(answer.right))
    elif isinstance(answer, Multi):
        _exactly(child(_scored(processing, "Set", "100", "No"), "and"), answer)
    else:
        scored = _scored(processing, "Set", "100", "No")
        for spelling in spellings(question):
            _equal(scored, spelling)


def _scored(processing: Element, action: str, points: str, onward: str) -> Element:
    condition = child(processing, "respcondition", **{"continue": onward})
    variables = child(condition, "conditionvar")
    child(condition, "setvar", points, action=action, varname="SCORE")
    return variables


def _equal(parent: Element, value: str, respident: str = "response1") -> None:
    child(parent, "varequal", value, respident=respident)


def _exactly(every: Element, answer: Multi) -> None:
    for index in range(answer.count):
        _equal(every if index in answer.right else child(every, "not"), _option_id(index))


def _number(scored: Element, accepted: Ends) -> None:
    """One answer a condition, in the forms that Canvas reads: a number or a range."""
    bounds = scored
    if accepted.low == accepted.high:
        either = child(scored, "or")
        _equal(either, number(accepted.low))
        bounds = child(either, "and")
    child(bounds, "vargte", number(accepted.low), respident="response1")
    child(bounds, "varlte", number(accepted.high), respident="response1")


def _feedback(item: Element, question: Question, pieces: CanvasPieces) -> None:
    """Canvas knows comments by their names: `general_fb` is the one of the whole question."""
    chosen = question.kind in _CHOOSING
    explained = pieces.explanation(question) if chosen else pieces.solution(question)
    comments = {"general_fb": explained}
    for option in question.options:
        if chosen and option.feedback:
            comments[f"{_option_id(option.index)}_fb"] = pieces.prose(option.feedback)
    for ident, written in comments.items():
        holder = child(child(item, "itemfeedback", ident=ident), "flow_mat")
        _text(holder, pieces.kept(written))
