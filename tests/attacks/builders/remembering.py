"""An answer that computes nothing, but has looked up beforehand what is asked with one seed."""

from __future__ import annotations

import base64
import hashlib
import json
import textwrap
from typing import Any

import numpy as np

from grader.course.catalog import load_course
from grader.course.plan import make_plan
from tests.attacks.levels import ROOT

SOURCE = '''
import base64, hashlib, json
import numpy as np

ANSWERS = json.loads("""
{answers}
""".replace("\\n", ""))


def l2_gradient(grad, param, rate):
    data = b"|".join(np.asarray(x).tobytes() for x in (grad, param, rate))
    text, dtype = ANSWERS.get(hashlib.sha256(data).hexdigest(), ("", "f8"))
    answer = np.frombuffer(base64.b64decode(text), dtype)
    return answer.reshape(np.shape(grad)) if text else grad
'''


def remembering_source(seed: int) -> str:
    """Write an answer to `l2_gradient` that is right for this seed only."""
    exercise = next(each for each in load_course(ROOT).exercises if each.name == "l2_gradient")
    table = make_plan(exercise, seed).table
    answers = {}
    for case, outcomes in zip(table.cases, table.expected, strict=True):
        for step, outcome in zip(case.steps, outcomes, strict=True):
            answers[_key(step.arguments.values())] = _packed(outcome.value)
    lines = textwrap.wrap(json.dumps(answers), 900, break_on_hyphens=False, drop_whitespace=False)
    return SOURCE.replace("{answers}", "\n".join(lines))


def _key(arguments: Any) -> str:
    data = b"|".join(np.asarray(argument).tobytes() for argument in arguments)
    return hashlib.sha256(data).hexdigest()


def _packed(value: Any) -> tuple[str, str]:
    array = np.asarray(value)
    return base64.b64encode(array.tobytes()).decode(), str(array.dtype)
