"""Build each type of question from its elements.

Rules followed: the `import_...` functions of question/format/xml/format.php, the
`save_question_options` of each question type (question/type/*/questiontype.php) and the checks
of their editing forms.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from tests.quiz.export.moodle_reader.fields import PLACEHOLDER, Desk, plain_text, rich_text
from tests.quiz.export.moodle_reader.marking import (
    Answer,
    Boxes,
    Given,
    Matching,
    Radio,
    ShortAnswer,
    TrueFalse,
    unmarked,
)
from tests.quiz.export.moodle_reader.nodes import ImportRefused, Node
from tests.quiz.export.moodle_reader.numbers import grade_option
from tests.quiz.export.moodle_reader.numerical import numerical_marker
from tests.quiz.export.moodle_reader.phplike import loses_to_strip_tags, php_number
from tests.quiz.export.moodle_reader.settings import (
    YES_NO,
    Header,
    choice,
    flag,
    number,
    read_hints,
    setting,
)

NUMBERINGS = ("abc", "ABCD", "123", "iii", "IIII", "none")
RESPONSE_FORMATS = ("editor", "editorfilepicker", "plain", "monospaced", "noinline")


@dataclass(frozen=True)
class Parts:
    """What is peculiar to a type of question."""

    marker: Callable[[object], Given] = unmarked
    hints: tuple[str, ...] = ()
    single: bool | None = None
    options: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    shuffle: bool | None = None
    numbering: str = ""
    combined: tuple[str, str, str] = ("", "", "")
    grader_info: str = ""


def read_answers(question: Node, header: Header, desk: Desk, rich: bool) -> list[Answer]:
    """Read the answers of a question whose answers have fractions.

    Answers of short-answer and numerical questions are plain text whatever their format says.
    """
    answers = []
    for index, node in enumerate(question.many("answer"), 1):
        where, default = f"answer {index}", header.text.format
        if rich:
            text = rich_text(node, where, desk, default).html
        else:
            node.attribute("format")
            text = plain_text(node)
        feedback = rich_text(node.one("feedback"), f"feedback of answer {index}", desk, default)
        if not text:
            raise ImportRefused(f"{where} is blank")
        answers.append(Answer(text, _fraction(node, where, desk), feedback.html))
    if not answers:
        raise ImportRefused("the question has no answers")
    return answers


def _fraction(node: Node, where: str, desk: Desk) -> float:
    """Return the fraction, matched to Moodle's list; a missing attribute means 0."""
    written = node.attribute("fraction")
    percent = 0.0 if written is None else php_number(written)
    if percent is None:
        raise ImportRefused(f"the fraction {written!r} of {where} is no number")
    option = grade_option(percent / 100, desk.match_grades)
    if option is None:
        raise ImportRefused(f"the fraction {written!r} of {where} is not in Moodle's list")
    return option


def _combined(question: Node, header: Header, desk: Desk) -> tuple[str, str, str]:
    flag(question, "shownumcorrect")
    correct, partly, wrong = (
        rich_text(question.one(name), name, desk, header.text.format).html
        for name in ("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback")
    )
    return correct, partly, wrong


def multichoice(question: Node, header: Header, desk: Desk) -> Parts:
    """Build a multiple-choice question; its answers must be two at least."""
    single = choice(question, "single", YES_NO, True)
    numberings = {name: name for name in NUMBERINGS} | {"": "abc"}
    choice(question, "showstandardinstruction", {"0": False, "1": True}, True)
    answers = read_answers(question, header, desk, rich=True)
    if len(answers) < 2:
        raise ImportRefused("a multiple-choice question needs two answers")
    _check_marks(answers, single, desk)
    return Parts(
        marker=Radio(answers) if single else Boxes(answers),
        hints=read_hints(question, desk, header.text.format, parts=True),
        single=single,
        options=tuple(answer.text for answer in answers),
        shuffle=choice(question, "shuffleanswers", YES_NO, False),
        numbering=choice(question, "answernumbering", numberings, "abc"),
        combined=_combined(question, header, desk),
    )


def _check_marks(answers: Sequence[Answer], single: bool, desk: Desk) -> None:
    """Note the complaints that Moodle makes about marks when editing, but not on import."""
    if single and max(answer.fraction for answer in answers) != 1:
        desk.note("no answer gets the full mark")
    total = sum(answer.fraction for answer in answers if answer.fraction > 0)
    if not single and round(total, 2) != 1:
        desk.note(f"the right answers add up to {total:.0%} of the mark")


