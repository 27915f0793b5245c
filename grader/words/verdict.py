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
