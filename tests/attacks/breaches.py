"""What of an attack came through, by what was observed."""

from __future__ import annotations

import functools
import json
import re
from typing import Any, Literal

import jsonschema

from tests.attacks.attack import Attack
from tests.attacks.levels import ROOT
from tests.attacks.running import NEIGHBOUR, Observed

# `points`: a mark nobody earned; `report`: no sound report; `neighbour`: the honest answer beside
# it was not passed; the others: what the attack could reach.
Kind = Literal[
    "points", "report", "neighbour", "secrets", "effect", "files", "processes", "network"
]

MAX_REPORT = 1_000_000
# The line of sums, and commands to CI services.
LOOKS_LIKE_OURS = re.compile(r"\d+ of \d+ passed|::|##|[{\[]")


def breaches(attack: Attack, observed: Observed) -> dict[Kind, str]:
    """Everything that is not as it should be, with a word on each."""
    found: dict[Kind, str] = {
        "secrets": "shown" * observed.showed_secret,
        "effect": "it worked" * observed.worked,
        "files": ", ".join(observed.changed),
        "processes": ", ".join(observed.left),
        "network": ", ".join(observed.called),
        "report": "",
    }
    try:
        results = _results(attack, observed)
    except (ValueError, jsonschema.ValidationError) as error:
        found["report"] = str(error)[:300]
        return {kind: said for kind, said in found.items() if said}
    neighbour = results.get(NEIGHBOUR)
    if neighbour is None or neighbour["status"] != "passed":
        found["neighbour"] = str(neighbour and (neighbour["status"], neighbour["messages"]))
    result = results.get(attack.exercise)
    if result is None:
        found["report"] = "the attack is not in it"
    else:
        found["points"], found["report"] = _points(attack, result), _untold(result)
    return {kind: said for kind, said in found.items() if said}


def unpromised(attack: Attack) -> frozenset[Kind]:
    """What may come through where an attack need not be stopped."""
    reached: frozenset[Kind] = frozenset({"secrets", "effect", "files", "processes", "network"})
    if "points" in attack.open_below:
        reached |= {"points", "neighbour"}
    if "report" in attack.open_below:
        reached |= {"report", "neighbour"}
    return reached


def _results(attack: Attack, observed: Observed) -> dict[str, dict[str, Any]]:
    """Read the report as a stranger to it would: exactly what is published, or nothing."""
    if observed.timed_out:
        raise ValueError(f"no end after {observed.seconds:.0f} s")
    if observed.code not in (0, 1):
        raise ValueError(f"exit code {observed.code}: {observed.err[:200]}")
    if "Traceback" in observed.err:
        raise ValueError(f"a traceback: {observed.err[-200:]}")
    if len(observed.out) > MAX_REPORT:
        raise ValueError(f"a report of {len(observed.out)} characters")
    for name, text in (("text", observed.text), ("errors", observed.err)):
        signs = {sign for sign in text if not (sign.isprintable() or sign == "\n")}
        if signs:
            raise ValueError(f"signs that steer a terminal in {name}: {sorted(signs)}")
    _refuse_forged_lines(observed.text)
    document = json.loads(observed.out, parse_constant=_refuse)
    jsonschema.validate(document, _schema())
    results = {result["id"].rpartition("/")[2]: result for result in document["results"]}
    if set(results) - {attack.exercise, NEIGHBOUR} or document["max_score"] != 20:
        raise ValueError(f"results of {sorted(results)}, {document['max_score']} points")
    if document["score"] != sum(result["score"] for result in document["results"]):
        raise ValueError("a score that is not the sum of its parts")
    all_passed = all(result["status"] == "passed" for result in document["results"])
    if observed.code != (0 if all_passed else 1):
        raise ValueError(f"exit code {observed.code} with {document['score']} points")
    return results


def _refuse_forged_lines(text: str) -> None:
    """A line of its own, from its first column on, is ours alone to write."""
    summaries = [line for line in text.splitlines() if LOOKS_LIKE_OURS.match(line)]
    if len(summaries) != 1 or not text.rstrip().endswith(summaries[0]):
        raise ValueError(f"lines that look like ours: {summaries[:3]}")


def _points(attack: Attack, result: dict[str, Any]) -> str:
    if attack.expects == "harmless" or (result["status"] != "passed" and not result["score"]):
        return ""
    return f"{result['status']}, {result['score']} points"


def _untold(result: dict[str, Any]) -> str:
    if result["status"] == "passed" or any(result["messages"]):
        return ""
    told = [lab for lab in result["labs"] if lab["status"] in ("failed", "error")]
    return "" if told else f"{result['status']} without a word"


@functools.cache
def _schema() -> dict[str, Any]:
    schema: dict[str, Any] = json.loads(
        (ROOT / "docs/result.schema.json").read_text(encoding="utf-8")
    )
    return schema


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is not JSON")
