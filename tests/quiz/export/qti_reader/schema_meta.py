"""The structure of ``assessment_meta.xml`` after canvas-lms, lib/cc/xsd/cccv1p0.xsd.

Every element may stand once, in any order; ``title`` and ``description`` must. Canvas itself
(lib/cc/qti/qti_generator.rb) deviates from its schema: it writes the elements in ``EXTRA`` and
``EXTRA_ASSIGNMENT``, which the schema does not know, and empty dates inside ``assignment``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from tests.quiz.export.qti_reader.archive import local, namespace, text_of, words
from tests.quiz.export.qti_reader.grammar import NCNAME, XSI_LOCATION

SPACE = "http://canvas.instructure.com/xsd/cccv1p0"
TYPES = {
    "boolean": re.compile(r"true|false|1|0"),
    "integer": re.compile(r"[+-]?\d+"),
    "float": re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?"),
    "date and time": re.compile(r"-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?"),
    "date": re.compile(r"-?\d{4,}-\d\d-\d\d(Z|[+-]\d\d:\d\d)?"),
    "string": re.compile(r".*", re.DOTALL),
    "quiz type": re.compile("practice_quiz|assignment|graded_survey|survey"),
    "scoring policy": re.compile("keep_latest|keep_highest"),
}
QUIZ = {
    "string": "title description hide_results lockdown_browser_monitor_data access_code ip_filter "
    "assignment_group_identifierref",
    "float": "points_possible",
    "date and time": "lock_at unlock_at due_at",
    "boolean": "shuffle_answers require_lockdown_browser require_lockdown_browser_for_results "
    "require_lockdown_browser_monitor show_correct_answers anonymous_submissions could_be_locked "
    "available one_question_at_a_time cant_go_back one_time_results "
    "show_correct_answers_last_attempt",
    "integer": "time_limit allowed_attempts",
    "quiz type": "quiz_type",
    "scoring policy": "scoring_policy",
}
ASSIGNMENT = {
    "string": "title assignment_group_identifierref grading_standard_identifierref "
    "grading_standard_external_identifier rubric_identifierref rubric_external_identifier "
    "quiz_identifierref allowed_extensions grading_type submission_types "
    "external_tool_identifierref external_tool_external_identifier external_tool_url",
    "date and time": "due_at lock_at unlock_at peer_reviews_due_at",
    "date": "all_day_date",
    "boolean": "rubric_use_for_grading rubric_hide_score_total all_day turnitin_enabled "
    "peer_reviews_assigned peer_reviews automatic_peer_reviews anonymous_peer_reviews "
    "has_group_category grade_group_students_individually external_tool_new_tab freeze_on_copy "
    "muted",
    "float": "points_possible min_score max_score mastery_score",
    "integer": "position peer_review_count",
}
EXTRA = words(
    "show_correct_answers_at hide_correct_answers_at disable_timer_autosubmission "
    "only_visible_to_overrides module_locked assignment_overrides"
)
EXTRA_ASSIGNMENT = words(
    "module_locked workflow_state assignment_overrides vericite_enabled omit_from_final_grade "
    "intra_group_peer_reviews only_visible_to_overrides post_to_sis moderated_grading grader_count "
    "grader_comments_visible_to_graders anonymous_grading graders_anonymous_to_graders "
    "grader_names_visible_to_final_grader anonymous_instructor_annotations post_policy"
)


def meta_errors(path: str, root: ET.Element) -> Iterator[str]:
    """Yield what is wrong with a settings file."""
    if local(root) != "quiz" or any(namespace(node) != SPACE for node in root.iter()):
        yield f"{path}: it must be a <quiz> in the namespace {SPACE} throughout."
        return
    yield from (f"{path}: {error}" for error in _all(root, QUIZ, EXTRA | {"assignment"}, False))
    for node in root:
        if local(node) == "assignment":
            inner = _all(node, ASSIGNMENT, EXTRA_ASSIGNMENT, True)
            yield from (f"{path}: in <assignment>: {error}" for error in inner)


def _all(
    node: ET.Element, typed: dict[str, str], extra: frozenset[str], empty_dates: bool
) -> Iterator[str]:
    types = {name: kind for kind, names in typed.items() for name in names.split()}
    if not NCNAME.fullmatch(node.get("identifier", "")):
        yield f"<{local(node)}> needs an identifier that is an XML name."
    for name in sorted(set(node.attrib) - {"identifier", XSI_LOCATION}):
        yield f"<{local(node)}> has no attribute {name}."
    counts = Counter(map(local, node))
    yield from (f"<{name}> stands twice." for name, count in counts.items() if count > 1)
    needed = {"title"} if empty_dates else {"title", "description"}
    yield from (f"<{name}> is missing." for name in sorted(needed - set(counts)))
    for child in node:
        name, text = local(child), text_of(child)
        kind = types.get(name)
        if kind is None and name not in extra:
            yield f"<{name}> is not known."
        if kind is None or (empty_dates and kind.startswith("date") and not text):
            continue
        value = text if kind == "string" else text.strip()
        if len(child) or child.attrib or not TYPES[kind].fullmatch(value):
            yield f"<{name}> must be a {kind}, not {text!r}."
