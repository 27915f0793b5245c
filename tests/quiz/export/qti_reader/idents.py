"""How Canvas rewrites identifiers on the way in.

QTIMigrationTool turns QTI 1.2 into QTI 2.1 before Canvas reads it and makes every identifier
a legal NMTOKEN (imsqtiv1.py: CheckNMTOKEN, ReadIdentifier; imscp.py: FixIdentifier). The
rewriting is not the same everywhere, so an identifier can lose its reference.
"""

from __future__ import annotations

import re
import string

_START = frozenset(string.ascii_letters + "_")
_INSIDE = frozenset(string.ascii_letters + string.digits + "_-.:")
_SUFFIX = re.compile(r"_(?:ans|str)$", re.IGNORECASE)

FEEDBACK_ROLES = (
    ("incorrect", re.compile(r"wrong|incorrect|_IC$", re.IGNORECASE)),
    ("correct", re.compile(r"correct|_C$", re.IGNORECASE)),
    ("solution", re.compile(r"solution", re.IGNORECASE)),
    ("general", re.compile(r"general_|_all", re.IGNORECASE)),
)


def _nmtoken(ident: str, prefix: str) -> str:
    ident = ident.strip()
    changed = "".join("-" if ord(c) < 128 and c not in _INSIDE else c for c in ident)
    return changed if changed[:1] in _START else prefix + changed


def value_ident(ident: str) -> str:
    """Rewrite a choice as ``varequal`` names it."""
    return _nmtoken(ident, "RESPONSE_")


def label_ident(ident: str) -> str:
    """Rewrite a response or a choice as its declaration names it."""
    return _plain(_nmtoken(_SUFFIX.sub("", ident), "RESPONSE_"))


def feedback_ident(ident: str) -> str:
    """Rewrite a feedback, in ``itemfeedback`` and ``displayfeedback`` alike."""
    return _plain(_nmtoken(ident, "FEEDBACK_"))


def resource_ident(ident: str) -> str:
    """Rewrite a quiz or a question."""
    changed = "".join(c if c in _INSIDE else "_" for c in ident.replace(":", "-"))
    return changed if changed[:1] in _START else "ID_" + changed


def _plain(ident: str) -> str:
    return ident.replace(":", "_").replace(".", "_")


def feedback_role(ident: str) -> str:
    """Tell what Canvas takes a feedback for, from its name alone.

    canvas-lms, qti_exporter, assessment_item_converter.rb (get_feedback): the names are
    searched, not compared, so ``not_wrong_fb`` is the comment for wrong answers.
    """
    for role, pattern in FEEDBACK_ROLES:
        if pattern.search(ident):
            return role
    return "answer"
