"""What is said about the cases that go wrong, if they have something in common."""

from grader.words import Text

TEXTS = {
    "overflow": Text(
        en="{subject} holds NaN or infinity, but only where numbers are large: in all of these cases some number of `{name}` is {least} or more in size.",
        ja="{subject}に NaN または無限大が含まれます。ただし大きな数のケースだけで、どれも `{name}` の絶対値の最大が {least} 以上です。",
    ),
    "overflow_ask": Text(
        en="How large do the intermediate results get? np.exp(1000), for example, does not fit into a float.",
        ja="途中の結果はどこまで大きくなるでしょうか。たとえば np.exp(1000) は浮動小数点数に収まりません。",
    ),
    "stops": Text(en="Your code stops with {type}.", ja="{type} で停止します。"),
    "not_finite": Text(
        en="{subject} holds NaN or infinity where a finite number is expected.",
        ja="{subject}の、有限の数であるべきところが NaN または無限大になっています。",
    ),
    "only_if": Text(
        en="Where a result is wanted, yours is wrong exactly in the cases in which {condition}.",
        ja="値を返すべき入力のうち、結果が間違うのは、{condition}ものだけです。",
    ),
    "so_if": Text(
        en="{what} Among the inputs that have a result, this happens exactly where {condition}.",
        ja="{what}値を返すべき入力のうち、{condition}ものだけでこうなります。",
    ),
    "if_number": Text(en="`{name}` is a single number", ja="`{name}` が数値 1 個である"),
    "if_1d": Text(en="`{name}` is one-dimensional", ja="`{name}` が 1 次元である"),
    "if_2d": Text(en="`{name}` is two-dimensional", ja="`{name}` が 2 次元である"),
    "if_3d": Text(en="`{name}` has more than two dimensions", ja="`{name}` が 3 次元以上である"),
    "if_not_1d": Text(en="`{name}` is not one-dimensional", ja="`{name}` が 1 次元でない"),
    "if_empty": Text(en="`{name}` is empty", ja="`{name}` が空である"),
    "if_one_row": Text(en="`{name}` has a single row", ja="`{name}` が 1 行だけである"),
    "if_several_rows": Text(en="`{name}` has more than one row", ja="`{name}` が 2 行以上ある"),
    "if_one_column": Text(
        en="the last axis of `{name}` has length 1", ja="`{name}` の最後の軸の長さが 1 である"
    ),
    "if_several_columns": Text(
        en="`{name}` is not one-dimensional and its last axis is longer than 1",
        ja="`{name}` が 2 次元以上で、最後の軸の長さも 2 以上である",
    ),
    "if_square": Text(
        en="the first two axes of `{name}` are equally long",
        ja="`{name}` の最初の 2 つの軸が同じ長さである",
    ),
    "if_not_square": Text(
        en="the first two axes of `{name}` are not equally long",
        ja="`{name}` の最初の 2 つの軸の長さが違う",
    ),
    "if_symmetric": Text(en="`{name}` is symmetric", ja="`{name}` が対称行列である"),
    "if_not_symmetric": Text(
        en="`{name}` is square and not symmetric", ja="`{name}` が正方行列で、対称でない"
    ),
    "if_one_element": Text(
        en="`{name}` is an array with one element", ja="`{name}` が要素 1 個の配列である"
    ),
    "if_several_elements": Text(
        en="`{name}` has more than one element", ja="`{name}` の要素が 2 個以上ある"
    ),
    "if_shape_ask": Text(
        en="Go through your code with such a `{name}`. Which shape does each line give?",
        ja="このような `{name}` でコードをたどってみましょう。各行の結果の形状は何でしょうか。",
    ),
    "if_integers": Text(en="`{name}` is of an integer type", ja="`{name}` が整数型である"),
    "if_floats": Text(
        en="`{name}` is of a floating-point type", ja="`{name}` が浮動小数点数型である"
    ),
    "if_float32": Text(en="`{name}` is of type float32", ja="`{name}` の dtype が float32 である"),
    "if_dtype_ask": Text(
        en="Which dtype do the results have that your code makes from `{name}`, line by line?",
        ja="コードが `{name}` から作る値の dtype は、各行で何になっているでしょうか。",
    ),
    "if_0": Text(en="`{name}` is 0", ja="`{name}` が 0 である"),
    "if_not_0": Text(en="`{name}` is a number other than 0", ja="`{name}` が 0 以外の数である"),
    "if_1": Text(en="`{name}` is 1", ja="`{name}` が 1 である"),
    "if_not_1": Text(en="`{name}` is a number other than 1", ja="`{name}` が 1 以外の数である"),
    "if_above_1": Text(en="`{name}` is greater than 1", ja="`{name}` が 1 より大きい"),
    "if_below_0": Text(en="`{name}` is negative", ja="`{name}` が負である"),
    "if_number_ask": Text(
        en="What does `{name}` do in the formula, and what in your code?",
        ja="`{name}` は式の中でどんな働きをし、コードの中ではどう使われているでしょうか。",
    ),
    "if_non_finite": Text(
        en="`{name}` holds NaN or infinity", ja="`{name}` に NaN または無限大が含まれる"
    ),
    "if_above_700": Text(
        en="`{name}` holds numbers beyond 700 or -700",
        ja="`{name}` に絶対値が 700 を超える数が含まれる",
    ),
    "if_above_million": Text(
        en="`{name}` holds numbers beyond a million or minus a million",
        ja="`{name}` に絶対値が 100 万を超える数が含まれる",
    ),
    "if_tiny": Text(
        en="all numbers of `{name}` are nearer to 0 than a millionth, and not all are 0",
        ja="`{name}` の数の絶対値がどれも 100 万分の 1 より小さく、全部が 0 ではない",
    ),
    "if_all_zero": Text(en="`{name}` is 0 throughout", ja="`{name}` がすべて 0 である"),
    "if_has_zero": Text(en="there is a 0 in `{name}`", ja="`{name}` に 0 が含まれる"),
    "if_has_negative": Text(
        en="there is a negative number in `{name}`", ja="`{name}` に負の数が含まれる"
    ),
    "if_all_positive": Text(
        en="all numbers of `{name}` are positive", ja="`{name}` の数がすべて正である"
    ),
    "if_all_equal": Text(en="all numbers of `{name}` are equal", ja="`{name}` の数がすべて等しい"),
    "if_not_all_equal": Text(
        en="the numbers of `{name}` are not all equal", ja="`{name}` に異なる数が含まれる"
    ),
    "if_content_ask": Text(
        en="What does each line of your code give for such a `{name}`?",
        ja="このような `{name}` に対して、コードの各行は何を返すでしょうか。",
    ),
    "if_same_shape": Text(
        en="`{one}` and `{other}` have the same shape", ja="`{one}` と `{other}` の形状が同じである"
    ),
    "if_other_shape": Text(
        en="`{one}` and `{other}` have different shapes", ja="`{one}` と `{other}` の形状が違う"
    ),
    "if_equal": Text(en="`{one}` and `{other}` are equal", ja="`{one}` と `{other}` が等しい"),
    "if_greater": Text(
        en="`{one}` is greater than `{other}`", ja="`{one}` が `{other}` より大きい"
    ),
    "if_less": Text(en="`{one}` is less than `{other}`", ja="`{one}` が `{other}` より小さい"),
    "if_pair_ask": Text(
        en="What do `{one}` and `{other}` mean in such a case, and how does your code treat them?",
        ja="そのような場合に `{one}` と `{other}` は何を意味し、コードではどう扱っているでしょうか。",
    ),
}
