"""What is said about calls: of what is no function, and with arguments that do not fit."""

from grader.words import Text

TEXTS = {
    "not_callable": Text(
        en="Round brackets directly after a value call it as a function, but here the value is "
        "{type}.",
        ja="値の直後に丸括弧を書くと関数の呼び出しになりますが、ここでの値は{type}です。",
    ),
    "not_callable_named": Text(
        en="`{name}` is {type}, not a function, so it cannot be called with round brackets.",
        ja="`{name}` は関数ではなく{type}なので、丸括弧を付けて呼び出すことはできません。",
    ),
    "not_callable_product": Text(
        en="`{name}` is {type}, but round brackets right after it call it as a function. "
        "Python never leaves out the `*` of a product.",
        ja="`{name}` は{type}ですが、直後に丸括弧があるため関数の呼び出しになっています。"
        "Python では掛け算の `*` を省略できません。",
    ),
    "hidden_builtin": Text(
        en="Line {line} gives the name `{name}` to something else, which hides Python's own "
        "function `{name}` here.",
        ja="{line} 行目で `{name}` という名前が別のものに使われているため、"
        "Python の関数 `{name}` がここでは隠れています。",
    ),
    "not_subscriptable": Text(
        en="Square brackets look something up in an array, a list or a dictionary; here they "
        "follow {type}.",
        ja="角括弧は配列・リスト・辞書などの中身を取り出すものですが、ここでは{type}に付いています。",
    ),
    "not_subscriptable_named": Text(
        en="`{name}` is {type} here, and square brackets find nothing in that.",
        ja="`{name}` はここでは{type}なので、角括弧で中身を取り出せません。",
    ),
    "function_subscript": Text(
        en="`{name}` is a function: it is called with round brackets, not square ones.",
        ja="`{name}` は関数です。呼び出すときは角括弧ではなく丸括弧を使います。",
    ),
    "missing_arguments": Text(
        en="`{function}` is called here without {names}, which it needs.",
        ja="`{function}` の呼び出しに、必要な引数 {names} がありません。",
    ),
    "missing_self": Text(
        en="`{function}` is called on the class here; it needs an object of the class.",
        ja="`{function}` がクラスから直接呼び出されています。クラスのオブジェクトが必要です。",
    ),
    "exercise_gives_fewer": Text(
        en="The exercise calls `{function}` with {given} argument(s), but the function also demands "
        "{names}. The first line of the function has to stay as it was.",
        ja="この演習は `{function}` を引数 {given} 個で呼び出しますが、関数はさらに {names} を"
        "必要としています。`def` の行は元のままにしてください。",
    ),
    "exercise_gives_more": Text(
        en="The exercise calls `{function}` with {given} arguments, but the function takes {takes}. "
        "The first line of the function has to stay as it was.",
        ja="この演習は `{function}` を引数 {given} 個で呼び出しますが、関数が受け取れるのは "
        "{takes} 個です。`def` の行は元のままにしてください。",
    ),
    "too_many": Text(
        en="`{function}` is given too many arguments by position: {given}, where it takes {takes}.",
        ja="`{function}` に渡した位置引数が多すぎます。受け取れるのは {takes} 個ですが、"
        "{given} 個あります。",
    ),
    "too_many_method": Text(
        en="`{function}` is given too many arguments by position: {given}, where it takes {takes} "
        "(the object itself counts as one).",
        ja="`{function}` に渡した位置引数が多すぎます。受け取れるのは {takes} 個ですが、"
        "{given} 個あります（オブジェクト自身も 1 個と数えます）。",
    ),
    "too_few": Text(
        en="`{function}` is given too few arguments: {given}, where it needs at least {least}.",
        ja="`{function}` に渡した引数が足りません。少なくとも {least} 個必要ですが、{given} 個です。",
    ),
    "no_self": Text(
        en="A method is handed the object as its first argument, but `{function}` has no "
        "parameter for it, usually called `self`.",
        ja="メソッドには最初の引数としてオブジェクト自身が渡されますが、`{function}` には"
        "それを受け取る引数（普通は `self`）がありません。",
    ),
    "takes_nothing": Text(
        en="`{function}` takes no arguments, but is given some. Is there an `__init__` that takes "
        "them?",
        ja="`{function}` は引数を取りませんが、引数が渡されています。"
        "引数を受け取る `__init__` はありますか。",
    ),
    "unexpected_keyword": Text(
        en="`{function}` has no parameter called `{name}`.",
        ja="`{function}` に `{name}` という名前の引数はありません。",
    ),
    "unexpected_keyword_near": Text(
        en="`{function}` has no parameter called `{name}`. Is `{near}` meant?",
        ja="`{function}` に `{name}` という名前の引数はありません。`{near}` のことですか。",
    ),
    "invalid_keyword": Text(
        en="The function called here has no parameter called `{name}`.",
        ja="ここで呼び出した関数に `{name}` という名前の引数はありません。",
    ),
    "multiple_values": Text(
        en="`{function}` is given its argument `{name}` twice: once by position and once by name.",
        ja="`{function}` の引数 `{name}` が、位置と名前の両方で二重に渡されています。",
    ),
}
