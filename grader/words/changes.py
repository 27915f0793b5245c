"""What may have happened to a value on its way; read as the end of a sentence of `slips`."""

from grader.words import Text

TEXTS = {
    "negated": Text(en="multiplied by -1", ja="を -1 倍した"),
    "doubled": Text(en="doubled", ja="を 2 倍した"),
    "halved": Text(en="halved", ja="を半分にした"),
    "one_more": Text(en="made larger by 1", ja="を 1 だけ大きくした"),
    "one_less": Text(en="made smaller by 1", ja="を 1 だけ小さくした"),
    "squared": Text(en="squared", ja="を 2 乗した"),
    "absolute": Text(en="replaced by its absolute value", ja="を絶対値に置き換えた"),
    "negatives_cut": Text(en="made 0 wherever it is negative", ja="の負の要素を 0 にした"),
    "clipped": Text(en="clipped to the range from -1 to 1", ja="を -1 から 1 の範囲に切り詰めた"),
    "transposed": Text(en="transposed", ja="を転置した"),
    "symmetrised": Text(en="averaged with its transpose", ja="を転置したものとの平均に置き換えた"),
    "reversed": Text(en="put into reverse order", ja="を逆順に並べた"),
    "first_row": Text(
        en="reduced to its first row, or its first number",
        ja="を最初の行（または最初の数）だけにした",
    ),
    "first_only": Text(
        en="reduced to its first row, or its first number",
        ja="を最初の行（または最初の数）だけにした",
    ),
    "summed": Text(en="summed up to a single number", ja="を合計して 1 つの数にした"),
    "averaged": Text(en="averaged to a single number", ja="を平均して 1 つの数にした"),
    "summed_over_rows": Text(en="summed along axis 0", ja="を軸 0 に沿って合計した"),
    "averaged_over_rows": Text(en="averaged along axis 0", ja="を軸 0 に沿って平均した"),
    "summed_over_columns": Text(en="summed along the last axis", ja="を最後の軸に沿って合計した"),
    "averaged_over_columns": Text(
        en="averaged along the last axis", ja="を最後の軸に沿って平均した"
    ),
    "centred": Text(en="shifted so that its mean is 0", ja="を平均が 0 になるようにずらした"),
    "standardised": Text(
        en="standardised to mean 0 and standard deviation 1", ja="を平均 0、標準偏差 1 に標準化した"
    ),
    "normalised": Text(
        en="divided by its norm or by its largest absolute value",
        ja="をノルムまたは絶対値の最大値で割った",
    ),
    "whole_numbers": Text(en="cut off to whole numbers", ja="の小数部分を切り捨てて整数にした"),
    "rounded": Text(en="rounded to whole numbers", ja="を最も近い整数に丸めた"),
    "single_precision": Text(
        en="turned into float32, which keeps about seven digits and has no room for very small or very large numbers",
        ja="を float32（有効桁数は約 7 桁）に変換した",
    ),
    "half_precision": Text(
        en="turned into float16, which keeps about three digits",
        ja="を float16（有効桁数は約 3 桁）に変換した",
    ),
    "made_float": Text(en="turned into floating-point numbers", ja="を浮動小数点数に変換した"),
    "slightly_more": Text(en="made larger by 1e-7", ja="を 1e-7 だけ大きくした"),
    "zeros": Text(en="replaced by 0", ja="を 0 に置き換えた"),
    "ones": Text(en="replaced by 1", ja="を 1 に置き換えた"),
    "made_a_list": Text(en="turned into a list", ja="をリストに変換した"),
    "made_a_column": Text(en="given an axis too many", ja="を余分な軸を付け加えた"),
    "flattened": Text(en="flattened to one dimension", ja="を 1 次元に並べ直した"),
}
