"""What is said about blanks: to the student in an exercise, to the author about markers."""

from grader.words import Text

TEXTS: dict[str, Text] = {
    "fill_in": Text(
        en="Fill in every ___, then run",
        ja="___ を埋めて実行",
    ),
    "not_python": Text(
        en="{file}:{line}: this is not valid Python ({reason}).",
        ja="{file}:{line}: Python として読み取れません（{reason}）。",
    ),
    "none": Text(
        en="{file}:{line}: no blank is marked. End a line with `# blank: EXPRESSION`, or put lines "
        "between `# blank` and `# end blank`.",
        ja="{file}:{line}: 空欄の印がありません。行末に `# blank: 式` と書くか、"
        "複数の行を `# blank` と `# end blank` で囲んでください。",
    ),
    "unclear_marker": Text(
        en="{file}:{line}: this comment looks like the mark of a blank, but is none. Write "
        "`# blank: EXPRESSION`, `# blank` or `# end blank`.",
        ja="{file}:{line}: このコメントは空欄の印に似ていますが、印になっていません。"
        "`# blank: 式`、`# blank`、`# end blank` のいずれかで書いてください。",
    ),
    "not_an_expression": Text(
        en="{file}:{line}: `{expression}` after `# blank:` is not an expression. Separate several "
        "with `;`.",
        ja="{file}:{line}: `# blank:` の後の `{expression}` は式ではありません。"
        "複数の式は `;` で区切ってください。",
    ),
    "no_match": Text(
        en="{file}:{line}: `{expression}` is not an expression of this statement. Copy it exactly "
        "as it stands there (text inside f-strings and patterns cannot become a blank).",
        ja="{file}:{line}: `{expression}` という式はこの文にありません。"
        "文の中の式をそのまま書いてください（f-string やパターンの中は空欄にできません）。",
    ),
    "several_matches": Text(
        en="{file}:{line}: `{expression}` occurs {count} times in this statement. Name a larger "
        "expression that occurs once.",
        ja="{file}:{line}: `{expression}` はこの文に {count} 回現れます。"
        "一度だけ現れる、より大きな式を指定してください。",
    ),
    "no_statement": Text(
        en="{file}:{line}: `# blank: …` has to end the line of a statement; this comment stands "
        "alone.",
        ja="{file}:{line}: `# blank: …` は文のある行の末尾に書きます。"
        "このコメントは単独の行にあります。",
    ),
    "outside_function": Text(
        en="{file}:{line}: a blank has to stand inside the body of a function or method, because "
        "the exercise must import before it is filled in.",
        ja="{file}:{line}: 空欄は関数やメソッドの本体の中に置いてください。"
        "埋める前の演習ファイルもインポートできる必要があるためです。",
    ),
    "touches_word": Text(
        en="{file}:{line}: `{expression}` touches the word next to it, and its blank would become "
        "part of that word. Put a space between them.",
        ja="{file}:{line}: `{expression}` が隣の単語に接しているため、"
        "空欄の名前が単語とつながってしまいます。間に空白を入れてください。",
    ),
    "shares_line": Text(
        en="{file}:{line}: `{expression}` is a whole statement that shares its line with another "
        "one. Give it a line of its own.",
        ja="{file}:{line}: `{expression}` はそれだけで一つの文ですが、別の文と同じ行にあります。"
        "単独の行に分けてください。",
    ),
    "overlap": Text(
        en="{file}:{line}: this blank overlaps the one that starts on line {other}.",
        ja="{file}:{line}: この空欄は {other} 行目から始まる空欄と重なっています。",
    ),
    "reserved_name": Text(
        en="{file}:{line}: the name `{identifier}` is kept for blanks; a solution cannot use it.",
        ja="{file}:{line}: `{identifier}` は空欄のための名前なので、解答例では使えません。",
    ),
    "fence_not_alone": Text(
        en="{file}:{line}: `{marker}` has to stand on a line of its own, between statements.",
        ja="{file}:{line}: `{marker}` は文と文の間に、単独の行として書いてください。",
    ),
    "fence_nested": Text(
        en="{file}:{line}: `# blank` inside the block that was opened on line {other}. Close that "
        "one with `# end blank` first.",
        ja="{file}:{line}: {other} 行目で始まったブロックの中に `# blank` があります。"
        "先に `# end blank` で閉じてください。",
    ),
    "fence_not_opened": Text(
        en="{file}:{line}: `# end blank` without a `# blank` before it.",
        ja="{file}:{line}: 対応する `# blank` のない `# end blank` です。",
    ),
    "fence_not_closed": Text(
        en="{file}:{line}: this `# blank` is never closed with `# end blank`.",
        ja="{file}:{line}: この `# blank` が `# end blank` で閉じられていません。",
    ),
    "fence_empty": Text(
        en="{file}:{line}: there is no statement between `# blank` and `# end blank`.",
        ja="{file}:{line}: `# blank` と `# end blank` の間に文がありません。",
    ),
    "fence_cuts": Text(
        en="{file}:{line}: `# blank` … `# end blank` has to enclose whole statements of one block, "
        "all at the same indentation.",
        ja="{file}:{line}: `# blank` から `# end blank` までは、"
        "同じブロックに属する（インデントの揃った）完全な文だけを囲んでください。",
    ),
    "unknown_label": Text(
        en="There is no blank {label} here; the blanks are: {labels}.",
        ja="空欄 {label} はありません。あるのは次の空欄です：{labels}",
    ),
}
