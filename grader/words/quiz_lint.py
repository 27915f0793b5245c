"""What the author of a quiz is told about a quiz that can be read."""

from grader.words import Text

TEXTS: dict[str, Text] = {
    "key_not_right": Text(
        en="the key does not grade itself right: {key}",
        ja="解答そのものが正解と判定されません: {key}",
    ),
    "distractor_not_wrong": Text(
        en="this known wrong answer is not graded wrong: {written}",
        ja="この誤答が不正解と判定されません: {written}",
    ),
    "distractor_twice": Text(
        en="an earlier known wrong answer means the same.",
        ja="前にある誤答と同じ意味です。",
    ),
    "option_twice": Text(
        en="this option says the same as an earlier one.",
        ja="この選択肢は前のものと同じです。",
    ),
    "no_such_section": Text(
        en="the course has no section {id}. `course.toml` names the sections: add it there, or give the quiz the path of one of them.",
        ja="コースに {id} という節はありません。節は `course.toml` に並んでいます。そこに加えるか、ファイルをその中のどれかのパスに置いてください。",
    ),
    "no_such_exercise": Text(
        en="`check={id}` names no exercise of the course. Write an exercise as `day/section/name`.",
        ja="`check={id}` という課題はコースにありません。課題は `day/section/name` の形で書きます。",
    ),
    "no_such_exercise_near": Text(
        en="`check={id}` names no exercise of the course. Near it: {near}.",
        ja="`check={id}` という課題はコースにありません。近いもの: {near}",
    ),
    "no_such_mistake": Text(
        en="the course knows no mistake {id}. Write it as `day/section/exercise/mistake`, with an `id` from the exercise's `mistakes.toml`.",
        ja="間違い {id} はコースに登録されていません。課題の `mistakes.toml` にある `id` を使い、`day/section/exercise/mistake` の形で書きます。",
    ),
    "no_such_mistake_near": Text(
        en="the course knows no mistake {id}. Near it: {near}.",
        ja="間違い {id} はコースに登録されていません。近いもの: {near}",
    ),
    "no_japanese": Text(
        en="there is no Japanese in this text. Was it left untranslated?",
        ja="この文章に日本語がありません。訳し忘れていませんか。",
    ),
    "no_japanese_at_all": Text(
        en="there is no Japanese in this whole file. Is it a copy of the English one?",
        ja="このファイルには日本語がまったくありません。英語のファイルの写しではありませんか。",
    ),
    "japanese_in_english": Text(
        en="there is Japanese in this text of the English file: “{found}”.",
        ja="英語のファイルのこの文章に日本語があります: 「{found}」",
    ),
    "other_blanks": Text(
        en="the blanks of {id} are {names}; the key has others.",
        ja="{id} の空欄は {names} ですが、解答の空欄と違います。",
    ),
    "no_explanation": Text(
        en="this question has no explanation.",
        ja="この問題には解説がありません。",
    ),
    "no_feedback": Text(
        en="the wrong option {letter} has no feedback. Say in a quotation (`>`) why it is wrong.",
        ja="誤りの選択肢 {letter} に説明がありません。引用（`>`）でなぜ誤りなのかを書いてください。",
    ),
    "no_remark": Text(
        en="the known wrong answer {written} has no feedback. Say in the quotation (`>`) why it is wrong.",
        ja="よくある誤答 {written} に説明がありません。引用（`>`）でなぜ誤りなのかを書いてください。",
    ),
    "number_missing": Text(
        en="{number} is missing here; the other language has it ({place}).",
        ja="{number} がここにありません。もう一方の言語にはあります（{place}）。",
    ),
    "image_undescribed": Text(
        en="{image} has no text alternative.",
        ja="{image} に代替テキストがありません。",
    ),
    "image_elsewhere": Text(
        en="{image} does not lie beside the quiz.",
        ja="{image} は確認テストのフォルダーの外にあります。",
    ),
    "image_unread": Text(
        en="this image stays text. Put a name with spaces into angle brackets: (<{name}>).",
        ja="この画像は文字のまま表示されます。空白を含むファイル名は山括弧で囲んでください: (<{name}>)。",
    ),
    "image_missing": Text(
        en="there is no file {image} beside the quiz.",
        ja="{image} というファイルがありません。",
    ),
    "image_type": Text(
        en="{image} is no image that can be shown. Known: {known}.",
        ja="{image} は表示できる画像ではありません。使えるもの: {known}",
    ),
    "image_tells": Text(
        en="the text alternative of {image} contains the answer.",
        ja="{image} の代替テキストに答えが含まれています。",
    ),
    "one_position": Text(
        en="the right option is {letter} in {count} of {total} questions. Move some.",
        ja="{total} 問中 {count} 問で正解が {letter} です。位置をばらつかせてください。",
    ),
    "longest_option": Text(
        en="the right option is the longest one in {count} of {total} questions.",
        ja="{total} 問中 {count} 問で、最も長い選択肢が正解です。",
    ),
    "maths_unknown": Text(
        en="this formula cannot be shown: {reason}",
        ja="この数式は表示できません: {reason}",
    ),
    "dollar_alone": Text(
        en="this dollar sign belongs to no formula. Write `\\$` for a dollar.",
        ja="この `$` は数式の一部になっていません。記号そのものなら `\\$` と書いてください。",
    ),
    "dollar_wide": Text(
        en="this full-width dollar sign begins no formula. Write formulas with half-width ones: `$…$`.",
        ja="全角の「＄」では数式になりません。数式は半角の `$…$` で書いてください。",
    ),
    "dollar_adjacent": Text(
        en="GitHub does not show `${tex}$` as a formula here: put a space before it, and no letter right behind it.",
        ja="ここの `${tex}$` は GitHub で数式になりません。前後に空白を入れてください。",
    ),
}
