"""What is said about training runs: what a slot gave, and what became of the training."""

from __future__ import annotations

from grader.words import Text

TEXTS: dict[str, Text] = {
    "unknown_slot": Text(
        en="The lab {lab} has no slot named {slot}.",
        ja="ラボ {lab} に {slot} というスロットはありません。",
    ),
    "not_an_array": Text(
        en="During training your function returned {got}; "
        "a NumPy array of shape {shape} is needed there.",
        ja="学習中に、あなたの関数は {got} を返しました。"
        "ここでは形状 {shape} の NumPy 配列を返す必要があります。",
    ),
    "not_real": Text(
        en="During training your function returned an array of dtype {dtype}; "
        "real numbers are needed there.",
        ja="学習中に、あなたの関数は dtype が {dtype} の配列を返しました。"
        "ここでは実数の配列を返す必要があります。",
    ),
    "wrong_shape": Text(
        en="During training your function returned an array of shape {got}; "
        "the shape {shape} is needed there.",
        ja="学習中に、あなたの関数は形状 {got} の配列を返しました。"
        "ここで必要な形状は {shape} です。",
    ),
    "not_whole": Text(
        en="In this lab your function has to return a whole number (an int), not {got}.",
        ja="このラボでは、あなたの関数は整数（int）を返す必要がありますが、{got} を返しました。",
    ),
    "less_than_one": Text(
        en="Your function returned {got}; a layer of that size does not exist.",
        ja="あなたの関数は {got} を返しましたが、そのような大きさの層は作れません。",
    ),
    "too_many_places": Text(
        en="Your function says that a filter of size {filter} has {got} places on an input of "
        "size {input}, but at the last of them it would hang over the edge.",
        ja="あなたの関数によると、大きさ {input} の入力には大きさ {filter} のフィルタを置ける位置が "
        "{got} か所ありますが、最後の位置ではフィルタが入力からはみ出してしまいます。",
    ),
    "raised": Text(
        en="During training your function stopped at line {line} with {type}: {message}",
        ja="学習中に、あなたの関数の {line} 行目で {type} が発生しました: {message}",
    ),
    "load_failed": Text(
        en="The file could not be loaded a second time for training ({type}).",
        ja="学習のためにファイルを読み込み直したところ、{type} が発生しました。",
    ),
    "stopped": Text(
        en="During training: {what}",
        ja="学習中: {what}",
    ),
    "agrees": Text(
        en="With the same seed, the first {count} losses equal those of the reference.",
        ja="同じシードで学習したところ、最初の {count} 回の損失が模範解答の損失と一致しました。",
    ),
    "departs": Text(
        en="With the same seed, the losses differ from those of the reference from update {update} "
        "on ({loss} instead of {reference}).",
        ja="同じシードで学習したところ、更新 {update} 回目から損失が模範解答と異なります"
        "（模範解答の {reference} に対して {loss}）。",
    ),
    "still_learns": Text(
        en="It still learns: the loss falls from {start} to {end} (reference: {reference_end}). "
        "But its first losses are not those of the reference, so {role} is not the right one. "
        "That training converges does not prove {role} right.",
        ja="それでも学習は進み、損失は {start} から {end} に下がりました"
        "（模範解答では {reference_end}）。しかし、学習の最初の段階で損失が模範解答と異なるので、"
        "{role}は正しくありません。学習が収束しても、{role}が正しいことの証明にはなりません。",
    ),
    "does_not_learn": Text(
        en="It does not learn the way the reference does: the loss goes from {start} to {end} "
        "(reference: {reference_end}), because {role} is not the right one.",
        ja="模範解答のようには学習できていません。損失は {start} から {end} になりました"
        "（模範解答では {reference_end}）。{role}が正しくないためです。",
    ),
    "only_reported": Text(
        en="The network learns as it does with the reference all the same, because the gradient "
        "is computed without your function. But {role} that you would watch falling is wrong.",
        ja="勾配の計算にはあなたの関数を使っていないため、学習そのものは模範解答と同じように進みます。"
        "しかし、学習の様子を確かめるために見る{role}の値は正しくありません。",
    ),
    "process_ended": Text(
        en="A process that was training ended unexpectedly (exit code {code}); "
        "perhaps the computer ran out of memory.",
        ja="学習中のプロセスが予期せず終了しました（終了コード {code}）。"
        "コンピューターのメモリーが足りなくなった可能性があります。",
    ),
    "run": Text(en="{lab}: {run}", ja="{lab}: {run}"),
    "run_reference": Text(en="reference", ja="模範解答"),
    "run_without": Text(en="without", ja="なし"),
    "run_yours": Text(en="with your {name}", ja="あなたの {name}"),
    "diverges": Text(
        en="The training diverges: from update {update} on the loss is no longer a finite number.",
        ja="学習が発散しました。更新 {update} 回目で損失が有限の数ではなくなりました。",
    ),
    "diverges_late": Text(
        en="The first losses were right, so look for numbers that your function "
        "cannot handle, such as very large ones.",
        ja="最初のうちの損失は正しいので、あなたの関数がうまく扱えない数（たとえば非常に大きな数）が"
        "ないか調べてみましょう。",
    ),
    "metric": Text(
        en="{label}: {value} (reference: {reference})",
        ja="{label}: {value}（模範解答: {reference}）",
    ),
    "metric_of_three": Text(
        en="{label}: {value} (reference: {reference}, without: {without})",
        ja="{label}: {value}（模範解答: {reference}、なし: {without}）",
    ),
}
