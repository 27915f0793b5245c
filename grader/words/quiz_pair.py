"""What the author is told where the two languages of a quiz differ."""

from grader.words import Text

TEXTS: dict[str, Text] = {
    "not_translated": Text(
        en="the question `{id}` is missing in {file}.",
        ja="問題 `{id}` が {file} にありません。",
    ),
    "not_in_primary": Text(
        en="the question `{id}` is missing in {file}.",
        ja="問題 `{id}` が {file} にありません。",
    ),
    "other_sequence": Text(
        en="the questions come in another order than in the English file.",
        ja="問題の順序が英語のファイルと違います。",
    ),
    "attribute_differs": Text(
        en="`{name}={value}` is not in the English file. Only the id has to be repeated.",
        ja="`{name}={value}` が英語のファイルと違います。繰り返す必要があるのは id だけです。",
    ),
    "part_differs": Text(
        en="{what}: {here} here, {primary} in the English file ({place}). The slip may be in either.",
        ja="{what}: ここでは {here} 個、英語のファイルでは {primary} 個です（{place}）。両方を確かめてください。",
    ),
    "part_options": Text(en="options or items", ja="選択肢または項目"),
    "part_choices": Text(en="lettered choices", ja="文字付きの選択肢"),
    "part_blanks": Text(en="blanks", ja="空欄"),
    "part_distractors": Text(en="known wrong answers", ja="よくある誤答"),
    "part_hints": Text(en="hints", ja="ヒント"),
    "part_rubric": Text(en="items of the rubric", ja="採点基準の項目"),
    "blanks_differ": Text(
        en="the blanks have other names than in the English file.",
        ja="空欄の名前が英語のファイルと違います。",
    ),
    "ticks_differ": Text(
        en="other options are ticked than in the English file. Leave the boxes empty here.",
        ja="印の付いた選択肢が英語のファイルと違います。ここでは枠を空のままにしてください。",
    ),
    "key_differs": Text(
        en="this answer block is not the one in the English file. Leave it out here.",
        ja="解答ブロックが英語のファイルと違います。ここでは省略してください。",
    ),
    "rubric_differs": Text(
        en="this item has other points than in the English file.",
        ja="この項目の配点が英語のファイルと違います。",
    ),
    "feedback_once": Text(
        en="the other language says something about this option, this one does not.",
        ja="もう一方の言語にはこの選択肢の説明がありますが、ここにはありません。",
    ),
    "setting_differs": Text(
        en="`{name}` is not what it is in the English file. Leave it out here.",
        ja="`{name}` が英語のファイルと違います。ここでは省略してください。",
    ),
    "distractor_differs": Text(
        en="this wrong answer is not the one in the English file ({place}).",
        ja="この誤答が英語のファイルのもの（{place}）と違います。",
    ),
    "mistake_differs": Text(
        en="this mistake is not the one in the English file. Leave it out here.",
        ja="間違いの id が英語のファイルと違います。ここでは省略してください。",
    ),
    "model_answer_missing": Text(
        en="the model answer has to be translated: write an `answer essay` block here as well.",
        ja="解答例の訳がありません。ここにも `answer essay` のブロックを書いてください。",
    ),
    "file_missing": Text(
        en="this file is missing. A quiz has one file in each language.",
        ja="このファイルがありません。確認テストには言語ごとにファイルが必要です。",
    ),
}
