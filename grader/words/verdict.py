"""What is said about code that could not be run to its end, and about its warnings."""

from grader.words import Text

TEXTS = {
    "load_error": Text(
        en="{file}:{line}: the file stopped with {type} while it was being read: {message}",
        ja="{file}:{line}: ファイルの読み込み中に {type} が発生しました: {message}",
    ),
    "in_case": Text(
        en="In “{case}”: {what}",
        ja="ケース「{case}」: {what}",
    ),
    "loading_stopped": Text(
        en="While the file was being read: {what}",
        ja="ファイルの読み込み中: {what}",
    ),
    "blank_endless": Text(
        en="With this code the function does not come back. Is there a loop that never ends?",
        ja="このコードでは関数の実行が終わりません。終わらないループはありませんか。",
    ),
    "brackets": Text(
        en="With brackets around it, this would be right: an operator beside the blank takes only a part of what you filled in.",
        ja="全体を括弧で囲めば正解になります。空欄の隣の演算子が、書いた式の一部だけにかかってしまっています。",
    ),
    "two_calls_differ": Text(
        en="Two calls with the same arguments give different results. Something is drawn at random, or kept from one call to the next.",
        ja="同じ引数で 2 回呼び出すと、違う結果になります。乱数を使っているか、前の呼び出しの値が残っています。",
    ),
    "remembers": Text(
        en="Called on its own, “{case}” comes out right. Something from earlier calls is kept and changes later results.",
        ja="ケース「{case}」だけを単独で呼び出すと正しい結果になります。前の呼び出しの値が残っていて、後の結果を変えてしまっています。",
    ),
    "order": Text(
        en="The function is called as `{call}`, but yours is `{defined}`: where you expect `{name}`, `{got}` arrives.",
        ja="この関数は `{call}` の順で呼び出されますが、あなたの定義は `{defined}` です。`{name}` のつもりの場所に `{got}` が渡されています。",
    ),
    "loop_changes_nothing": Text(
        en="Line {line}: nothing in this loop changes what its condition depends on ({names}), so once it has begun it never ends.",
        ja="{line} 行目: ループの条件に使われている {names} が、ループの中で一度も変わりません。そのため、いったん始まると終わりません。",
    ),
    "loop_without_way_out": Text(
        en="Line {line}: this loop has neither a `break` nor a `return`, so it never ends.",
        ja="{line} 行目: このループには `break` も `return` もないので、終わることがありません。",
    ),
    "input_called": Text(
        en="Line {line}: input() waits for somebody to type; here nobody does. "
        "Use the arguments of the function.",
        ja="{line} 行目: input() は入力を待ちますが、採点中は誰も入力できません。"
        "関数の引数を使ってください。",
    ),
    "at_line": Text(en="Line {line}: {what}", ja="{line} 行目: {what}"),
    "warned": Text(
        en="{category}: {message}",
        ja="{category}: {message}",
    ),
    "warned_at": Text(
        en="Line {line}: {category}: {message}",
        ja="{line} 行目: {category}: {message}",
    ),
}
