"""What is said about submissions that cannot be found, read or loaded."""

from grader.words import Text

TEXTS = {
    "missing": Text(
        en="There is no submission at {path} ({error}).",
        ja="提出物 {path} を開けません（{error}）。",
    ),
    "folder_unreadable": Text(
        en="The submission folder {path} cannot be read. Check its permissions.",
        ja="提出フォルダ {path} を読み込めません。アクセス権を確認してください。",
    ),
    "not_python": Text(
        en="{path} is neither a folder nor a .py, .ipynb or .zip file.",
        ja="{path} はフォルダでも .py、.ipynb、.zip ファイルでもありません。",
    ),
    "file_for_several": Text(
        en="{path} is a single file, but {count} exercises are selected. "
        "Name the one it answers: grader check EXERCISE --submission {path}",
        ja="{path} は一つのファイルですが、演習が {count} 件選ばれています。"
        "対応する演習を指定してください: grader check 演習名 --submission {path}",
    ),
    "special_file": Text(
        en="{file} is a link or a special file. Hand in an ordinary file.",
        ja="{file} はリンクか特殊ファイルです。通常のファイルを提出してください。",
    ),
    "file_unreadable": Text(
        en="{file} cannot be read ({error}).",
        ja="{file} を読み込めません（{error}）。",
    ),
    "too_large": Text(
        en="{file} is larger than 200 KiB; that is not an answer to this exercise.",
        ja="{file} は 200 KiB を超えています。演習の解答としては大きすぎます。",
    ),
    "line_too_long": Text(
        en="{file} has a line of more than {limit} characters; that is not an answer.",
        ja="{file} に {limit} 文字を超える行があります。解答としては長すぎます。",
    ),
    "not_text": Text(
        en="{file} is not UTF-8 text. Save it as UTF-8, or declare its encoding in the first line: "
        "# -*- coding: shift_jis -*-",
        ja="{file} は UTF-8 のテキストではありません。UTF-8 で保存し直すか、"
        "一行目で文字コードを宣言してください: # -*- coding: shift_jis -*-",
    ),
    "syntax_error": Text(
        en="{file}:{line}: Python cannot read this line ({error}):  {text}",
        ja="{file}:{line}: この行は Python の文法に合っていません（{error}）:  {text}",
    ),
    "function_missing": Text(
        en="{file} does not define {name}(). Keep the name of the function as it was given.",
        ja="{file} に {name}() が定義されていません。関数名は元のままにしてください。",
    ),
    "function_renamed": Text(
        en="{file} does not define {name}(); it defines {found}(). "
        "Keep the name of the function as it was given.",
        ja="{file} に {name}() がなく、代わりに {found}() が定義されています。"
        "関数名は元のままにしてください。",
    ),
    "wrong_signature": Text(
        en="{name}() cannot be called as {call}. Keep its parameters as they were given.",
        ja="{name}() を {call} の形で呼び出せません。引数は元のままにしてください。",
    ),
    "import_skipped": Text(
        en="Line {line}: `{module}` is not available here; the import was skipped.",
        ja="{line} 行目: `{module}` はここでは使えないため、import を読み飛ばしました。",
    ),
    "blanks_left": Text(
        en="Still to fill in: {places}.",
        ja="まだ埋まっていない空欄: {places}",
    ),
    "blank_at_line": Text(
        en="blank {label} (line {line})",
        ja="空欄 {label}（{line} 行目）",
    ),
    "not_handed_in": Text(
        en="There is no {name}.py in the submission.",
        ja="提出物に {name}.py がありません。",
    ),
    "not_aligned": Text(
        en="More than the blanks was changed, so the answer was graded as a whole.",
        ja="空欄以外も書き換えられているため、全体として採点しました。",
    ),
    "blanks_alone": Text(
        en="Each blank is judged by itself, with right code in the others.",
        ja="空欄は 1 つずつ、ほかの空欄が正しいものとして判定しています。",
    ),
    "blanks_together": Text(
        en="Each blank works beside right code in the others, but together they do not.",
        ja="どの空欄も、ほかの空欄が正しければ正解になりますが、組み合わせると正しく動きません。",
    ),
    "blocked": Text(
        en="Needs {names} first.",
        ja="先に {names} を解いてください。",
    ),
}
