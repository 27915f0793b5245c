"""``assessment_meta.xml``: a quiz's title, description and settings.

canvas-lms, lib/cc/importer/canvas/quiz_metadata_converter.rb and lib/canvas/migration/
xml_helper.rb: for each name Canvas takes the *first* element of that name anywhere below, also
one inside <assignment>.
"""

from __future__ import annotations

import re

from tests.quiz.export.qti_reader.archive import Document, children, local, text_of, words
from tests.quiz.export.qti_reader.model import ImportRefused

STRINGS = words(
    "title description access_code ip_filter quiz_type scoring_policy hide_results "
    "lockdown_browser_monitor_data assignment_group_identifierref"
)
NUMBERS = frozenset(("points_possible", "time_limit", "allowed_attempts"))
TIMES = words("lock_at unlock_at due_at show_correct_answers_at hide_correct_answers_at")
SWITCHES = words(
    "could_be_locked anonymous_submissions show_correct_answers require_lockdown_browser "
    "require_lockdown_browser_for_results shuffle_answers disable_timer_autosubmission available "
    "cant_go_back one_question_at_a_time require_lockdown_browser_monitor one_time_results "
    "show_correct_answers_last_attempt only_visible_to_overrides"
)
CHOICES = {
    "quiz_type": ("practice_quiz", "assignment", "graded_survey", "survey"),
    "scoring_policy": ("keep_highest", "keep_latest", "keep_average"),
    "hide_results": ("", "always", "until_after_last_attempt"),
}
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?")
INTEGER = re.compile(r"-?\d+")
DECIMAL = re.compile(r"\d+(\.\d+)?")


def read_settings(document: Document, ignored: list[str]) -> dict[str, str]:
    """Read the settings as written, by name; title and description among them."""
    where = document.path
    if local(document.root) != "quiz":
        raise ImportRefused(f"{where}: the root must be <quiz>.")
    found: dict[str, str] = {}
    for node in document.root:
        name = local(node)
        if name in found:
            raise ImportRefused(f"{where}: <{name}> stands twice.")
        if name in STRINGS | NUMBERS | TIMES | SWITCHES:
            first = next(n for n in document.root.iter() if local(n) == name)
            if first is not node:
                raise ImportRefused(f"{where}: Canvas takes an inner <{name}> that comes earlier.")
            found[name] = _value(name, text_of(node).strip(), where)
        elif name not in ("assignment", "assignment_overrides"):
            ignored.append(f"{where}: <{name}>")
        if name not in ("assignment", "assignment_overrides") and children(node):
            raise ImportRefused(f"{where}: <{name}> must hold text only; escape HTML in it.")
    return found


def _value(name: str, text: str, where: str) -> str:
    if name in SWITCHES and text not in ("true", "false"):
        raise ImportRefused(f"{where}: <{name}> must be true or false, not {text!r}.")
    if name in TIMES and text and not TIME.fullmatch(text):
        raise ImportRefused(f"{where}: <{name}> is not a date and time: {text!r}.")
    if name in ("time_limit", "allowed_attempts") and text and not INTEGER.fullmatch(text):
        raise ImportRefused(f"{where}: <{name}> must be a whole number, not {text!r}.")
    if name == "points_possible" and not DECIMAL.fullmatch(text):
        raise ImportRefused(f"{where}: <{name}> must be a number, not {text!r}.")
    if name in CHOICES and text not in CHOICES[name]:
        raise ImportRefused(f"{where}: Canvas does not know {text!r} as <{name}>.")
    return text
