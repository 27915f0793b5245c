"""What is said about a derivative beside the slope that was measured."""

from grader.words import Text

TEXTS = {
    "measured": Text(
        en="Measured by changing `{place}` a little up and down, what is to be derived changes {slope} times as much as `{place}`. Your function says {got}.",
        ja="`{place}` をわずかに増減させて測ると、微分される関数は `{place}` の変化の {slope} 倍だけ変化します（数値微分）。あなたの関数の値は {got} です。",
    ),
}