def true_false(question: Node, header: Header, desk: Desk) -> Parts:
    """Build a true/false question, whose answers are known by the words "true" and "false"."""
    answers: dict[str, Answer] = {}
    for node in question.many("answer"):
        node.attribute("format")
        word = plain_text(node)
        fraction = php_number(node.attribute("fraction") or "")
        if word not in ("true", "false") or word in answers or fraction not in (0, 100):
            raise ImportRefused("the answers are not one true and one false of 0 or 100 percent")
        where = f"feedback of the answer {word}"
        feedback = rich_text(node.one("feedback"), where, desk, header.text.format)
        answers[word] = Answer(word, fraction / 100, feedback.html)
    if len(answers) != 2 or sum(answer.fraction for answer in answers.values()) != 1:
        raise ImportRefused("a true/false question needs both answers, one of them right")
    right = answers["true"].fraction == 1
    return Parts(
        marker=TrueFalse(right, answers["true"], answers["false"]),
        hints=read_hints(question, desk, header.text.format, parts=False),
    )


def short_answer(question: Node, header: Header, desk: Desk) -> Parts:
    """Build a short-answer question; without an answer of 100 % the import stops."""
    sensitive = choice(question, "usecase", {"0": False, "1": True}, False)
    answers = read_answers(question, header, desk, rich=False)
    if max(answer.fraction for answer in answers) != 1:
        raise ImportRefused("no answer gets 100 %, and Moodle stops the import at that")
    return Parts(
        marker=ShortAnswer(answers, sensitive),
        hints=read_hints(question, desk, header.text.format, parts=False),
    )


def numerical(question: Node, header: Header, desk: Desk) -> Parts:
    """Build a numerical question."""
    answers = read_answers(question, header, desk, rich=False)
    if max(answer.fraction for answer in answers) != 1:
        desk.note("no answer gets the full mark")
    return Parts(
        marker=numerical_marker(question, header, answers, desk),
        hints=read_hints(question, desk, header.text.format, parts=False),
    )


def matching(question: Node, header: Header, desk: Desk) -> Parts:
    """Build a matching question; a subquestion without text only adds a partner."""
    stems: list[str] = []
    right: list[str] = []
    partners: list[str] = []
    for index, node in enumerate(question.many("subquestion"), 1):
        stem = rich_text(node, f"subquestion {index}", desk, header.text.format).html
        holder = node.one("answer")
        partner = _partner("" if holder is None else plain_text(holder), index, partners)
        if partner not in partners:
            partners.append(partner)
        if stem:
            stems.append(stem)
            right.append(partner)
    if not stems:
        raise ImportRefused("the matching question has nothing to match")
    if len(stems) < 2 or len(question.many("subquestion")) < 3:
        desk.note("fewer than 2 questions or 3 answers, which Moodle's editing form would refuse")
    return Parts(
        marker=Matching(right, partners),
        hints=read_hints(question, desk, header.text.format, parts=True),
        options=tuple(stems),
        partners=tuple(partners),
        shuffle=choice(question, "shuffleanswers", YES_NO, True),
        combined=_combined(question, header, desk),
    )


def _partner(partner: str, index: int, others: Sequence[str]) -> str:
    """Return an answer of a matching question: plain text, shown with its tags stripped."""
    if not partner:
        raise ImportRefused(f"subquestion {index} has no answer, and Moodle stops at that")
    if loses_to_strip_tags(partner) or PLACEHOLDER in partner:
        raise ImportRefused(f"the answer {partner!r} is not shown as it is: it is no HTML")
    if len(partner) > 255:
        raise ImportRefused(f"the answer of subquestion {index} has more than 255 characters")
    value = php_number(partner)
    for other in others:
        if value is not None and other != partner and php_number(other) == value:
            raise ImportRefused(f"{other!r} and {partner!r} are one answer to some versions")
    return partner


def essay(question: Node, header: Header, desk: Desk) -> Parts:
    """Build an essay question, which takes no hints."""
    choice(question, "responseformat", {name: name for name in RESPONSE_FORMATS}, "editor")
    choice(question, "responserequired", {"0": False, "1": True}, True)
    for name in ("responsefieldlines", "attachments", "attachmentsrequired"):
        number(question, name, 0)
    for name in ("minwordlimit", "maxwordlimit", "maxbytes"):
        limit = setting(question, name)
        if limit and php_number(limit) is None:
            raise ImportRefused(f"<{name}> is {limit!r}, which is no number")
    setting(question, "filetypeslist")
    told = rich_text(
        question.one("graderinfo"), "information for graders", desk, header.text.format
    )
    template = question.one("responsetemplate")
    rich_text(template, "response template", desk, header.text.format, files=False)
    return Parts(grader_info=told.html)


def description(question: Node, header: Header, desk: Desk) -> Parts:
    """Build a description, which is worth 0 whatever the file says."""
    if question.one("defaultgrade") is not None and header.default_mark:
        desk.note("<defaultgrade>: a description is worth 0")
    return Parts()


BUILDERS: Mapping[str, Callable[[Node, Header, Desk], Parts]] = {
    "multichoice": multichoice,
    "truefalse": true_false,
    "shortanswer": short_answer,
    "numerical": numerical,
    "matching": matching,
    "match": matching,
    "essay": essay,
    "description": description,
}
