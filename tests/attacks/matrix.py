"""Prints what each attack reached at each level, as Markdown: `python -m tests.attacks.matrix`.

The table tells what was observed, not what is promised. Arguments name attacks or groups.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import groupby
from typing import TypeAlias

from tests.attacks.attack import Attack, all_attacks, arguments_for
from tests.attacks.breaches import Kind, breaches
from tests.attacks.levels import Setting, available
from tests.attacks.running import run_attack

STOPPED = "–"

Cells: TypeAlias = Mapping[tuple[str, str], Future[str]]


def main(named: Sequence[str]) -> None:
    """Run the attacks, all of them or those named, and print the tables."""
    attacks = [each for each in all_attacks() if not named or {each.id, each.group} & set(named)]
    for line in table(attacks, available()):
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()


def table(attacks: Sequence[Attack], settings: Sequence[Setting]) -> Iterator[str]:
    """Write a table for each group, and one of sums by group."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        cells = {
            (attack.id, setting.name): pool.submit(_reached, attack, setting)
            for attack in attacks
            for setting in settings
        }
        names = [setting.name for setting in settings]
        for group, members in groupby(attacks, key=lambda attack: attack.group):
            yield from ("", _row(f"**{group}**", names), _row("---", ["---"] * len(names)))
            for attack in members:
                yield _row(attack.name, [cells[attack.id, name].result() for name in names])
        yield from ("", _row("**stopped**", names), _row("---", ["---"] * len(names)))
        for group, members in groupby(attacks, key=lambda attack: attack.group):
            yield _row(group, _sums(tuple(members), names, cells))
        yield _row("all", _sums(attacks, names, cells))


def _sums(attacks: Sequence[Attack], names: Sequence[str], cells: Cells) -> Iterator[str]:
    for name in names:
        stopped = sum(cells[attack.id, name].result() == STOPPED for attack in attacks)
        yield f"{stopped} of {len(attacks)}"


def _reached(attack: Attack, setting: Setting) -> str:
    found: dict[Kind, str] = breaches(attack, run_attack(attack, setting, *arguments_for(attack)))
    for kind, said in found.items():
        sys.stderr.write(f"{attack.id} · {setting.name} · {kind}: {said[:300]}\n")
    return ", ".join(found) or STOPPED


def _row(first: str, cells: Iterator[str] | Sequence[str]) -> str:
    return f"| {' | '.join([first, *cells])} |"


if __name__ == "__main__":
    main(sys.argv[1:])
