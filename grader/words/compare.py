"""What is said about a result that differs from the expected one."""

from grader.words import Text

TEXTS = {
    "result": Text(en="The result", ja="戻り値"),
    "place": Text(en="`{place}`", ja="`{place}`"),
    "raised": Text(
        en="Your code stopped with {type}: {message}",
        ja="実行中に {type} が発生しました: {message}",
    ),
    "not_raised": Text(
        en="This input must be refused with {wanted}, but a result came back ({got}).",
        ja="この入力では {wanted} を発生させる必要がありますが、値（{got}）が返されました。",
    ),
    "wrong_exception": Text(
        en="This input must be refused with {wanted}, but {type} was raised: {message}",
        ja="この入力では {wanted} を発生させる必要がありますが、{type} が発生しました: {message}",
    ),
    "nothing_returned": Text(
        en="{place} is None. Is there a `return`, on every path?",
        ja="{place}が None です。すべての経路に `return` がありますか。",
    ),
    "type": Text(
        en="{place} is of type {got}, but {expected} was expected.",
        ja="{place}の型が {got} です。{expected} が必要です。",
    ),
    "type_unsupported": Text(
        en="{place} is a {got}, but {expected} was expected.",
        ja="{place}が {got} になっています。{expected} が必要です。",
    ),
    "length": Text(
        en="{place} has {got} items, but {expected} were expected.",
        ja="{place}の要素数が {got} です。{expected} 個必要です。",
    ),
    "keys": Text(
        en="{place} has the keys {got}, but {expected} were expected.",
        ja="{place}のキーが {got} です。{expected} が必要です。",
    ),
    "shape": Text(
        en="{place} has shape {got}, but shape {expected} was expected.",
        ja="{place}の形状が {got} です。正しい形状は {expected} です。",
    ),
    "dtype_float": Text(
        en="{place} must hold floating-point numbers; it is {got}.",
        ja="{place}は浮動小数点数でなければなりませんが、{got} になっています。",
    ),
    "dtype_integer": Text(
        en="{place} must be a whole number (an integer type); it is {got}.",
        ja="{place}は整数型でなければなりませんが、{got} になっています。",
    ),
    "dtype_bool": Text(
        en="{place} must be True or False; it is {got}.",
        ja="{place}は真偽値でなければなりませんが、{got} になっています。",
    ),
    "dtype_complex": Text(
        en="{place} must be complex; it is {got}.",
        ja="{place}は複素数でなければなりませんが、{got} になっています。",
    ),
    "finiteness": Text(
        en="{place} is {got} at {index}, but {expected} was expected.",
        ja="{place}の {index} が {got} になっています。正しくは {expected} です。",
    ),
    "number": Text(
        en="{place} is {got}, but {expected} was expected.",
        ja="{place}が {got} になっています。正しくは {expected} です。",
    ),
    "value": Text(
        en="{place} differs in {differing} of {total} numbers, most at {index}: "
        "expected {expected}, got {got}.",
        ja="{place}の {total} 個の数のうち {differing} 個が違います。差が最大なのは {index} で、"
        "正しくは {expected}、結果は {got} です。",
    ),
    "other_value": Text(
        en="{place} is {got}, but {expected} was expected.",
        ja="{place}が {got} になっています。正しくは {expected} です。",
    ),
    "argument_changed": Text(
        en="The result is right, but the argument `{name}` was changed on the way. "
        "Whoever called the function still needs it: work on a new array.",
        ja="戻り値は正しいのですが、引数 `{name}` が書き換えられています。"
        "呼び出し元はまだその値を使うので、新しい配列を作って計算してください。",
    ),
    "argument_returned": Text(
        en="The numbers are right, but the result is the array `{name}` itself, not a new one. "
        "Whoever changes one of the two later changes both.",
        ja="値は正しいのですが、新しい配列ではなく、引数 `{name}` の配列そのものが返されています。"
        "後でどちらか一方を書き換えると、もう一方も変わってしまいます。",
    ),
    "argument_not_changed": Text(
        en="The argument `{name}` should have been updated in place, but it is as it was.",
        ja="引数 `{name}` をその場で更新する必要がありますが、元のままです。",
    ),
}
