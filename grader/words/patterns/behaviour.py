"""What is said about arguments, exceptions and random numbers."""

from grader.words import Text

TEXTS = {
    # In place
    "changed": Text(
        en="The result is right, but the argument `{name}` is changed on the way.",
        ja="戻り値は正しいのですが、計算の途中で引数 `{name}` が書き換えられています。",
    ),
    "changed_ask": Text(
        en="Which line writes into the array that `{name}` names? `+=`, `-=`, `out=` and assigning to `{name}[...]` do so.",
        ja="`{name}` が指す配列に書き込んでいるのはどの行でしょうか。`+=` や `-=`、`{name}[...]` への代入は配列を書き換えます。",
    ),
    "not_changed": Text(
        en="The array `{name}` of the caller should be updated, but stays as it was.",
        ja="呼び出し元の配列 `{name}` を更新する必要がありますが、元のままです。",
    ),
    "returned_not_changed": Text(
        en="The right new value is returned, but the array `{name}` of the caller stays as it was.",
        ja="正しい新しい値が返されていますが、呼び出し元の配列 `{name}` は元のままです。",
    ),
    "not_changed_ask": Text(
        en="Does your line give the name `{name}` to a new array, or does it write into the old one?",
        ja="その行は、新しい配列に `{name}` という名前を付けているでしょうか、それとも元の配列に書き込んでいるでしょうか。",
    ),
    # Refusals
    "other_exception": Text(
        en="Input that must be refused with {wanted} is refused with {type}.",
        ja="{wanted} で拒否すべき入力が、{type} で拒否されています。",
    ),
    "other_exception_ask": Text(
        en="Which of the two exceptions would a caller be waiting for?",
        ja="呼び出し元が待っているのは、どちらの例外でしょうか。",
    ),
    "returns_exception": Text(
        en="Where {wanted} must be raised, the exception is returned like a value.",
        ja="{wanted} を発生させるべきところで、例外が値として返されています。",
    ),
    "returns_exception_ask": Text(
        en="What happens in the caller after a `return`, and what after a `raise`?",
        ja="`return` の後と `raise` の後では、呼び出し元で起こることがどう違うでしょうか。",
    ),
    "nothing_refused": Text(
        en="Every input that must be refused is let through ({count} of {total} cases).",
        ja="拒否すべき入力が、すべて受け入れられています（{total} 件中 {count} 件）。",
    ),
    "let_through": Text(
        en="Some of the input that must be refused is let through ({count} of {total} cases).",
        ja="拒否すべき入力の一部が受け入れられています（{total} 件中 {count} 件）。",
    ),
    "let_through_ask": Text(
        en="Under which conditions is there no sensible result, and where does your code check each of them?",
        ja="意味のある結果が出せないのは、どんな条件のときでしょうか。コードのどこでそれぞれを確かめているでしょうか。",
    ),
    "refuses_valid": Text(
        en="Line {line} raises {type} for input that is valid ({count} cases).",
        ja="{line} 行目で、正しい入力に対して {type} を発生させています（{count} 件）。",
    ),
    "refuses_valid_ask": Text(
        en="Go through the condition above that line with a valid case. Why is it true?",
        ja="正しい入力のケースで、その行の上の条件をたどってみましょう。なぜ成り立つのでしょうか。",
    ),
    # Parameters
    "unused": Text(
        en="Never used in the function, though passed to it: {names}.",
        ja="関数の中で一度も使われていない引数があります: {names}",
    ),
    "unused_ask": Text(
        en="What should become of the result when only `{name}` changes?",
        ja="`{name}` だけが変わったとき、結果はどう変わるべきでしょうか。",
    ),
    # Random numbers
    "own_generator": Text(
        en="Line {line} makes a generator of its own with `{call}`; the numbers are expected to come from `{name}`.",
        ja="{line} 行目の `{call}` で、別の乱数生成器を作っています。乱数は引数の `{name}` から取り出す必要があります。",
    ),
    "shared_state": Text(
        en="Line {line} calls `{call}`, which does not use the generator `{name}`.",
        ja="{line} 行目の `{call}` は、乱数生成器 `{name}` を使っていません。",
    ),
    "seed_without_effect": Text(
        en="Cases that differ only in the seed of `{name}` all give the same result, where different ones are expected.",
        ja="`{name}` のシードだけが違うケースで、結果がすべて同じです。本来は違う結果になるはずです。",
    ),
    "generator_ask": Text(
        en="Whoever passes `{name}` wants to be able to repeat the result. What has to be asked for the random numbers?",
        ja="`{name}` を渡す人は、同じ結果を再現できることを期待しています。乱数はどこからもらうべきでしょうか。",
    ),
}
