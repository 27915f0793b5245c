"""What is said about results that are a part or a summary of the expected ones."""

from grader.words import Text

TEXTS = {
    # Parts and summaries
    "empty": Text(
        en="{subject} is an array without any numbers.",
        ja="{subject}が、要素が 1 つもない空の配列になっています。",
    ),
    "empty_ask": Text(
        en="Which line leaves nothing over? A slice that ends before it begins is empty.",
        ja="何も残らなくなるのはどの行でしょうか。終わりが始まりより前にあるスライスは空になります。",
    ),
    "first_only": Text(
        en="{subject} is only the first part of the expected one along its first axis.",
        ja="{subject}が、正しい値の最初の軸の先頭の分だけになっています。",
    ),
    "last_only": Text(
        en="{subject} is only the last part of the expected one along its first axis.",
        ja="{subject}が、正しい値の最初の軸の末尾の分だけになっています。",
    ),
    "first_column": Text(
        en="{subject} is only the first part of the expected one along its last axis.",
        ja="{subject}が、正しい値の最後の軸の先頭の分だけになっています。",
    ),
    "last_column": Text(
        en="{subject} is only the last part of the expected one along its last axis.",
        ja="{subject}が、正しい値の最後の軸の末尾の分だけになっています。",
    ),
    "first_number": Text(
        en="{subject} is only the first number of the expected one.",
        ja="{subject}が、正しい値の最初の数値 1 個だけになっています。",
    ),
    "without_last": Text(
        en="{subject} is right but for the end: along the first axis one step is missing there.",
        ja="{subject}は途中まで正しいのですが、最初の軸の末尾が 1 つ足りません。",
    ),
    "without_first": Text(
        en="{subject} is right but for the beginning: along the first axis one step is missing there.",
        ja="{subject}は残りの部分は正しいのですが、最初の軸の先頭が 1 つ足りません。",
    ),
    "part_ask": Text(
        en="Is there a loop that ends too early, a `return` inside it, or an index that picks too little?",
        ja="早く終わりすぎるループ、ループの中の `return`、または一部しか取り出さない添字はないでしょうか。",
    ),
    "mean": Text(
        en="{subject} is the mean of all the numbers that are expected.",
        ja="{subject}が、返すべき数値全体の平均になっています。",
    ),
    "sum": Text(
        en="{subject} is the sum of all the numbers that are expected.",
        ja="{subject}が、返すべき数値全体の合計になっています。",
    ),
    "mean_first": Text(
        en="{subject} is the mean of the expected numbers along the first axis.",
        ja="{subject}が、返すべき数値を最初の軸に沿って平均したものになっています。",
    ),
    "mean_last": Text(
        en="{subject} is the mean of the expected numbers along the last axis.",
        ja="{subject}が、返すべき数値を最後の軸に沿って平均したものになっています。",
    ),
    "sum_first": Text(
        en="{subject} is the sum of the expected numbers along the first axis.",
        ja="{subject}が、返すべき数値を最初の軸に沿って合計したものになっています。",
    ),
    "sum_last": Text(
        en="{subject} is the sum of the expected numbers along the last axis.",
        ja="{subject}が、返すべき数値を最後の軸に沿って合計したものになっています。",
    ),
    "summed_ask": Text(
        en="How many numbers should come out for an input of four rows?",
        ja="4 行の入力に対して、数値はいくつ返るべきでしょうか。",
    ),
    "repeated": Text(
        en="{subject} is an array that repeats the right number, where the single number is expected.",
        ja="{subject}が、正しい数値を繰り返した配列になっています。数値 1 個を返す必要があります。",
    ),
    "repeated_ask": Text(
        en="In which line does one number become an array?",
        ja="1 個の数値が配列になるのは、どの行でしょうか。",
    ),
    "not_averaged": Text(
        en="{subject} has several numbers, and their mean is what is expected.",
        ja="{subject}に複数の数値が入っています。返すべき値は、その平均です。",
    ),
    "not_summed": Text(
        en="{subject} has several numbers, and their sum is what is expected.",
        ja="{subject}に複数の数値が入っています。返すべき値は、その合計です。",
    ),
    "not_averaged_axis": Text(
        en="{subject} has an axis too many or too long; the mean along it is what is expected.",
        ja="{subject}の軸が多すぎるか長すぎます。返すべき値は、その軸に沿った平均です。",
    ),
    "not_summed_axis": Text(
        en="{subject} has an axis too many or too long; the sum along it is what is expected.",
        ja="{subject}の軸が多すぎるか長すぎます。返すべき値は、その軸に沿った合計です。",
    ),
    "not_summed_ask": Text(
        en="Which of the numbers belong together, and when are they brought together?",
        ja="どの数値どうしを 1 つにまとめる必要があり、それはいつ行うべきでしょうか。",
    ),
    # Sums along an axis
    "columns_add_up": Text(
        en="Each row should add up to 1; in your result it is each column.",
        ja="各行の合計が 1 になるべきですが、戻り値では各列の合計が 1 になっています。",
    ),
    "rows_add_up": Text(
        en="Each column should add up to 1; in your result it is each row.",
        ja="各列の合計が 1 になるべきですが、戻り値では各行の合計が 1 になっています。",
    ),
    "everything_adds_up": Text(
        en="Each row should add up to 1; in your result it is all numbers together.",
        ja="各行の合計が 1 になるべきですが、戻り値では全体の合計が 1 になっています。",
    ),
    "everything_adds_up_columns": Text(
        en="Each column should add up to 1; in your result it is all numbers together.",
        ja="各列の合計が 1 になるべきですが、戻り値では全体の合計が 1 になっています。",
    ),
    "rows_centred": Text(
        en="Each column should have a mean of 0; in your result it is each row.",
        ja="各列の平均が 0 になるべきですが、戻り値では各行の平均が 0 になっています。",
    ),
    "columns_centred": Text(
        en="Each row should have a mean of 0; in your result it is each column.",
        ja="各行の平均が 0 になるべきですが、戻り値では各列の平均が 0 になっています。",
    ),
    "rows_scaled": Text(
        en="{subject} has the right proportions along its last axis, but not the right size.",
        ja="{subject}は、最後の軸に沿った比率は正しいのですが、大きさが違います。",
    ),
    "columns_scaled": Text(
        en="{subject} has the right proportions along its first axis, but not the right size.",
        ja="{subject}は、最初の軸に沿った比率は正しいのですが、大きさが違います。",
    ),
    "proportions_ask": Text(
        en="By what should the numbers be divided or multiplied in the end, so that their size is right?",
        ja="大きさを正しくするには、最後に何で割る、または何を掛けるべきでしょうか。",
    ),
    "normalised_ask": Text(
        en="Which axis stands for the samples? Along which one do your sums and means run?",
        ja="サンプルが並ぶのはどの軸でしょうか。合計や平均は、どの軸に沿って計算しているでしょうか。",
    ),
}
