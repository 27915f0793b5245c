"""What keeps Python from reading a student's file."""

from grader.words import Text

TEXTS = {
    "full_width": Text(
        en="Line {line}, column {column}: `{found}` is a full-width character. Outside of strings "
        "and comments, Python needs the half-width `{wanted}`.",
        ja="{line} 行目の {column} 文字目: `{found}` は全角文字です。文字列とコメントの外では、"
        "半角の `{wanted}` を使います。",
    ),
    "full_width_several": Text(
        en="Line {line} has full-width characters: {found}. Outside of strings and comments, "
        "Python needs the half-width {wanted}.",
        ja="{line} 行目に全角文字 {found} があります。文字列とコメントの外では、"
        "半角の {wanted} を使います。",
    ),
    "full_width_space": Text(
        en="Line {line}, column {column}: there is a full-width space. Outside of strings and "
        "comments, Python accepts half-width spaces only.",
        ja="{line} 行目の {column} 文字目: 全角スペースがあります。文字列とコメントの外では、"
        "半角スペースを使います。",
    ),
    "space": Text(
        en="Line {line}, column {column}: there is a special space ({code}), which Python does not "
        "accept; an ordinary space belongs there.",
        ja="{line} 行目の {column} 文字目: 特殊な空白文字（{code}）があります。"
        "通常の半角スペースに直してください。",
    ),
    "invisible": Text(
        en="Line {line}, column {column}: there is an invisible character ({code}); delete it.",
        ja="{line} 行目の {column} 文字目: 目に見えない文字（{code}）があります。削除してください。",
    ),
    "quote": Text(
        en="Line {line}, column {column}: `{found}` is a typographic quotation mark. "
        "Python needs the plain `{wanted}`.",
        ja="{line} 行目の {column} 文字目: `{found}` は文章用の引用符です。"
        "Python では半角の `{wanted}` を使います。",
    ),
    "written_otherwise": Text(
        en="Line {line}, column {column}: Python does not know `{found}`; it is written "
        "`{wanted}` in code.",
        ja="{line} 行目の {column} 文字目: Python では `{found}` を使えません。"
        "コードでは `{wanted}` と書きます。",
    ),
    "character": Text(
        en="Line {line}, column {column}: `{found}` cannot be used in Python code outside of "
        "strings and comments.",
        ja="{line} 行目の {column} 文字目: `{found}` は、文字列とコメントの外では使えません。",
    ),
    "merge_conflict": Text(
        en="This line was left by Git: two versions of the file were not joined completely. Keep "
        "one of them, and delete the lines `<<<<<<<`, `=======` and `>>>>>>>`.",
        ja="この行は Git のマージの衝突で残った印です。どちらか一方の内容を残し、"
        "`<<<<<<<`、`=======`、`>>>>>>>` の行を削除してください。",
    ),
    "prompt": Text(
        en="`{prompt}` is the prompt of the interactive Python, pasted along with the code; it is "
        "no part of the code.",
        ja="`{prompt}` は対話モードの Python が表示する記号で、コードの一部ではありません。"
        "コードと一緒に貼り付けられています。",
    ),
    "code_fence": Text(
        en="Three backticks mark code in a text (Markdown); they are no part of the code.",
        ja="3 つのバッククォートは文書（Markdown）の中でコードを示す記号で、"
        "コードの一部ではありません。",
    ),
    "notebook": Text(
        en="A line that begins with `{text}` is a command for a notebook, not Python.",
        ja="`{text}` で始まる行はノートブック用の命令で、Python のコードではありません。",
    ),
    "tabs": Text(
        en="Some lines are indented with tabs and some with spaces, so Python cannot compare them. "
        "Use spaces everywhere.",
        ja="インデントにタブとスペースが混ざっているため、Python が深さを比べられません。"
        "すべてスペースに揃えてください。",
    ),
    "unindent": Text(
        en="This line is not indented as far as any of the blocks it could belong to.",
        ja="この行のインデントが、前にあるどのブロックとも揃っていません。",
    ),
    "unexpected_indent": Text(
        en="This line is indented further than the one before, although no new block begins here.",
        ja="新しいブロックが始まる場所ではないのに、この行のインデントが前の行より深くなっています。",
    ),
    "block_expected": Text(
        en="After line {line} there has to be a block, indented further than that line.",
        ja="{line} 行目の後には、それより深くインデントしたブロックが必要です。",
    ),
    "never_closed": Text(
        en="The bracket `{bracket}` opened in line {line}, column {column}, has no `{closing}` "
        "that closes it.",
        ja="{line} 行目の {column} 文字目で開いた括弧 `{bracket}` が、"
        "`{closing}` で閉じられていません。",
    ),
    "slice_in_round_brackets": Text(
        en="A colon between round brackets is no Python. A part of an array is taken with square brackets, as in `image[0:2]`.",
        ja="丸括弧の中のコロンは Python の文法にありません。配列の一部を取り出すときは、`image[0:2]` のように角括弧を使います。",
    ),
    "unmatched": Text(
        en="The `{bracket}` in column {column} closes a bracket that was never opened.",
        ja="{column} 文字目の `{bracket}` に対応する開き括弧がありません。",
    ),
    "mismatched": Text(
        en="`{closing}` cannot close the bracket `{opening}` that was opened in line {line}.",
        ja="{line} 行目で開いた括弧 `{opening}` は、`{closing}` では閉じられません。",
    ),
    "latex": Text(
        en="`{text}` belongs to LaTeX; Python cannot read formulas written that way.",
        ja="`{text}` は LaTeX の書き方です。Python は LaTeX の数式を読み取れません。",
    ),
    "backslash": Text(
        en="Outside of strings a backslash may only be the very last character of a line.",
        ja="文字列の外でバックスラッシュ（`\\` や `￥`）を書けるのは、行の最後の文字としてだけです。",
    ),
    "else_if": Text(
        en="`else if` is written `elif` in Python.",
        ja="`else if` は、Python では `elif` と書きます。",
    ),
    "colon": Text(
        en="The `{word}` of this line needs a `:` at its end, before the block.",
        ja="この行の `{word}` の最後（ブロックの前）に `:` が必要です。",
    ),
    "colon_somewhere": Text(
        en="A `:` is missing here.",
        ja="ここに `:` がありません。",
    ),
    "equals": Text(
        en="A single `=` gives a name a value. To compare, write `==`.",
        ja="`=` 1 つは名前に値を入れる記号です。比較するときは `==` と書きます。",
    ),
    "assign": Text(
        en="On the left of `=` there has to be something that can be given a value, such as a name "
        "or an element. To compare, write `==`.",
        ja="`=` の左側には、変数名や配列の要素など、値を入れられるものを書きます。"
        "比較するときは `==` と書きます。",
    ),
    "keyword_argument": Text(
        en="Between the brackets of a call, only the plain name of a parameter can stand before "
        "`=`. To compare, write `==`.",
        ja="呼び出しの括弧の中で `=` の前に書けるのは、引数の名前だけです。"
        "比較するときは `==` と書きます。",
    ),
    "call_brackets": Text(
        en="`{name}` is a function, so what it is given stands in round brackets; it could do "
        "without them only in Python 2.",
        ja="`{name}` は関数なので、引数を丸括弧で囲みます。括弧を省けるのは Python 2 だけです。",
    ),
    "string": Text(
        en="The string that begins in column {column} is not closed on this line.",
        ja="{column} 文字目から始まる文字列が、この行で閉じられていません。",
    ),
    "string_quote": Text(
        en="The string is not closed: `{found}` in column {column} is a typographic quotation mark, "
        "which Python does not take for the end of a string.",
        ja="文字列が閉じられていません。{column} 文字目の `{found}` は文章用の引用符で、"
        "Python では文字列の終わりになりません。",
    ),
    "string_triple": Text(
        en="The string that begins with three quotation marks in line {line} is never closed.",
        ja="{line} 行目で 3 つの引用符から始まる文字列が、最後まで閉じられていません。",
    ),
    "f_string": Text(
        en="In the f-string of this line, Python cannot read what stands between `{open}` and "
        "`{close}`.",
        ja="この行の f-string で、`{open}` と `{close}` の間を Python が読み取れません。",
    ),
    "blank": Text(
        en="This line still holds the blank `{name}`. The whole of `{name}` has to be replaced by "
        "your code.",
        ja="この行に空欄 `{name}` が残っています。`{name}` 全体を自分のコードに置き換えてください。",
    ),
    "operator": Text(
        en="Python has no operator `{written}`; it is written `{wanted}`.",
        ja="Python に `{written}` という演算子はありません。`{wanted}` と書きます。",
    ),
    "keyword_name": Text(
        en="`{word}` is a word of the language itself and cannot be a name.",
        ja="`{word}` は Python の予約語なので、名前として使えません。",
    ),
    "keyword_near": Text(
        en="Python does not know what to do with `{word}` here. Is `{near}` meant?",
        ja="ここの `{word}` は Python の命令として読み取れません。`{near}` のことですか。",
    ),
    "number": Text(
        en="In column {column} a number runs straight into letters. A name cannot begin with a "
        "digit, and a product needs its `*`.",
        ja="{column} 文字目の数に文字が直接続いています。名前は数字で始められず、"
        "掛け算の `*` は省略できません。",
    ),
    "leading_zeros": Text(
        en="A whole number cannot begin with 0.",
        ja="整数を 0 から書き始めることはできません。",
    ),
    "alone": Text(
        en="There is no block before this line, at the same indentation, that this `{word}` could "
        "belong to.",
        ja="この `{word}` と組になるブロックが、前の同じインデントの位置にありません。",
    ),
    "def_brackets": Text(
        en="In a `def` line the name is followed by round brackets, even if nothing stands in them.",
        ja="`def` の行では、関数名の後に丸括弧を書きます。引数がなくても省略できません。",
    ),
    "positional_last": Text(
        en="In a call, arguments without a name come before those with a name.",
        ja="呼び出しでは、名前のない引数を、名前付きの引数より前に書きます。",
    ),
    "if_expression": Text(
        en="`… if …` inside an expression needs an `else` part, too.",
        ja="式の中の `… if …` には `else` の部分も必要です。",
    ),
    "comma": Text(
        en="From column {column} on, two expressions follow each other with nothing in between: "
        "an operator or a comma is missing.",
        ja="{column} 文字目からの部分で、2 つの式が間に何もなく並んでいます。"
        "演算子かコンマが抜けています。",
    ),
    "side_by_side": Text(
        en="`{left}` and `{right}` follow each other with nothing in between that joins them.",
        ja="`{left}` と `{right}` の間に、2 つをつなぐものがありません。",
    ),
    "incomplete": Text(
        en="The line ends after `{last}`, where something more is needed.",
        ja="`{last}` の後に続きが必要ですが、行が終わっています。",
    ),
    "unexpected": Text(
        en="Python can read this line only up to the `{text}` in column {column}.",
        ja="Python が読み取れるのは、{column} 文字目の `{text}` の手前までです。",
    ),
}
