"""What is said about results that went through one function too many, or lost digits."""

from grader.words import Text

TEXTS = {
    "absolute": Text(
        en="{subject} is the expected one without the minus signs.",
        ja="{subject}が、正しい値からマイナスの符号を取ったもの（絶対値）になっています。",
    ),
    "absolute_ask": Text(
        en="Where in your code does a negative number become positive?",
        ja="コードのどこで、負の数が正の数になっているでしょうか。",
    ),
    "clipped_at_0": Text(
        en="{subject} has 0 wherever a negative number is expected.",
        ja="{subject}では、負の数になるべきところがすべて 0 になっています。",
    ),
    "clipped": Text(
        en="{subject} is the expected one cut off at 0 and at 1.",
        ja="{subject}が、正しい値を 0 と 1 の間に収めたものになっています。",
    ),
    "range_ask": Text(
        en="Which line limits the range of the numbers, and is that asked for?",
        ja="数値の範囲を制限しているのはどの行でしょうか。それは求められていることでしょうか。",
    ),
    "squared": Text(
        en="{subject} is the square of the expected one.",
        ja="{subject}が、正しい値の 2 乗になっています。",
    ),
    "square_root": Text(
        en="{subject} is the square root of the expected one.",
        ja="{subject}が、正しい値の平方根になっています。",
    ),
    "exponential": Text(
        en="{subject} is the exponential of the expected one.",
        ja="{subject}が、正しい値の指数関数 exp の値になっています。",
    ),
    "log_taken": Text(
        en="{subject} is the natural logarithm of the expected one.",
        ja="{subject}が、正しい値の自然対数になっています。",
    ),
    "one_function_ask": Text(
        en="Which function stands last in the formula, and which one in your code?",
        ja="式で最後に適用する関数は何でしょうか。コードではどうなっているでしょうか。",
    ),
    "complement": Text(
        en="{subject} is 1 minus the expected one.",
        ja="{subject}が、1 から正しい値を引いたものになっています。",
    ),
    "complement_ask": Text(
        en="Which of the two possibilities does the number stand for: that something happens, or that it does not?",
        ja="この数が表すのは、何かが起こるほうでしょうか、それとも起こらないほうでしょうか。",
    ),
    "reciprocal": Text(
        en="{subject} is 1 divided by the expected one.",
        ja="{subject}が、正しい値の逆数になっています。",
    ),
    "reciprocal_ask": Text(
        en="What is divided by what?",
        ja="何を何で割るべきでしょうか。",
    ),
    "truncated": Text(
        en="{subject} is the expected one without what stands behind the decimal point.",
        ja="{subject}が、正しい値の小数点以下を切り捨てたものになっています。",
    ),
    "rounded": Text(
        en="{subject} is the expected one rounded to whole numbers.",
        ja="{subject}が、正しい値を整数に丸めたものになっています。",
    ),
    "rounded_down": Text(
        en="{subject} is the expected one rounded down to whole numbers.",
        ja="{subject}が、正しい値の端数を切り下げて整数にしたものになっています。",
    ),
    "rounded_up": Text(
        en="{subject} is the expected one rounded up to whole numbers.",
        ja="{subject}が、正しい値の端数を切り上げて整数にしたものになっています。",
    ),
    "rounded_to": Text(
        en="{subject} is the expected one rounded to {decimals} decimal places.",
        ja="{subject}が、正しい値を小数点以下 {decimals} 桁に丸めたものになっています。",
    ),
    "rounding_ask": Text(
        en="Which operation throws digits away? The dtype of an array can do it, too.",
        ja="桁を落としているのはどの演算でしょうか。配列の dtype が原因のこともあります。",
    ),
    "low_precision": Text(
        en="{subject} is right only to the precision of {dtype}.",
        ja="{subject}は {dtype} の精度でしか合っていません。",
    ),
    "low_precision_ask": Text(
        en="Which dtype do the arguments have, and which one the arrays you make?",
        ja="引数の dtype は何でしょうか。コードの中で作った配列の dtype は何でしょうか。",
    ),
}
