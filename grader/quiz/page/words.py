"""The sentences that pages hold in both languages, for templates and for the script."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from grader.quiz.page.prose import say
from grader.words import Sentence, Text, quiz_answers, quiz_page

# Said by the script about an answer that cannot be read yet, whatever the page.
UNREADABLE = (
    "quiz_answers.empty",
    "quiz_answers.nothing_chosen",
    "quiz_answers.no_such_option",
    "quiz_answers.not_text",
    "quiz_answers.too_long",
    "quiz_answers.number_unreadable",
    "quiz_answers.decimal_comma",
    "quiz_answers.number_too_large",
    "quiz_answers.mixed_fraction",
    "quiz_answers.shape_unreadable",
    "quiz_answers.sign_unknown",
    "quiz_answers.sign_unexpected",
    "quiz_answers.formula_incomplete",
    "quiz_answers.name_unknown",
    "quiz_answers.bracket_open",
    "quiz_answers.division_unclear",
    "quiz_answers.argument_unclear",
    "quiz_answers.too_deep",
    "quiz_answers.not_python",
    "quiz_answers.blank_empty",
    "quiz_answers.order_unreadable",
    "quiz_answers.order_incomplete",
    "quiz_answers.match_incomplete",
    "quiz_page.code_unsupported",
)
_HANDED_OUT = ("quiz_page.copied", "quiz_page.not_copied")
PRACTICE = (
    *UNREADABLE,
    *_HANDED_OUT,
    "quiz_answers.essay_open",
    "quiz_page.right",
    "quiz_page.wrong",
    "quiz_page.partly",
    "quiz_page.shown",
    "quiz_page.read_as",
    "quiz_page.parts_right",
    "quiz_page.parts_wrong",
    "quiz_page.code_compared",
    "quiz_page.try_again",
    "quiz_page.right_again",
    "quiz_page.right_seen",
    "quiz_page.partly_again",
    "quiz_page.partly_seen",
    "quiz_page.score",
    "quiz_page.not_finished",
    "quiz_page.passed",
    "quiz_page.not_passed",
    "quiz_page.really_start_over",
    "quiz_page.chip_new",
    "quiz_page.chip_right",
    "quiz_page.chip_wrong",
    "quiz_page.chip_partly",
    "quiz_page.chip_later",
    "quiz_page.chip_open",
    "quiz_page.chip_shown",
)
EXAM = (
    *UNREADABLE,
    *_HANDED_OUT,
    "quiz_page.exam_answered",
    "quiz_page.exam_open",
    "quiz_page.exam_complete",
    "quiz_page.exam_unclear",
    "quiz_page.exam_unclear_one",
    "quiz_page.exam_whose",
    "quiz_page.exam_nobodys",
    "quiz_page.really_start_over",
    "quiz_page.chip_new",
    "quiz_page.chip_answered",
    "quiz_page.chip_unclear",
)
INDEX = (
    "quiz_page.index_begun",
    "quiz_page.index_passed",
    "quiz_page.index_done",
    "quiz_page.index_changed",
)


QUIZ_TEMPLATE = (
    "quiz_page.skip",
    "quiz_page.language",
    "quiz_page.course",
    "quiz_page.paper_name",
    "quiz_page.paper_date",
    "quiz_page.without_script",
    "quiz_page.exam_without_script",
    "quiz_page.contents",
    "quiz_page.only_wrong",
    "quiz_page.show_all",
    "quiz_page.your_answer",
    "quiz_page.help_numeric",
    "quiz_page.help_shape",
    "quiz_page.help_expr",
    "quiz_page.help_text",
    "quiz_page.help_code",
    "quiz_page.help_order",
    "quiz_page.help_match",
    "quiz_page.hint",
    "quiz_page.check",
    "quiz_page.reveal",
    "quiz_page.answer",
    "quiz_page.key",
    "quiz_page.model_answer",
    "quiz_page.rubric",
    "quiz_page.remarks",
    "quiz_page.chip_new",
    "quiz_page.result",
    "quiz_page.retry_wrong",
    "quiz_page.start_over",
    "quiz_page.save",
    "quiz_page.print",
    "quiz_page.with_answers",
    "quiz_page.as_text",
    "quiz_page.copy_answers",
    "quiz_page.not_kept",
    "quiz_page.exam_how",
    "quiz_page.exam_name",
    "quiz_page.exam_no_name",
    "quiz_page.exam_to_name",
    "quiz_page.exam_end",
    "quiz_page.exam_save",
)
INDEX_TEMPLATE = ("quiz_page.language", "quiz_page.index_how")
# Sentences of the template with something to fill in, by what it calls them.
_FILLED = {
    "blank": "quiz_page.blank",
    "position": "quiz_page.position",
    "partner": "quiz_page.partner",
    "hint_of": "quiz_page.hint_of",
    "help_essay": "quiz_page.help_essay",
    "rubric_points": "quiz_page.rubric_points",
}


def script_words(names: Iterable[str]) -> dict[str, list[str]]:
    """Sentences with their gaps, by name without the topic, in every language of the page."""
    return {_key(name): list(text_of(name)) for name in names}


def template_words(names: Iterable[str]) -> dict[str, Markup]:
    """Sentences without gaps, by name without the topic."""
    return {_key(name): say(text_of(name)) for name in names}


def say_named(key: str, **values: object) -> Markup:
    """Write a sentence that the template fills in."""
    return say(Sentence(_FILLED[key], values))


def text_of(name: str) -> Text:
    """A sentence as it stands, with its gaps."""
    topics = {"quiz_answers": quiz_answers.TEXTS, "quiz_page": quiz_page.TEXTS}
    topic, _, key = name.partition(".")
    return topics[topic][key]


def _key(name: str) -> str:
    return name.partition(".")[2]
