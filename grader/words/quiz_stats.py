"""What `grader quiz stats` says about the questions of a confirmation test."""

from grader.words import Text

TEXTS: dict[str, Text] = {
    "too_long": Text(
        en="{file} is longer than {limit} bytes; split it.",
        ja="{file} が {limit} バイトを超えています。分割してください。",
    ),
    "no_results": Text(
        en="{file} does not hold results as “grader quiz grade --format json” writes them.",
        ja="{file} は grader quiz grade --format json が書き出した採点結果ではありません。",
    ),
    "version": Text(
        en="{quiz} · version {digest}",
        ja="{quiz}・版 {digest}",
    ),
    "results": Text(en="Results: {count}", ja="採点結果 {count} 件"),
    "question": Text(en="Question", ja="問題"),
    "answers": Text(en="Answers", ja="解答数"),
    "difficulty": Text(en="Right", ja="正答率"),
    "discrimination": Text(en="Discr.", ja="識別力"),
    "wrong": Text(en="Most given wrong answer", ja="最も多い誤答"),
    "legend": Text(
        en="Right: share of right answers. Discr.: correlation of the points of a question with "
        "those of all the others, from -1 to 1; near 0 or below, look at the question again. "
        "Options are named as in the author's file.",
        ja="正答率は、解答のうち正解の割合です。識別力は、その問題の得点と残りの問題の合計点との"
        "相関で、-1 から 1 の値です。0 に近いか負のときは、問題を見直してください。"
        "選択肢の記号は問題ファイルでの並び順です。",
    ),
    "figure_title": Text(
        en="Confirmation tests: share of right answers to each question",
        ja="確認テスト: 問題ごとの正答率",
    ),
    "figure_values": Text(
        en="{share} right, discrimination {discrimination}",
        ja="正答率 {share}・識別力 {discrimination}",
    ),
    "figure_wrong": Text(
        en="most given wrong answer: {wrong}",
        ja="最も多い誤答: {wrong}",
    ),
}
