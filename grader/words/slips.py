"""What a small slip in a formula is called, where an answer gives just what the slip gives."""

from grader.words import Text

TEXTS = {
    "minus_for_plus": Text(
        en="Your results are exactly those you get when something is subtracted that has to be added.",
        ja="足すべきものを引いたときの結果と同じです。",
    ),
    "plus_for_minus": Text(
        en="Your results are exactly those you get when something is added that has to be subtracted.",
        ja="引くべきものを足したときの結果と同じです。",
    ),
    "divided": Text(
        en="Your results are exactly those you get when you divide where you have to multiply.",
        ja="掛けるべきところで割ったときの結果と同じです。",
    ),
    "multiplied": Text(
        en="Your results are exactly those you get when you multiply where you have to divide.",
        ja="割るべきところで掛けたときの結果と同じです。",
    ),
    "element_by_element": Text(
        en="Your results are exactly those you get when elements are multiplied one by one where a matrix product is needed.",
        ja="行列の積が必要なところで、要素ごとの積をとったときの結果と同じです。",
    ),
    "matrix_product": Text(
        en="Your results are exactly those you get with a matrix product where elements have to be multiplied one by one.",
        ja="要素ごとの積が必要なところで、行列の積をとったときの結果と同じです。",
    ),
    "sides_swapped": Text(
        en="Your results are exactly those you get when the two sides of an operator are swapped.",
        ja="演算子の左右を入れ替えたときの結果と同じです。",
    ),
    "term_missing": Text(
        en="Your results are exactly those you get when a term of a sum or difference is missing.",
        ja="足し算・引き算の項が 1 つ抜けたときの結果と同じです。",
    ),
    "factor_missing": Text(
        en="Your results are exactly those you get when a factor is missing.",
        ja="掛けるべき因子が 1 つ抜けたときの結果と同じです。",
    ),
    "divisor_missing": Text(
        en="Your results are exactly those you get when a division is left out.",
        ja="割り算を 1 つ忘れたときの結果と同じです。",
    ),
    "doubled": Text(
        en="Your results are exactly those you get when one term or factor is taken twice as large.",
        ja="ある項または因子を 2 倍にしたときの結果と同じです。",
    ),
    "halved": Text(
        en="Your results are exactly those you get when one term or factor is taken half as large.",
        ja="ある項または因子を半分にしたときの結果と同じです。",
    ),
    "transposed": Text(
        en="Your results are exactly those you get when a matrix is transposed that should be used as it is.",
        ja="そのまま使うべき行列を転置したときの結果と同じです。",
    ),
    "not_transposed": Text(
        en="Your results are exactly those you get when a matrix is used as it is that has to be transposed.",
        ja="転置すべき行列をそのまま使ったときの結果と同じです。",
    ),
    "not_rounded": Text(
        en="Your results are exactly those you get when a quotient keeps its decimals.",
        ja="割り算の結果の小数部分を残したときの結果と同じです。",
    ),
    "rounded_up": Text(
        en="Your results are exactly those you get when a quotient is rounded up.",
        ja="割り算の結果を切り上げたときの結果と同じです。",
    ),
    "rounded_to_nearest": Text(
        en="Your results are exactly those you get when a quotient is rounded to the nearest whole number.",
        ja="割り算の結果を最も近い整数に丸めたときの結果と同じです。",
    ),
    "rounded_to_zero": Text(
        en="Your results are exactly those you get when a quotient is rounded towards 0, which differs from rounding down where it is negative.",
        ja="割り算の結果を 0 の方へ丸めたときの結果と同じです。負の数では切り捨て（小さい方への丸め）と異なります。",
    ),
    "sign_missing": Text(
        en="Your results are exactly those you get when a minus sign is missing.",
        ja="マイナスの符号が抜けたときの結果と同じです。",
    ),
    "comparison_reversed": Text(
        en="Your results are exactly those you get when a condition is the wrong way round.",
        ja="条件が逆になったときの結果と同じです。",
    ),
    "added": Text(
        en="Your results are exactly those you get when two numbers are added that have to be multiplied.",
        ja="掛けるべき 2 つの数を足したときの結果と同じです。",
    ),
    "raised_to_power": Text(
        en="Your results are exactly those you get when a number is raised to a power that has to be multiplied.",
        ja="掛けるべきところで累乗したときの結果と同じです。",
    ),
    "remainder": Text(
        en="Your results are exactly those you get when the remainder of a division is taken instead of the quotient.",
        ja="割り算の商ではなく、余りを使ったときの結果と同じです。",
    ),
    "changed": Text(
        en="Your results are exactly those you get when {what} is {change}.",
        ja="{what}{change}ときの結果と同じです。",
    ),
    "the_value": Text(en="the right value of this blank", ja="この空欄の正しい値"),
    "the_result": Text(en="the right result", ja="正しい結果"),
    "the_argument": Text(en="the argument `{name}`", ja="引数 `{name}`"),
    "brackets_missing": Text(
        en="Your results are exactly those you get when a pair of brackets is missing, so that an operator takes only a part of what it should.",
        ja="括弧が抜けて、演算子が本来の一部だけにかかったときの結果と同じです。",
    ),
    "step_twice": Text(
        en="Your results are exactly those you get when one step is made twice.",
        ja="ある手順を 2 回行ったときの結果と同じです。",
    ),
    "unpacked_swapped": Text(
        en="Your results are exactly those you get when values are unpacked into names in the wrong order.",
        ja="複数の値を変数に代入する順番を間違えたときの結果と同じです。",
    ),
    "never_holds": Text(
        en="The condition holds for none of the inputs that were tried, though for some it should.",
        ja="この条件は、試したどの入力でも成り立ちません。成り立つべき入力もあります。",
    ),
    "always_holds": Text(
        en="The condition holds for every input that was tried, though for some it should not.",
        ja="この条件は、試したすべての入力で成り立ってしまいます。成り立ってはいけない入力もあります。",
    ),
    "boundary": Text(
        en="Your results are exactly those you get when a comparison treats the case of equality the wrong way.",
        ja="比較で、ちょうど等しい場合の扱いを間違えたときの結果と同じです。",
    ),
    "and_or": Text(
        en="Your results are exactly those you get when “and” and “or” are mistaken for each other.",
        ja="「かつ」(and) と「または」(or) を取り違えたときの結果と同じです。",
    ),
    "condition_missing": Text(
        en="Your results are exactly those you get when a part of a condition is missing.",
        ja="条件の一部が抜けたときの結果と同じです。",
    ),
    "one_too_many": Text(
        en="Your results are exactly those you get when a number in the formula is too large.",
        ja="式の中の数が大きすぎるときの結果と同じです。",
    ),
    "one_too_few": Text(
        en="Your results are exactly those you get when a number in the formula is too small by one.",
        ja="式の中の数が 1 だけ小さいときの結果と同じです。",
    ),
    "check_missing": Text(
        en="Your results are exactly those you get when a check is missing: inputs that have to be refused are let through.",
        ja="入力の確認が抜けたときの結果と同じです。拒否すべき入力がそのまま通っています。",
    ),
    "branch_missing": Text(
        en="Your results are exactly those you get when one kind of input is not given the treatment of its own that it needs.",
        ja="特別な扱いが必要な種類の入力を、区別せずに処理したときの結果と同じです。",
    ),
    "always_taken": Text(
        en="Your results are exactly those you get when every input is treated as only one kind of input should be.",
        ja="ある種類の入力だけに必要な処理を、すべての入力に行ったときの結果と同じです。",
    ),
    "step_missing": Text(
        en="Your results are exactly those you get when one step of the calculation is left out.",
        ja="計算の手順が 1 つ抜けたときの結果と同じです。",
    ),
    "other_function": Text(
        en="Your results are exactly those you get with `{name}`, and that is not what the formula asks for.",
        ja="`{name}` を使ったときの結果と同じですが、数式が求めているのは別の計算です。",
    ),
    "not_applied": Text(
        en="Your results are exactly those you get when a function is not applied, and numbers are used as they are.",
        ja="ある関数を通さずに、数をそのまま使ったときの結果と同じです。",
    ),
    "arguments_swapped": Text(
        en="Your results are exactly those you get when two arguments of a call are swapped.",
        ja="関数呼び出しの 2 つの引数を入れ替えたときの結果と同じです。",
    ),
    "sides_missing": Text(
        en="Your results are exactly those you get when the first argument of a call is missing.",
        ja="関数呼び出しの最初の引数が抜けたときの結果と同じです。",
    ),
    "end_included": Text(
        en="Your results are exactly those you get when the upper end of the drawn numbers is included once too often.",
        ja="乱数の範囲に、含めるべきでない上端まで含めたときの結果と同じです。",
    ),
    "whole_array": Text(
        en="Your results are exactly those you get when a calculation runs over the whole array instead of one axis.",
        ja="1 つの軸に沿った計算を、配列全体に対して行ったときの結果と同じです。",
    ),
    "whole_array_lost": Text(
        en="Your results are exactly those you get when a calculation runs over the whole array instead of one axis.",
        ja="1 つの軸に沿った計算を、配列全体に対して行ったときの結果と同じです。",
    ),
    "other_axis": Text(
        en="Your results are exactly those you get when a calculation runs along the wrong axis ({axis}).",
        ja="計算を別の軸（axis={axis}）に沿って行ったときの結果と同じです。",
    ),
    "other_axis_lost": Text(
        en="Your results are exactly those you get when a calculation runs along the wrong axis ({axis}) and that axis is dropped.",
        ja="計算を別の軸（axis={axis}）に沿って行い、その軸が消えたときの結果と同じです。",
    ),
    "axis_lost": Text(
        en="Your results are exactly those you get when the axis that was reduced is dropped, so that what is left lines up with another axis.",
        ja="合計や最大値をとった軸が消え、残りの軸が別の軸と対応してしまったときの結果と同じです。",
    ),
    "counted_wrong": Text(
        en="Your results are exactly those you get when a size is taken from the wrong axis.",
        ja="長さを、本来とは違う軸から取ったときの結果と同じです。",
    ),
    "counted_all": Text(
        en="Your results are exactly those you get when all elements are counted instead of those along one axis.",
        ja="1 つの軸の長さではなく、全要素の個数を使ったときの結果と同じです。",
    ),
    "indices_swapped": Text(
        en="Your results are exactly those you get when the indices of an array are in the wrong order.",
        ja="配列の添字の順番を間違えたときの結果と同じです。",
    ),
    "range_too_long": Text(
        en="Your results are exactly those you get when a range is longer by one.",
        ja="範囲が 1 つ分長いときの結果と同じです。",
    ),
    "range_too_short": Text(
        en="Your results are exactly those you get when a range is shorter by one.",
        ja="範囲が 1 つ分短いときの結果と同じです。",
    ),
    "range_from_start": Text(
        en="Your results are exactly those you get when a range begins at 0 instead of where it should.",
        ja="範囲が、本来の位置ではなく先頭から始まるときの結果と同じです。",
    ),
    "range_to_end": Text(
        en="Your results are exactly those you get when a range runs to the end instead of stopping where it should.",
        ja="範囲が、本来の位置で止まらず末尾まで続くときの結果と同じです。",
    ),
    "whole_range": Text(
        en="Your results are exactly those you get when a whole axis is taken where one place or a part of it is wanted.",
        ja="1 か所または一部だけを取り出すべき軸を、丸ごと取り出したときの結果と同じです。",
    ),
    "other_name": Text(
        en="Your results are exactly those you get with `{name}` where another name belongs.",
        ja="別のものが入るべき場所で `{name}` を使ったときの結果と同じです。",
    ),
    "parameters_swapped": Text(
        en="Your results are exactly those you get when `{one}` and `{other}` are mistaken for each other.",
        ja="`{one}` と `{other}` を取り違えたときの結果と同じです。",
    ),
}
