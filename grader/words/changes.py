"""What may have happened to a value on its way; read as the end of a sentence of `slips`."""

from grader.words import Text

TEXTS = {
    "negated": Text(en="multiplied by -1", ja="-1 倍した"),
    "doubled": Text(en="doubled", ja="2 倍した"),
    "halved": Text(en="halved", ja="半分にした"),
    "one_more": Text(en="made larger by 1", ja="1 だけ大きくした"),
    "one_less": Text(en="made smaller by 1", ja="1 だけ小さくした"),
    "squared": Text(en="squared", ja="2 乗した"),
    "absolute": Text(en="replaced by its absolute value", ja="絶対値に置き換えた"),
    "negatives_cut": Text(en="made 0 wherever it is negative", ja="負のところだけ 0 にした"),
    "clipped": Text(en="clipped to the range from -1 to 1", ja="-1 から 1 の範囲に切り詰めた"),
    "transposed": Text(en="transposed", ja="転置した"),
    "symmetrised": Text(en="averaged with its transpose", ja="転置との平均に置き換えた"),
    "reversed": Text(en="put into reverse order", ja="逆順に並べた"),
    "first_row": Text(en="reduced to its first row", ja="最初の 1 行だけにした"),
    "first_only": Text(
        en="reduced to its first row, or its first number",
        ja="最初の行（または最初の数）だけにした",
    ),
    "summed": Text(en="summed up to a single number", ja="合計して 1 つの数にした"),
    "averaged": Text(en="averaged to a single number", ja="平均して 1 つの数にした"),
    "summed_over_rows": Text(en="summed along axis 0", ja="軸 0 に沿って合計した"),
    "averaged_over_rows": Text(en="averaged along axis 0", ja="軸 0 に沿って平均した"),
    "summed_over_columns": Text(en="summed along the last axis", ja="最後の軸に沿って合計した"),
    "averaged_over_columns": Text(en="averaged along the last axis", ja="最後の軸に沿って平均した"),
    "centred": Text(en="shifted so that its mean is 0", ja="平均が 0 になるようにずらした"),
    "standardised": Text(
        en="standardised to mean 0 and standard deviation 1", ja="平均 0、標準偏差 1 に標準化した"
    ),
    "normalised": Text(en="divided by its own size", ja="それ自身の大きさで割った"),
    "whole_numbers": Text(en="cut off to whole numbers", ja="小数部分を切り捨てて整数にした"),
    "rounded": Text(en="rounded to whole numbers", ja="四捨五入して整数にした"),
    "single_precision": Text(
        en="turned into float32, which keeps about seven digits",
        ja="float32 に変換した（有効桁数は約 7 桁）",
    ),
    "half_precision": Text(
        en="turned into float16, which keeps about three digits",
        ja="float16 に変換した（有効桁数は約 3 桁）",
    ),
    "made_float": Text(en="turned into floating-point numbers", ja="浮動小数点数に変換した"),
    "slightly_more": Text(en="made larger by 1e-7", ja="1e-7 だけ大きくした"),
    "zeros": Text(en="replaced by 0", ja="0 に置き換えた"),
    "ones": Text(en="replaced by 1", ja="1 に置き換えた"),
    "made_a_list": Text(en="turned into a list", ja="リストに変換した"),
    "made_a_column": Text(en="given an axis too many", ja="余分な軸を付け加えた"),
    "flattened": Text(en="flattened to one dimension", ja="1 次元に平らにした"),
}
