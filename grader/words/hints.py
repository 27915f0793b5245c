"""What is said about the hints of an exercise."""

from grader.words import Text

TEXTS = {
    "heading": Text(en="Hint {number} of {total}", ja="ヒント {number} / {total}"),
    "all_taken": Text(
        en="You have seen every hint for {name}; this is the last one again.",
        ja="{name} のヒントはすべて表示済みです。最後のヒントをもう一度表示します。",
    ),
    "none_taken": Text(
        en="You have not taken a hint for {name} yet. This shows the first one:",
        ja="{name} のヒントはまだ表示していません。最初のヒントを表示するには:",
    ),
    "one_used": Text(en="1 hint used", ja="ヒント 1 個使用"),
    "used": Text(en="{count} hints used", ja="ヒント {count} 個使用"),
    "pointer": Text(en="A hint, if you want one:", ja="ヒントを見るには:"),
}
