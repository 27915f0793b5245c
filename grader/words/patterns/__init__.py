"""What is said about a pattern in wrong results, and what to think about next."""

from grader.words import Text
from grader.words.patterns import (
    amounts,
    behaviour,
    circumstances,
    functions,
    kinds,
    layouts,
    parts,
)

TEXTS = {
    # What the values are
    "result": Text(en="Your result", ja="戻り値"),
    "item": Text(en="Item {index} of your result", ja="戻り値の要素 {index}"),
    "rest": Text(en="What is added to `{name}`", ja="`{name}` に足された分"),
    "argument": Text(en="`{name}` after the call", ja="呼び出し後の `{name}`"),
    **kinds.TEXTS,
    **layouts.TEXTS,
    **parts.TEXTS,
    **amounts.TEXTS,
    **functions.TEXTS,
    **behaviour.TEXTS,
    **circumstances.TEXTS,
}
