"""What is said about a derivative beside the slope that was measured."""

from grader.words import Text

TEXTS = {
    "measured": Text(
        en="A numerical check: moving `{place}` up and down by a tiny step gives the slope {slope}. Your function gives {got}.",
        ja="数値微分で確かめると、`{place}` についての傾きは {slope} です。あなたの関数が返した値は {got} です。",
    ),
}
