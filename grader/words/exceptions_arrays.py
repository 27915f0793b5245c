"""What NumPy's exceptions mean, in a student's terms."""

from grader.words import Text

TEXTS = {
    "the_array": Text(en="the array", ja="配列"),
    "the_result": Text(en="the result, its new axis counted,", ja="新しい軸も数えた結果の配列"),
    "an_array_there_is": Text(en="an existing array", ja="既存の配列"),
    "left": Text(en="the left operand", ja="左側"),
    "right": Text(en="the right operand", ja="右側"),
    "first": Text(en="first", ja="最初の数"),
    "second_to_last": Text(en="second-to-last", ja="最後から 2 番目の数"),
    "product_shapes": Text(
        en="In this matrix product {left} has shape {left_shape} and {right} has shape "
        "{right_shape}. The last number on the left ({left_length}) and the {where} number on the "
        "right ({right_length}) would have to be equal.",
        ja="この行列積では、{left}の形状が {left_shape}、{right}の形状が {right_shape} です。"
        "左の形状の最後の数（{left_length}）と右の形状の{where}（{right_length}）が"
        "一致していなければなりません。",
    ),
    "product_lengths": Text(
        en="In this matrix product the last axis of {left} has length {left_length}, but the axis "
        "of {right} it is multiplied with (its rows, or the entries of a vector) has length "
        "{right_length}. The two would have to be equal.",
        ja="この行列積では、{left}の最後の軸の長さが {left_length} ですが、それと掛け合わせる"
        "{right}の軸（行列なら行、ベクトルなら要素）の長さは {right_length} です。"
        "この 2 つが一致していなければなりません。",
    ),
    "product_number": Text(
        en="A matrix product needs arrays on both sides, but {operand} has no axes: it is a single "
        "number, or no array at all.",
        ja="行列積の両側には配列が必要ですが、{operand}には軸がありません"
        "（1 つの数か、配列ではないものです）。",
    ),
    "broadcast": Text(
        en="Arrays of shapes {one} and {other} cannot be combined element by element: compared "
        "from the end, {a} meets {b}; lengths have to be equal, or one of them 1.",
        ja="形状 {one} と {other} の配列は、要素ごとの計算ができません。"
        "末尾から比べると {a} と {b} が対応しますが、等しいか、一方が 1 でなければなりません。",
    ),
    "broadcast_named": Text(
        en="`{left}` has shape {one} and `{right}` has shape {other}, which cannot be combined "
        "element by element: compared from the end, {a} meets {b}; lengths have to be equal, or "
        "one of them 1.",
        ja="`{left}` の形状は {one}、`{right}` の形状は {other} で、要素ごとの計算ができません。"
        "末尾から比べると {a} と {b} が対応しますが、等しいか、一方が 1 でなければなりません。",
    ),
    "output_shape": Text(
        en="The result would have shape {result}, but the array it is to be stored in has shape "
        "{held}, and that cannot grow.",
        ja="結果の形状は {result} になりますが、格納先の配列の形状は {held} で、変わりません。",
    ),
    "assign_shape": Text(
        en="Values of shape {value} do not fit into a place of shape {place}.",
        ja="形状 {value} の値は、形状 {place} の場所に入りません。",
    ),
    "axis": Text(
        en="There is no axis {axis}: {array} has {count} axes, numbered 0 to {last} (or -{count} "
        "to -1, counted from the end).",
        ja="軸 {axis} はありません。{array}の軸は {count} 本で、番号は 0 から {last} まで"
        "（後ろから数えるなら -{count} から -1 まで）です。",
    ),
    "axis_of_vector": Text(
        en="There is no axis {axis}: {array} has just one axis, number 0 (or -1).",
        ja="軸 {axis} はありません。{array}の軸は 1 本だけで、番号は 0（または -1）です。",
    ),
    "axis_of_number": Text(
        en="There is no axis {axis}: {array} has no axes at all, it is a single number.",
        ja="軸 {axis} はありません。{array}には軸がなく、1 つの数です。",
    ),
    "axis_twice": Text(
        en="The same axis is named twice in `axis`.",
        ja="`axis` に同じ軸が 2 回指定されています。",
    ),
    "reshape": Text(
        en="An array of {size} numbers cannot take the shape {shape}, which has room for {count}.",
        ja="{size} 個の数からなる配列は、{count} 個分の形状 {shape} にはできません。",
    ),
    "reshape_unknown": Text(
        en="An array of {size} numbers cannot take this shape: the lengths that are given make "
        "{count}, and {size} is not a multiple of that.",
        ja="{size} 個の数からなる配列は、この形状にはできません。"
        "指定された長さの積は {count} で、{size} はその倍数ではありません。",
    ),
    "reshape_two_unknown": Text(
        en="Only one length of a new shape may be left open with -1; here there are several.",
        ja="新しい形状の中で -1 と書いて省ける長さは 1 つだけですが、複数あります。",
    ),
    "transpose_axes": Text(
        en="The order given for transposing has to name every axis of the array exactly once.",
        ja="転置の順序には、配列のすべての軸をちょうど 1 回ずつ指定する必要があります。",
    ),
    "squeeze": Text(
        en="`squeeze` can only take away axes of length 1; the one chosen here has another length.",
        ja="`squeeze` で取り除けるのは長さ 1 の軸だけですが、指定した軸の長さは 1 ではありません。",
    ),
    "split": Text(
        en="The array cannot be split into that many parts of equal length.",
        ja="配列を、その数の同じ長さの部分に分けることはできません。",
    ),
    "join_nothing": Text(
        en="There is nothing to join: the list of arrays is empty.",
        ja="結合する配列がありません。配列のリストが空です。",
    ),
    "join_lengths": Text(
        en="Arrays that are joined may differ in length along the joined axis only. Along axis "
        "{axis}, the array at position {one} has length {one_length} and the one at position "
        "{other} has length {other_length}.",
        ja="結合する配列の長さが違ってよいのは、結合する軸だけです。軸 {axis} の長さが、"
        "位置 {one} の配列では {one_length}、位置 {other} の配列では {other_length} です。",
    ),
    "join_axes": Text(
        en="Arrays that are joined need the same number of axes. The array at position {one} is "
        "{one_count}-dimensional, the one at position {other} is {other_count}-dimensional.",
        ja="結合する配列は、次元の数が同じでなければなりません。位置 {one} の配列は {one_count} 次元、"
        "位置 {other} の配列は {other_count} 次元です。",
    ),
    "join_list": Text(
        en="`{name}` takes all arrays together as its first argument, in one list or tuple; here "
        "they are separate arguments.",
        ja="`{name}` は、すべての配列を 1 つのリストかタプルにまとめて最初の引数で受け取ります。"
        "ここでは別々の引数になっています。",
    ),
    "stack_shapes": Text(
        en="Arrays that are stacked must all have the same shape; these do not.",
        ja="重ねる配列はすべて同じ形状でなければなりませんが、違うものがあります。",
    ),
    "negative_length": Text(
        en="A length of the array to be made came out negative.",
        ja="作ろうとした配列の長さが負の数になっています。",
    ),
    "singular": Text(
        en="The matrix has no inverse: its rows depend on one another (it is singular).",
        ja="この行列には逆行列がありません（行が互いに独立でない、特異行列です）。",
    ),
    "square": Text(
        en="A square matrix is needed here, with as many rows as columns.",
        ja="行と列の数が等しい正方行列が必要です。",
    ),
    "index_bounds": Text(
        en="There is no index {index} on axis {axis} of {array}: the axis has length {size}, so "
        "the indices run from 0 to {last} (or from -{size} to -1, counted from the end).",
        ja="{array}の軸 {axis} に添字 {index} はありません。この軸の長さは {size} なので、"
        "添字は 0 から {last} まで（後ろから数えるなら -{size} から -1 まで）です。",
    ),
    "index_bounds_in": Text(
        en="`{source}` gives the index {index}, but axis {axis} of {array} has length {size}: its "
        "indices run from 0 to {last} (or from -{size} to -1, counted from the end).",
        ja="`{source}` は添字 {index} になりますが、{array}の軸 {axis} の長さは {size} で、"
        "添字は 0 から {last} まで（後ろから数えるなら -{size} から -1 まで）です。",
    ),
    "index_empty": Text(
        en="There is no index {index} on axis {axis} of {array}: the axis has length 0.",
        ja="{array}の軸 {axis} は長さが 0 なので、添字 {index} はありません。",
    ),
    "index_too_many": Text(
        en="There are {given} indices between the brackets, but {array} is {has}-dimensional.",
        ja="角括弧の中に添字が {given} 個ありますが、{array}は {has} 次元です。",
    ),
    "index_of_number": Text(
        en="Here {array} has no axes, it is a single number, so there is nothing to index.",
        ja="ここでは{array}に軸がなく、1 つの数なので、添字を付けられません。",
    ),
    "index_type": Text(
        en="Between the brackets stands something that cannot be an index. An index is an integer, "
        "a slice, or an array of integers or of True and False.",
        ja="角括弧の中に、添字にできないものがあります。"
        "添字にできるのは、整数、スライス、整数か真偽値の配列です。",
    ),
    "index_division": Text(
        en="An index has to be an integer, and `/` gives a floating-point number even when nothing "
        "is left over.",
        ja="添字は整数でなければなりませんが、`/` の結果は割り切れる場合でも浮動小数点数です。",
    ),
    "index_not_integers": Text(
        en="The array used as an index does not hold integers; only integers, or True and False, "
        "can be indices.",
        ja="添字として使われた配列の要素が整数ではありません。添字にできるのは整数か真偽値だけです。",
    ),
    "index_not_integers_named": Text(
        en="`{name}` is used as an index but does not hold integers; only integers, or True and "
        "False, can be indices.",
        ja="添字として使われた `{name}` の要素が整数ではありません。"
        "添字にできるのは整数か真偽値だけです。",
    ),
    "index_arrays": Text(
        en="The arrays between the brackets are paired element by element, but their shapes "
        "{shapes} do not fit together.",
        ja="角括弧の中の配列は要素ごとに組にされますが、形状 {shapes} は合っていません。",
    ),
    "index_mask": Text(
        en="The array of True and False has length {given} where axis {axis} of the array it "
        "selects from has length {size}; the two would have to be equal.",
        ja="真偽値の配列の長さは {given} ですが、選ばれる側の配列の軸 {axis} の長さは {size} です。"
        "この 2 つが一致していなければなりません。",
    ),
    "shape_index": Text(
        en="`{shape}` holds one length for each axis, and there is none at `[{index}]`: the array "
        "has fewer axes.",
        ja="`{shape}` には軸ごとに長さが 1 つずつ入っていて、`[{index}]` に当たるものはありません。"
        "配列の軸がそれより少ないためです。",
    ),
}
