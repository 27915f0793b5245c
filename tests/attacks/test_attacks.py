"""No attack gains a point, and each is stopped where its file says it is."""

from __future__ import annotations

import ctypes
import platform
import sys

import pytest

from tests.attacks.attack import Attack, all_attacks, arguments_for
from tests.attacks.breaches import breaches, unpromised
from tests.attacks.levels import SETTINGS, Setting, available, is_promised, lacking, layers_at
from tests.attacks.running import run_attack

ATTACKS = all_attacks()
QUICK = [attack for attack in ATTACKS if not attack.slow]
PR_GET_SECCOMP = 21
LANDLOCK_CREATE_RULESET, LANDLOCK_VERSION = 444, 1


def assert_held(attack: Attack, setting: Setting) -> None:
    found = breaches(attack, run_attack(attack, setting, *arguments_for(attack)))
    if not is_promised(attack.stopped_at, layers_at(setting)):
        found = {kind: said for kind, said in found.items() if kind not in unpromised(attack)}
    assert not found


@pytest.mark.parametrize("attack", QUICK, ids=[attack.id for attack in QUICK])
def test_an_attack_at_the_strongest_level(attack: Attack) -> None:
    assert_held(attack, available()[0])


@pytest.mark.exhaustive
@pytest.mark.parametrize("setting", SETTINGS, ids=[setting.name for setting in SETTINGS])
@pytest.mark.parametrize("attack", ATTACKS, ids=[attack.id for attack in ATTACKS])
def test_an_attack_at_every_level(attack: Attack, setting: Setting) -> None:
    reason = lacking(setting)
    if reason:
        pytest.skip(reason)
    assert_held(attack, setting)


@pytest.mark.exhaustive
def test_the_answers_one_can_remember_are_those_of_the_public_seed() -> None:
    """What fails with another seed fails for the seed, and for no other reason."""
    (attack,) = (each for each in ATTACKS if each.expects == "no points with another seed")
    assert breaches(attack, run_attack(attack, available()[0], "--seed", "0")).keys() == {"points"}


def test_there_are_many_attacks_each_with_a_name_of_its_own() -> None:
    assert len(ATTACKS) >= 75
    assert len({attack.id for attack in ATTACKS}) == len(ATTACKS)
    assert all(attack.purpose.strip() for attack in ATTACKS)


def test_the_level_is_what_the_kernel_allows_for() -> None:
    if sys.platform != "linux" or platform.machine() != "x86_64":
        pytest.skip("layers are for Linux on x86-64")
    libc = ctypes.CDLL(None)
    if libc.prctl(PR_GET_SECCOMP, 0, 0, 0, 0) < 0:
        pytest.skip("this kernel has no seccomp")
    has_landlock = libc.syscall(LANDLOCK_CREATE_RULESET, None, 0, LANDLOCK_VERSION) > 0
    assert available()[0].level == ("strong" if has_landlock else "partial")


SEEN = {
    "secrets": 'print(open("@CANARY@").read())',
    "files": 'open("@OUTSIDE@/@MARKER@", "w").close()',
    "network": 'import socket\nsocket.create_connection(("127.0.0.1", int("@PORT@")))',
    "processes": """
import ctypes, os, time
ctypes.CDLL(None).prctl(1, 0, 0, 0, 0)
os.kill(os.getppid(), 9)
time.sleep(20)
""",
    "points": "def l2_gradient(grad, param, rate): return grad + rate * param",
}


@pytest.mark.parametrize(("kind", "source"), SEEN.items(), ids=list(SEEN))
def test_what_comes_through_is_noticed(kind: str, source: str) -> None:
    """At the lowest level these do, so none of the tests above is one that cannot fail."""
    attack = Attack(
        group="noticed",
        name=kind,
        purpose=f"breaks {kind}",
        stopped_at="basic",
        hand_in=lambda place: place.write("l2_gradient.py", source),
    )
    assert kind in breaches(attack, run_attack(attack, SETTINGS[-1]))
