"""What is said about the right numbers in the wrong places or in another shape."""

from grader.words import Text

TEXTS = {
    "array_for_number": Text(
        en="{subject} is an array with one element, where a single number is expected; the number is right.",
        ja="{subject}が要素 1 個の配列になっています。値は正しいのですが、数値そのものを返す必要があります。",
    ),
    "number_for_array": Text(
        en="{subject} is a single number, where an array with one element is expected; the number is right.",
        ja="{subject}が数値 1 個になっています。値は正しいのですが、要素 1 個の配列を返す必要があります。",
    ),
    "column": Text(
        en="{subject} has the right numbers, but as a column of shape (n, 1) instead of shape (n,).",
        ja="{subject}の数値は正しいのですが、形状が (n,) ではなく、列ベクトルの (n, 1) です。",
    ),
    "row": Text(
        en="{subject} has the right numbers, but as a row of shape (1, n) instead of shape (n,).",
        ja="{subject}の数値は正しいのですが、形状が (n,) ではなく、行ベクトルの (1, n) です。",
    ),
    "flattened": Text(
        en="{subject} has the right numbers, but all along one axis.",
        ja="{subject}の数値は正しいのですが、1 次元に平らに並んでいます。",
    ),
    "extra_first_axis": Text(
        en="{subject} has the right numbers, but one axis of length 1 too many in front.",
        ja="{subject}の数値は正しいのですが、先頭に長さ 1 の軸が余分にあります。",
    ),
    "extra_last_axis": Text(
        en="{subject} has the right numbers, but one axis of length 1 too many at the end.",
        ja="{subject}の数値は正しいのですが、末尾に長さ 1 の軸が余分にあります。",
    ),
    "axis_dropped": Text(
        en="{subject} has the right numbers, but the axes of length 1 are gone.",
        ja="{subject}の数値は正しいのですが、長さ 1 の軸がなくなっています。",
    ),
    "other_shape": Text(
        en="{subject} has the right numbers in the right order, but in another shape.",
        ja="{subject}の数値も並び順も正しいのですが、形状が違います。",
    ),
    "shape_ask": Text(
        en="Write the shape of every intermediate result beside your lines. After which line is it not the one you want?",
        ja="各行の横に、途中の結果の形状を書き出してみましょう。思っていた形状と違ってくるのは、どの行の後でしょうか。",
    ),
    "transposed": Text(
        en="{subject} is the expected one transposed.",
        ja="{subject}が、正しい値を転置したものになっています。",
    ),
    "first_axes_swapped": Text(
        en="{subject} is the expected one with its first two axes swapped.",
        ja="{subject}が、正しい値の最初の 2 つの軸を入れ替えたものになっています。",
    ),
    "last_axes_swapped": Text(
        en="{subject} is the expected one with its last two axes swapped.",
        ja="{subject}が、正しい値の最後の 2 つの軸を入れ替えたものになっています。",
    ),
    "transposed_ask": Text(
        en="What do the rows of the result stand for, and what the columns?",
        ja="結果の行は何を表し、列は何を表すでしょうか。",
    ),
    "axes_permuted": Text(
        en="{subject} is the expected one with its axes in another order, that of `transpose{axes}`.",
        ja="{subject}が、正しい値の軸の順番を `transpose{axes}` のように入れ替えたものになっています。",
    ),
    "reversed_first": Text(
        en="{subject} is the expected one in reverse order along its first axis.",
        ja="{subject}が、正しい値を最初の軸に沿って逆順に並べたものになっています。",
    ),
    "reversed_second": Text(
        en="{subject} is the expected one in reverse order along its second axis.",
        ja="{subject}が、正しい値を 2 番目の軸に沿って逆順に並べたものになっています。",
    ),
    "reversed_last": Text(
        en="{subject} is the expected one in reverse order along its last axis.",
        ja="{subject}が、正しい値を最後の軸に沿って逆順に並べたものになっています。",
    ),
    "turned": Text(
        en="{subject} is the expected one in reverse order along both of its first two axes.",
        ja="{subject}が、正しい値を最初の 2 つの軸の両方に沿って逆順に並べたものになっています。",
    ),
    "reversed_ask": Text(
        en="Where does the first element of the result come from, and where should it come from?",
        ja="結果の最初の要素は、今はどこから来ているでしょうか。本来はどこから来るべきでしょうか。",
    ),
    "rows_reordered": Text(
        en="{subject} has the right entries along its first axis, but in another order.",
        ja="{subject}の最初の軸に並ぶものはどれも正しいのですが、並び順が違います。",
    ),
    "reordered": Text(
        en="{subject} has the right numbers, but not in the right places.",
        ja="{subject}に含まれる数値は正しいのですが、置かれている場所が違います。",
    ),
    "reordered_ask": Text(
        en="Number the elements of a small input. Where does each one end up?",
        ja="小さな入力の要素に番号を付けてみましょう。それぞれどこに移るでしょうか。",
    ),
    "every_pair": Text(
        en="{subject} has n x n numbers, where n are expected. A column and a row combined by broadcasting give that many.",
        ja="{subject}の要素が n 個ではなく n x n 個あります。列ベクトルと行ベクトルをブロードキャストで組み合わせると、この個数になります。",
    ),
    "every_pair_ask": Text(
        en="Which two arrays meet in the line where the shape grows, and what are their shapes?",
        ja="形状が大きくなる行では、どの 2 つの配列が計算に使われ、それぞれの形状は何でしょうか。",
    ),
}
