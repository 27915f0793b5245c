"""What `grader lab` says: which labs there are, what could not be trained with, where it drew."""

from grader.words import Text

TEXTS = {
    "unknown_but": Text(
        en="There is no lab “{name}”. Nearest names: {names}. `grader lab` lists all.",
        ja="「{name}」というラボはありません。近い名前: {names}。"
        "`grader lab` で一覧を表示できます。",
    ),
    "unknown": Text(
        en="There is no lab “{name}”. There are: {names}.",
        ja="「{name}」というラボはありません。使えるラボ: {names}",
    ),
    "slot": Text(en="{slot}: exercise {exercise}", ja="{slot}: 演習 {exercise}"),
    "free_slot": Text(en="{slot}: no exercise", ja="{slot}: 対応する演習なし"),
    "metric": Text(en="{label}: {reference}", ja="{label}: {reference}"),
    "metric_of_two": Text(
        en="{label}: {reference} (without: {without})",
        ja="{label}: {reference}（なし: {without}）",
    ),
    "left_out": Text(
        en="{name} was not trained with: {why}", ja="{name} では学習していません: {why}"
    ),
    "file_for_none": Text(
        en="{file} is a single file, and its name is not that of an exercise of the lab {lab}. "
        "These take part: {names}.",
        ja="{file} の名前は、ラボ {lab} に参加する演習の名前と一致しません。参加する演習: {names}",
    ),
    "nothing_answers": Text(
        en="Nothing in {path} answers an exercise of the lab {lab}. These take part: {names}.",
        ja="{path} には、ラボ {lab} に参加する演習の解答がありません。参加する演習: {names}",
    ),
    "seed": Text(en="Seed {seed}", ja="シード {seed}"),
    "seed_and_data": Text(en="Seed {seed} · {data}", ja="シード {seed} · {data}"),
    "written": Text(en="written: {file}", ja="図を書き出しました: {file}"),
    "nothing_to_draw": Text(
        en="{file} was not written: no training came far enough to be drawn.",
        ja="{file} は書き出していません。図にできるところまで進んだ学習がありません。",
    ),
    "no_japanese_font": Text(
        en="No font with Japanese was found, so the figure is labelled in English; "
        "an SVG file needs none.",
        ja="日本語フォントが見つからないため、図の文字は英語にしました。"
        "SVG 形式なら、フォントがなくても日本語で書き出せます。",
    ),
    "interrupted": Text(
        en="Interrupted; finished before that: {done}.",
        ja="中断しました。それまでに終わった学習: {done} 件",
    ),
}
