"""What Python's own exceptions mean, in a student's terms."""

from grader.words import Text

TEXTS = {
    "at": Text(en="`{expression}`: {what}", ja="`{expression}`: {what}"),
    "quoted": Text(en="`{name}`", ja="`{name}`"),
    "something": Text(en="what stands before `.{name}`", ja="`.{name}` の前にある値"),
    "type_none": Text(en="`None`", ja="`None`"),
    "type_array": Text(en="an array", ja="配列"),
    "type_bool": Text(en="True or False", ja="真偽値"),
    "type_class": Text(en="a class", ja="クラス"),
    "type_complex": Text(en="a complex number", ja="複素数"),
    "type_dict": Text(en="a dictionary", ja="辞書"),
    "type_float": Text(en="a floating-point number", ja="浮動小数点数"),
    "type_function": Text(en="a function", ja="関数"),
    "type_int": Text(en="an integer", ja="整数"),
    "type_list": Text(en="a list", ja="リスト"),
    "type_module": Text(en="a module", ja="モジュール"),
    "type_range": Text(en="a `range`", ja="`range` オブジェクト"),
    "type_set": Text(en="a set", ja="集合 (set)"),
    "type_str": Text(en="a string", ja="文字列"),
    "type_tuple": Text(en="a tuple", ja="タプル"),
    "type_other": Text(en="an object of type `{type}`", ja="`{type}` 型のオブジェクト"),
    "operands": Text(
        en="`{operator}` does not work with {left} on its left and {right} on its right.",
        ja="左側が{left}、右側が{right}のとき、`{operator}` は使えません。",
    ),
    "operand_function": Text(
        en="Here `{operator}` meets a function itself, not what it gives. A function is called with "
        "its arguments in brackets behind its name.",
        ja="`{operator}` の左右のどちらかが、計算結果ではなく関数そのものです。"
        "関数は、名前の後に括弧を付けて引数を渡し、呼び出します。",
    ),
    "operand_none": Text(
        en="On one side of `{operator}` stands `None`, and that cannot be computed with. What was "
        "meant to give a value there? `print` and methods that work in place give `None`.",
        ja="`{operator}` の左右のどちらかが `None` です。`None` は計算に使えません。"
        "`print` や、その場で書き換えるメソッドの戻り値は `None` です。",
    ),
    "list_operator": Text(
        en="`{operator}` computes element by element only with NumPy arrays; "
        "here it meets Python lists or tuples.",
        ja="`{operator}` が要素ごとの計算になるのは NumPy 配列の場合だけです。"
        "ここではリストやタプルに使われています。",
    ),
    "concatenate": Text(
        en="Next to {one}, `+` joins two of the same kind, one behind the other; it does not add "
        "numbers, and here it meets {other}.",
        ja="{one}に対する `+` は、同じ種類のもの同士をつなげるだけで、数の足し算はしません。"
        "ここでは{other}と組み合わされています。",
    ),
    "repeat": Text(
        en="A list, tuple or string times an integer is repeated that many times; it is not "
        "multiplied element by element, and only an integer will do.",
        ja="リスト・タプル・文字列に `*` を使うと、整数回の繰り返しになります。"
        "要素ごとの掛け算ではないため、整数以外は使えません。",
    ),
    "unary": Text(
        en="`{operator}` cannot be applied to {type}.",
        ja="{type}には `{operator}` を使えません。",
    ),
    "comparison": Text(
        en="`{operator}` cannot compare {left} with {right}.",
        ja="{left}と{right}は `{operator}` で比較できません。",
    ),
    "caret": Text(
        en="In Python `^` is not a power: it combines the bits of integers, and here it meets "
        "something else.",
        ja="Python の `^` はべき乗ではなく、整数のビットごとの演算です。"
        "ここでは整数以外に使われています。",
    ),
    "bitwise": Text(
        en="`{operator}` works on integers and on True and False only; here it meets something "
        "else.",
        ja="`{operator}` は整数か真偽値にしか使えません。ここではそれ以外の値に使われています。",
    ),
    "ufunc_type": Text(
        en="`{name}` computes with numbers; here it was given {type}.",
        ja="`{name}` は数を計算する関数ですが、ここでは{type}が渡されています。",
    ),
    "ufunc_objects": Text(
        en="`{name}` was given an array of Python objects (its dtype is object), not an array of "
        "numbers. NumPy makes one when some of the elements are no plain numbers.",
        ja="`{name}` に、数値の配列ではなく Python オブジェクトの配列（dtype が object）が"
        "渡されています。数でない要素が混ざると、このような配列になります。",
    ),
    "ufunc_inputs": Text(
        en="`{name}` was given something that is not made of numbers.",
        ja="`{name}` に、数ではないものが渡されています。",
    ),
    "zero_division": Text(en="This divides by 0.", ja="0 で割っています。"),
    "zero_division_named": Text(
        en="This divides by `{divisor}`, which is 0 here.",
        ja="`{divisor}` で割っていますが、ここではその値が 0 です。",
    ),
    "zero_power": Text(
        en="0 is raised to a negative power, which would be a division by 0.",
        ja="0 の負のべき乗を計算しています。これは 0 で割るのと同じです。",
    ),
    "number_needed": Text(
        en="A single number is needed here, but {type} was given.",
        ja="数 1 つが必要なところに、{type}が渡されています。",
    ),
    "integer_needed": Text(
        en="An integer is needed here, but {type} was given.",
        ja="整数が必要なところに、{type}が渡されています。",
    ),
    "integer_division": Text(
        en="An integer is needed here, but `{expression}` is a floating-point number: `/` gives "
        "one even when nothing is left over.",
        ja="整数が必要なところですが、`{expression}` は浮動小数点数です。"
        "`/` の結果は割り切れる場合でも浮動小数点数になります。",
    ),
    "slice_type": Text(
        en="The bounds of a slice `[from:to]` have to be integers; one of them is something else.",
        ja="スライス `[開始:終了]` の両端は整数でなければなりませんが、整数でないものがあります。",
    ),
    "list_index": Text(
        en="The index into {kind} has to be an integer or a slice; here it is {type}.",
        ja="{kind}の添字は整数かスライスでなければなりませんが、ここでは{type}です。",
    ),
    "list_index_pair": Text(
        en="This is {kind}, which takes one index at a time; several indices separated by a comma "
        "are for arrays.",
        ja="これは{kind}なので、添字は一度に 1 つだけです。"
        "コンマ区切りで複数の添字を書けるのは配列です。",
    ),
    "index_range": Text(
        en="This is {kind}, and the index lies beyond its end; the last element has the index "
        "length - 1.",
        ja="{kind}の範囲を超えた添字です。最後の要素の添字は「長さ - 1」になります。",
    ),
    "pop_empty": Text(
        en="`pop` is to take an element out of a list that has none left.",
        ja="空のリストから `pop` で要素を取り出そうとしています。",
    ),
    "key": Text(
        en="There is no entry with the key `{key}`.",
        ja="`{key}` というキーの要素はありません。",
    ),
    "key_near": Text(
        en="There is no entry with the key `{key}`. Is `{near}` meant?",
        ja="`{key}` というキーの要素はありません。`{near}` のことですか。",
    ),
    "no_length": Text(
        en="`len` counts the elements of a list or an array; {type} has no length.",
        ja="`len` はリストや配列の要素を数える関数です。{type}には長さがありません。",
    ),
    "no_search": Text(
        en="`in` searches a list, an array or the like; here {type} stands on its right.",
        ja="`in` はリストや配列などの中を探しますが、ここでは右側が{type}です。",
    ),
    "not_iterable": Text(
        en="A list, an array or the like is needed here, whose elements can be taken one by one; "
        "this is {type}.",
        ja="リストや配列のように要素を順に取り出せるものが必要ですが、ここでは{type}です。",
    ),
    "not_unpackable": Text(
        en="Several names stand on the left, but on the right there is {type}, which cannot be "
        "taken apart.",
        ja="左側に名前が複数ありますが、右側は{type}なので、複数の値に分けられません。",
    ),
    "no_item_assignment": Text(
        en="Assigning to `[…]` replaces an element, but here it is done to {type}, which does not "
        "allow that.",
        ja="`[…]` への代入は要素の書き換えですが、{type}に対してはできません。",
    ),
    "unhashable": Text(
        en="A key of a dictionary, or an element of a set, cannot be {type}.",
        ja="{type}は辞書のキーや集合の要素にできません。",
    ),
    "unpack_few": Text(
        en="On the left {expected} values are expected, but on the right there are only {got}.",
        ja="左側は {expected} 個の値を待っていますが、右側には {got} 個しかありません。",
    ),
    "unpack_many": Text(
        en="On the right there are more values than the {expected} expected on the left.",
        ja="右側の値の数が、左側で受け取る {expected} 個より多くなっています。",
    ),
    "text_to_number": Text(
        en="The text `{text}` cannot be read as a number.",
        ja="文字列 `{text}` は数として読み取れません。",
    ),
    "text_to_integer": Text(
        en="The text `{text}` cannot be read as an integer.",
        ja="文字列 `{text}` は整数として読み取れません。",
    ),
    "nan_to_integer": Text(
        en="NaN (not a number) cannot be turned into an integer.",
        ja="NaN（数でない値）は整数に変換できません。",
    ),
    "infinity_to_integer": Text(
        en="Infinity cannot be turned into an integer.",
        ja="無限大は整数に変換できません。",
    ),
    "range_step": Text(
        en="The step of `range` is 0, so it would never get anywhere.",
        ja="`range` の増分が 0 なので、先に進みません。",
    ),
    "math_domain": Text(
        en="A function of `math` was given a number for which it has no value, as a logarithm has "
        "none for 0 and a root none for negative numbers.",
        ja="`math` の関数に、値が定義されない数が渡されています（0 の対数や負の数の平方根など）。",
    ),
    "overflow": Text(
        en="The number is larger than a floating-point number can be (about 1.8e308).",
        ja="浮動小数点数で表せる範囲（約 1.8e308 まで）を超える大きな数になりました。",
    ),
    "recursion": Text(
        en="Functions call one another here without coming to an end.",
        ja="関数の呼び出しが終わりなく繰り返されています。",
    ),
    "recursion_named": Text(
        en="`{name}` calls itself, and the chain of calls did not come to an end.",
        ja="`{name}` が自分自身を呼び出し続け、呼び出しの連鎖が終わりませんでした。",
    ),
    "memory": Text(
        en="The code asked for more memory than it may use.",
        ja="使えるメモリの上限を超えました。",
    ),
    "assertion": Text(
        en="The `assert` here checks `{test}`, and that is not true.",
        ja="ここの `assert` は `{test}` を確かめていますが、成り立っていません。",
    ),
    "no_file": Text(
        en="There is no such file where the code is graded. The function is given all it needs as "
        "its arguments.",
        ja="採点する環境にそのファイルはありません。必要な値はすべて関数の引数として渡されます。",
    ),
    "not_allowed": Text(
        en="The system refused this: code that is graded has to do without files, other programs "
        "and the network.",
        ja="システムに拒否されました。採点されるコードでは、ファイル・他のプログラム・"
        "ネットワークを使えません。",
    ),
    "outside_function": Text(
        en="This `{word}` stands outside of any function. Is its line indented far enough?",
        ja="この `{word}` は関数の外にあります。行のインデントは足りていますか。",
    ),
    "outside_loop": Text(
        en="This `{word}` stands outside of any loop. Is its line indented far enough?",
        ja="この `{word}` はループの外にあります。行のインデントは足りていますか。",
    ),
}
