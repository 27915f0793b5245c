"""What the author of a quiz is told about its file."""

from grader.words import Text

TEXTS: dict[str, Text] = {
    "at": Text(en="{place}: {said}", ja="{place}: {said}"),
    "file_unreadable": Text(
        en="this file cannot be read ({error}).",
        ja="このファイルを読めません（{error}）。",
    ),
    "front_missing": Text(
        en="the file does not begin with front matter: `---`, `title: …`, `---`.",
        ja="ファイルの先頭に `---`、`title: …`、`---` がありません。",
    ),
    "title_missing": Text(
        en="the front matter has no `title:`.",
        ja="先頭の設定に `title:` がありません。",
    ),
    "front_line": Text(
        en="“{line}” is not `key: value`.",
        ja="「{line}」は `key: value` の形になっていません。",
    ),
    "front_key": Text(
        en="`{key}` is unknown here, or stands here twice. Known: {known}.",
        ja="`{key}` は使えないか、2 回書かれています。使えるもの: {known}",
    ),
    "number_expected": Text(
        en="`{name}` has to be a whole number, not “{value}”.",
        ja="`{name}` は整数で書いてください（「{value}」ではなく）。",
    ),
    "no_questions": Text(
        en="there is no question. A question begins with `## ` and its title.",
        ja="問題がありません。問題は `## ` と見出しで始めます。",
    ),
    "heading_level": Text(
        en="`#` is not needed: the title stands in the front matter. Questions begin with `##`.",
        ja="`#` は不要です。題名は先頭の設定に書き、問題は `##` で始めます。",
    ),
    "comment_missing": Text(
        en="below this heading, `<!-- q: id=… points=… -->` is missing.",
        ja="この見出しの直後に `<!-- q: id=… points=… -->` がありません。",
    ),
    "comment_unclear": Text(
        en="this comment looks like a question's, but does not begin with `<!-- q: `.",
        ja="このコメントは問題のものに似ていますが、`<!-- q: ` で始まっていません。",
    ),
    "comment_twice": Text(
        en="this question already has its `<!-- q: … -->`. Is a `##` missing?",
        ja="この問題にはすでに `<!-- q: … -->` があります。`##` を忘れていませんか。",
    ),
    "comment_without_heading": Text(
        en="`<!-- q: … -->` stands before the first `##`.",
        ja="`<!-- q: … -->` が最初の `##` より前にあります。",
    ),
    "id_missing": Text(
        en="the comment has no `id=` of small letters, digits and hyphens.",
        ja="コメントに `id=` がありません。英小文字、数字、ハイフンで書いてください。",
    ),
    "id_twice": Text(
        en="the id `{id}` is used by an earlier question of this file.",
        ja="id `{id}` はこのファイルの前の問題で使われています。",
    ),
    "attribute_unknown": Text(
        en="`{name}=` is unknown in this comment. Known: {known}.",
        ja="`{name}=` はこのコメントでは使えません。使えるもの: {known}",
    ),
    "setting_unclear": Text(
        en="“{word}” is not `key=value`, or its key stands there twice.",
        ja="「{word}」は `key=value` の形になっていないか、同じキーが 2 回あります。",
    ),
    "setting_unknown": Text(
        en="`{name}=` is unknown in an answer of kind `{kind}`.",
        ja="`{name}=` は `{kind}` の答えでは使えません。",
    ),
    "points_unreadable": Text(
        en="“{points}” is not a number of points between 0 and 100.",
        ja="「{points}」は配点として読み取れません（0 より大きく 100 以下）。",
    ),
    "level_unreadable": Text(
        en="“{level}” is not a level: write 1, 2 or 3.",
        ja="「{level}」は難易度として読み取れません。1、2、3 のいずれかです。",
    ),
    "type_unknown": Text(
        en="`type={type}` is unknown: write `multi`, or leave it out.",
        ja="`type={type}` は使えません。`multi` と書くか、省略してください。",
    ),
    "html": Text(
        en="HTML is not allowed here (only `<details>` and comments at the margin).",
        ja="ここに HTML は書けません（行頭の `<details>` とコメントだけが使えます）。",
    ),
    "details_unclear": Text(
        en="this HTML is not understood. Write `<details><summary>Answer</summary>` alone on its line with an empty line after it, and `</details>` with an empty line before it.",
        ja="この HTML は読み取れません。`<details><summary>…</summary>` だけの行の後に空行を、`</details>` の前に空行を入れてください。",
    ),
    "details_open": Text(
        en="this `<details>` is not closed.",
        ja="この `<details>` が閉じられていません。",
    ),
    "summary_unknown": Text(
        en="the summary “{summary}” is unknown or comes twice. Write one of: {known}.",
        ja="見出し「{summary}」は使えないか、2 回あります。使えるもの: {known}",
    ),
    "after_answer": Text(
        en="this stands after a folded part. Questions end with hints and the answer.",
        ja="折りたたみの後に本文があります。問題の最後にはヒントと解答だけを置いてください。",
    ),
    "after_options": Text(
        en="this stands after the options. Put it before them.",
        ja="選択肢の後に本文があります。選択肢より前に移してください。",
    ),
    "quotation_at_margin": Text(
        en="this quotation stands after the options. Indent it by two spaces, so that it belongs to the option above it.",
        ja="この引用は選択肢の後にあります。上の選択肢に属するように、空白 2 つで字下げしてください。",
    ),
    "key_not_folded": Text(
        en="the answer block stands in the open. Put it inside `<details>`.",
        ja="解答ブロックが見えるところにあります。`<details>` の中に移してください。",
    ),
    "no_key": Text(
        en="this question has neither options nor an answer block.",
        ja="この問題には選択肢も解答ブロックもありません。",
    ),
    "two_keys": Text(
        en="this question has two keys. Either tick options or write one answer block.",
        ja="解答が 2 つあります。選択肢に印を付けるか、解答ブロックを 1 つ書くか、どちらかにしてください。",
    ),
    "no_tick": Text(
        en="no option is ticked. Write `[x]` for the right one, or an answer block with its letter.",
        ja="どの選択肢にも印がありません。正解に `[x]` と書くか、解答ブロックに文字を書いてください。",
    ),
    "several_ticks": Text(
        en="several options are ticked, but the question is `type=choice`.",
        ja="複数の選択肢に印がありますが、`type=choice` になっています。",
    ),
    "two_lists": Text(
        en="this is a second list of options. Begin every option of a list with the same sign, `- `.",
        ja="選択肢のリストが 2 つあります。選択肢はすべて同じ記号 `- ` で始めてください。",
    ),
    "box_missing": Text(
        en="this option has no box. Begin it with `[ ] ` or `[x] `: half-width signs, one in the box and a space behind it.",
        ja="この選択肢に枠がありません。半角で `[ ] ` か `[x] ` と書き始めてください（枠の中は 1 文字、枠の後に空白）。",
    ),
    "option_like": Text(
        en="“{line}” looks like an option, but is read as text. Begin an option at the margin with `- [ ] ` or `- [x] `: half-width signs, a space behind the hyphen and behind the box.",
        ja="「{line}」は選択肢に似ていますが、本文として読まれます。選択肢は、半角の `- [ ] ` か `- [x] ` で行頭から書き始めてください（ハイフンの後と枠の後に空白）。",
    ),
    "option_empty": Text(
        en="this option is empty.",
        ja="この選択肢は空です。",
    ),
    "too_few_options": Text(
        en="there are fewer than two options to choose from.",
        ja="選択肢が 2 つ未満です。",
    ),
    "too_many_options": Text(
        en="there are more options than letters.",
        ja="選択肢が多すぎて、文字が足りません。",
    ),
    "letter_unknown": Text(
        en="“{letter}” names no option.",
        ja="「{letter}」という選択肢はありません。",
    ),
    "letter_out_of_order": Text(
        en="this item has to begin with `{letter}. `.",
        ja="この項目は `{letter}. ` で始めてください。",
    ),
    "options_and_answer": Text(
        en="an answer of kind `{kind}` is typed, but the question has options.",
        ja="`{kind}` は入力する答えですが、この問題には選択肢があります。",
    ),
    "kind_missing": Text(
        en="the answer block does not say its kind, as in `answer numeric`.",
        ja="解答ブロックに種類がありません。`answer numeric` のように書いてください。",
    ),
    "kind_unknown": Text(
        en="there is no answer of kind `{kind}`. Known: {known}.",
        ja="`{kind}` という種類の答えはありません。使えるもの: {known}",
    ),
    "answer_empty": Text(
        en="the answer block is empty, or an alternative in it is.",
        ja="解答ブロック、またはその中の別解が空です。",
    ),
    "one_line": Text(
        en="an answer of kind `{kind}` has one line.",
        ja="`{kind}` の答えは 1 行で書きます。",
    ),
    "key_unreadable": Text(
        en="“{key}” cannot be read as an answer of this kind. Write it as learners type it, without dollar signs and backticks. They are told: {why}",
        ja="「{key}」をこの種類の答えとして読み取れません。`$` やバッククォートを付けずに、学習者が入力するとおりに書いてください。学習者への案内: {why}",
    ),
    "formula_undefined": Text(
        en="`{formula}` has hardly any values there. Narrow the numbers down with `domain=positive` or `domain=0..1`.",
        ja="`{formula}` はほとんどの点で値がありません。`domain=positive` や `domain=0..1` で範囲を絞ってください。",
    ),
    "formulas_differ": Text(
        en="`{formula}` is not the same function as the first line.",
        ja="`{formula}` は 1 行目と同じ関数ではありません。",
    ),
    "function_unknown": Text(
        en="“{written}” does not say which known function it is, as in `g:sigmoid`.",
        ja="「{written}」がどの関数か分かりません。`g:sigmoid` のように書いてください。",
    ),
    "domain_unknown": Text(
        en="“{written}” is no domain: write `positive`, `real` or `0..1`.",
        ja="「{written}」は範囲として読み取れません。`positive`、`real`、`0..1` のように書いてください。",
    ),
    "blank_unknown": Text(
        en="“{line}” does not begin with the name of a blank in this question's code ({known}).",
        ja="「{line}」が、この問題のコードにある空欄の名前（{known}）で始まっていません。",
    ),
    "blank_without_key": Text(
        en="the key lacks blank {names}.",
        ja="解答に空欄 {names} がありません。",
    ),
    "blanks_without_code": Text(
        en="the code has blanks, but the answer is not of kind `code`.",
        ja="コードに空欄がありますが、答えの種類が `code` ではありません。",
    ),
    "check_without_code": Text(
        en="`check=` runs blanks, but the answer is not of kind `code`.",
        ja="`check=` は空欄を実行するためのものですが、答えの種類が `code` ではありません。",
    ),
    "order_unreadable": Text(
        en="“{line}” is no order. Write it like `2 > 1 = 3`.",
        ja="「{line}」は順序として読み取れません。`2 > 1 = 3` のように書いてください。",
    ),
    "order_incomplete": Text(
        en="the key has to name each of the {count} items of the numbered list at the end once.",
        ja="末尾の番号付きリストにある {count} 個の項目を、1 回ずつ書いてください。",
    ),
    "match_needs_lists": Text(
        en="a match needs a numbered list, and right after it a list with `A. `, `B. `, …",
        ja="組み合わせ問題には、番号付きリストと、その直後に `A. `、`B. `… で始まるリストが必要です。",
    ),
    "match_needs_block": Text(
        en="there are lettered choices, but the answer is not of kind `match`.",
        ja="文字付きのリストがありますが、答えの種類が `match` ではありません。",
    ),
    "match_unreadable": Text(
        en="“{line}” is no pair. Write it like `1: B`, each number once.",
        ja="「{line}」は組み合わせとして読み取れません。番号ごとに 1 回、`1: B` のように書いてください。",
    ),
    "match_incomplete": Text(
        en="not every item has a partner in the key.",
        ja="解答に相手のない項目があります。",
    ),
    "rubric_missing": Text(
        en="an essay needs a rubric: `- [ ] (1) what has to be said`.",
        ja="記述問題には採点基準が必要です: `- [ ] (1) 書くべきこと`",
    ),
    "rubric_points": Text(
        en="an item of a rubric begins with an empty box and its points: `- [ ] (1) `.",
        ja="採点基準の項目は、空の枠と配点で始めます: `- [ ] (1) `",
    ),
    "rubric_without_essay": Text(
        en="there is a rubric, but the answer is not of kind `essay`.",
        ja="採点基準がありますが、答えの種類が `essay` ではありません。",
    ),
    "limit_unreadable": Text(
        en="`max={limit}` is not a number of characters between 1 and 5000.",
        ja="`max={limit}` は文字数として読み取れません（1 から 5000 まで）。",
    ),
    "distractor_unclear": Text(
        en="a known wrong answer is written as code alone (between backticks), with a quotation (`>`) below it, indented by two spaces.",
        ja="よくある誤答は、コード（バッククォートで囲む）だけの項目と、その下に空白 2 つで字下げした引用（`>`）で書きます。",
    ),
    "distractor_like": Text(
        en="this looks like a known wrong answer, but is read as part of the explanation. Known wrong answers stand in one list: `- ` and the answer alone as code (between backticks), then on the next line, indented by two spaces, a quotation (`> `) that says why it is wrong. If it does belong to the explanation, put some words beside it.",
        ja="よくある誤答に似ていますが、解説の一部として読まれます。よくある誤答は 1 つのリストにまとめ、`- ` の後に答えだけをコード（バッククォート）で書き、次の行に空白 2 つで字下げした引用（`> `）で、なぜ誤りなのかを書きます。解説の一部であれば、言葉を添えてください。",
    ),
    "distractor_unwanted": Text(
        en="known wrong answers are for typed answers, not for kind `{kind}`.",
        ja="よくある誤答は、入力する答えのためのものです（`{kind}` では使えません）。",
    ),
    "mistake_unclear": Text(
        en="this comment does not name a mistake as in `<!-- mistake: day2/section3_overfitting/l2_gradient/factor-two -->`.",
        ja="このコメントから間違いの id を読み取れません。`<!-- mistake: day2/section3_overfitting/l2_gradient/factor-two -->` のように書いてください。",
    ),
    "mistake_misplaced": Text(
        en="`<!-- mistake: … -->` belongs inside the item of a wrong option or a known wrong answer, once, alone on its line right above the quotation.",
        ja="`<!-- mistake: … -->` は、誤りの選択肢またはよくある誤答の項目の中で、引用のすぐ上に 1 行だけ書いてください。",
    ),
    "mistake_of_right": Text(
        en="the option {letter} is right, but names a mistake.",
        ja="選択肢 {letter} は正解ですが、間違いの id が書かれています。",
    ),
    "mistake_short": Text(
        en="the mistake {id} lacks the path of its exercise. Write {full}.",
        ja="間違い {id} に課題のパスがありません。{full} と書いてください。",
    ),
    "mistake_elsewhere": Text(
        en="the mistake {id} is not one of {exercise}, the exercise of this question.",
        ja="間違い {id} は、この問題の課題 {exercise} のものではありません。",
    ),
}
