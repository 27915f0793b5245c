"""What is said about arrays where other values are needed, and the other way round."""

from grader.words import Text

TEXTS = {
    "truth": Text(
        en="An array of several elements is neither true nor false as a whole, but here one answer "
        "is needed (as after `if`, or in `and`, `or`, `not`).",
        ja="複数の要素を持つ配列は、全体として真か偽かが決まりません。"
        "ここでは（`if` の条件や `and`、`or`、`not` のように）1 つの真偽値が必要です。",
    ),
    "truth_operator": Text(
        en="`{word}` asks whether each side is true as a whole, and an array of several elements is "
        "neither true nor false as a whole.",
        ja="`{word}` は両側の値が全体として真かどうかを調べますが、"
        "複数の要素を持つ配列は、全体として真か偽かが決まりません。",
    ),
    "truth_chain": Text(
        en="Python reads `{expression}` as two comparisons joined by `and`, and an array of several "
        "elements is neither true nor false as a whole.",
        ja="Python は `{expression}` を 2 つの比較を `and` でつないだものとして読みますが、"
        "複数の要素を持つ配列は、全体として真か偽かが決まりません。",
    ),
    "truth_function": Text(
        en="Python's own `{name}` compares whole values with each other, not element by element, "
        "and an array of several elements is neither true nor false as a whole.",
        ja="Python の `{name}` は要素ごとではなく値全体を比べますが、"
        "複数の要素を持つ配列の比較結果は、全体として真か偽かが決まりません。",
    ),
    "truth_empty": Text(
        en="An array without elements is neither true nor false.",
        ja="要素のない配列は、真か偽かが決まりません。",
    ),
    "ragged": Text(
        en="The rows of an array must all have the same length; those given here do not.",
        ja="配列の各行は同じ長さでなければなりませんが、ここでは長さが揃っていません。",
    ),
    "element_sequence": Text(
        en="One element of an array can hold one number only, but here it is given a list or an "
        "array. An array of length 1 is no number either.",
        ja="配列の 1 つの要素に入るのは数 1 つだけですが、リストか配列を入れようとしています。"
        "長さ 1 の配列も、数ではなく配列です。",
    ),
    "read_only": Text(
        en="The array this line writes into is read-only, so its elements cannot be changed.",
        ja="この行が書き込もうとしている配列は読み取り専用で、要素を変更できません。",
    ),
    "random_high": Text(
        en="The random integer has no values to choose from: its upper end is 0 or less, and the "
        "end itself is never drawn.",
        ja="乱数で選べる整数がありません。上限が 0 以下で、上限の値自体は選ばれないためです。",
    ),
    "random_range": Text(
        en="The random integer has no values to choose from: its lower end is not below its upper "
        "end.",
        ja="乱数で選べる整数がありません。下限が上限より小さくなっていません。",
    ),
    "sample": Text(
        en="More elements are to be drawn than there are, although none may be drawn twice "
        "(`replace=False`).",
        ja="同じ要素を 2 回選べない設定（`replace=False`）で、"
        "全体より多くの要素を選ぼうとしています。",
    ),
    "unpack_shape_few": Text(
        en="`{shape}` has one length for each axis, and there are only {got}, but {expected} names "
        "stand on the left.",
        ja="`{shape}` には軸ごとに長さが 1 つずつ入っていて {got} 個しかありませんが、"
        "左側の名前は {expected} 個です。",
    ),
    "unpack_shape_many": Text(
        en="`{shape}` has one length for each axis, and there are more of them than the {expected} "
        "names on the left.",
        ja="`{shape}` には軸ごとに長さが 1 つずつ入っていて、"
        "左側の名前 {expected} 個より多くあります。",
    ),
    "empty": Text(
        en="There is no `{operation}` of nothing: what it is taken of has no elements.",
        ja="要素が 1 つもないため、`{operation}` を求められません。",
    ),
    "item_size": Text(
        en="Only an array of exactly one element can be turned into a number; this one has more, "
        "or none.",
        ja="数に変換できるのは要素がちょうど 1 個の配列だけですが、この配列は違います。",
    ),
    "integer_bounds": Text(
        en="The number {number} does not fit into the type {type}.",
        ja="{number} は {type} 型で表せる範囲を超えています。",
    ),
    "integer_large": Text(
        en="The integer is too large for the integers of NumPy (64 bits).",
        ja="NumPy の整数（64 ビット）で表せる範囲を超える大きな整数です。",
    ),
    "boolean_minus": Text(
        en="`-` is not defined for arrays of True and False.",
        ja="真偽値の配列に `-` は使えません。",
    ),
    "cast_in_place": Text(
        en="This line stores its result in {target}, whose numbers are of type {held}, but the "
        "result is {result}. A change in place cannot change an array's type.",
        ja="この行は結果を{target}に格納しますが、その要素の型は {held}、結果の型は {result} です。"
        "その場で更新しても、配列の型は変えられません。",
    ),
    "array_as_integer": Text(
        en="An array stands where a single integer is needed.",
        ja="整数 1 つが必要なところに、配列があります。",
    ),
    "array_as_number": Text(
        en="An array stands where a single number is needed.",
        ja="数 1 つが必要なところに、配列があります。",
    ),
    "math_on_array": Text(
        en="`{name}` computes with one number at a time, and here it was given an array.",
        ja="`{name}` は数を 1 つだけ受け取る関数ですが、ここでは配列が渡されています。",
    ),
    "shape_as_arguments": Text(
        en="The second argument of `{name}` is the type of the numbers; a shape of several lengths "
        "is one argument, a tuple.",
        ja="`{name}` の 2 番目の引数は要素の型です。"
        "複数の長さからなる形状は、1 つのタプルとして渡します。",
    ),
    "shape_not_integer": Text(
        en="A shape is made of integers; {value} is none.",
        ja="形状は整数で指定しますが、{value} は整数ではありません。",
    ),
    "data_type": Text(
        en="What is given as the type of an array's numbers (`dtype`) is not the name of a type.",
        ja="配列の要素の型（`dtype`）として渡されたものが、型の名前ではありません。",
    ),
    "no_length": Text(
        en="`len` counts along the first axis of an array; this one has no axes, it is a single "
        "number.",
        ja="`len` は配列の最初の軸の長さを数えますが、この配列には軸がなく、1 つの数です。",
    ),
    "no_iteration": Text(
        en="Elements are to be taken one by one from an array that has no axes: it is a single "
        "number.",
        ja="要素を順に取り出そうとしていますが、この配列には軸がなく、1 つの数です。",
    ),
    "memory": Text(
        en="An array of shape {shape} needs {size}, which is more memory than the code may use.",
        ja="形状 {shape} の配列には {size} のメモリが必要で、使える量を超えています。",
    ),
}
