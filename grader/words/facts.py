"""What is a fact about an answer, whether or not it is all that is wrong with it."""

from grader.words import Text

TEXTS = {
    "return_in_loop": Text(
        en="Line {line}: this `return` stands inside a loop, so the loop ends in its first round.",
        ja="{line} 行目: `return` がループの中にあるため、1 回目の繰り返しで関数が終わってしまいます。",
    ),
    "returns_print": Text(
        en="Line {line}: `print` shows a value and gives back None, so None is what is returned.",
        ja="{line} 行目: `print` は値を表示するだけで、戻り値は None です。そのため、関数も None を返します。",
    ),
    "draws_at_random": Text(
        en="Line {line} draws random numbers, but the result should depend on the arguments only.",
        ja="{line} 行目で乱数を使っていますが、結果は引数だけで決まるはずです。",
    ),
    "log_of_zero": Text(
        en="Line {line}: the logarithm of 0 is taken there, which is minus infinity.",
        ja="{line} 行目: 0 の対数をとっています。log 0 はマイナス無限大です。",
    ),
    "log_of_negative": Text(
        en="Line {line}: the logarithm of a negative number is taken there, which is NaN.",
        ja="{line} 行目: 負の数の対数をとっているため、NaN になっています。",
    ),
    "divided_by_zero": Text(
        en="Line {line}: a number is divided by 0 there, which gives infinity.",
        ja="{line} 行目: 0 で割っているため、無限大になっています。",
    ),
    "zero_by_zero": Text(
        en="Line {line}: 0 is divided by 0 there, or infinity by infinity, which gives NaN.",
        ja="{line} 行目: 0 ÷ 0、または無限大 ÷ 無限大の計算になっていて、結果が NaN です。",
    ),
    "root_of_negative": Text(
        en="Line {line}: the square root of a negative number is taken there, which is NaN.",
        ja="{line} 行目: 負の数の平方根をとっているため、NaN になっています。",
    ),
    "exp_overflows": Text(
        en="Line {line}: `exp` of a large number is larger than a float can be, and becomes infinity.",
        ja="{line} 行目: 大きな数の `exp` が浮動小数点数の上限を超え、無限大になっています。",
    ),
    "overwrites": Text(
        en="The argument `{name}` is overwritten on the way. Whoever called the function still needs it, and so may a later line.",
        ja="計算の途中で引数 `{name}` が書き換えられています。呼び出し元も、後の行も、元の値を必要とするかもしれません。",
    ),
    "stops_elsewhere": Text(
        en="In the case “{case}” your code stops with an error: {what}",
        ja="ケース「{case}」ではエラーで止まります。{what}",
    ),
}
