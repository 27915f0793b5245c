"""What is said about code that could not be run to its end, and about its warnings."""

from grader.words import Text

TEXTS = {
    "load_error": Text(
        en="{file}:{line}: the file stopped with {type} while it was being read: {message}",
        ja="{file}:{line}: ファイルの読み込み中に {type} が発生しました: {message}",
    ),
    "timeout": Text(
        en="No answer within {detail} seconds in “{case}”. Is there a loop that never ends?",
        ja="ケース「{case}」で {detail} 秒以内に結果が返りませんでした。"
        "終わらないループはありませんか。",
    ),
    "crashed": Text(
        en="The Python process died in “{case}” ({detail}).",
        ja="ケース「{case}」の途中で Python のプロセスが終了しました({detail})。",
    ),
    "output": Text(
        en="More than {detail} was printed, so the run was stopped in “{case}”. "
        "Take the print() calls out.",
        ja="出力が {detail} を超えたため、ケース「{case}」で実行を止めました。"
        "print() を取り除いてください。",
    ),
    "memory": Text(
        en="The memory limit was reached in “{case}” ({detail}).",
        ja="ケース「{case}」でメモリの上限に達しました({detail})。",
    ),
    "protocol": Text(
        en="The code interfered with the process that runs it, in “{case}” ({detail}).",
        ja="ケース「{case}」で、コードが実行プロセスに干渉しました({detail})。",
    ),
    "while_loading": Text(en="loading the file", ja="ファイルの読み込み"),
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
    "lab_skipped_todo": Text(en="not trained: blanks are left", ja="空欄があるため学習していません"),
}
