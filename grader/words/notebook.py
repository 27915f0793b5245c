"""What is said about Jupyter notebooks: as submissions, as exercises, and from within one."""

from grader.words import Text

TEXTS = {
    "cell": Text(en="cell {number}", ja="セル {number}"),
    "input": Text(en="cell In [{number}]", ja="セル In [{number}]"),
    "lines_counted": Text(
        en="The answer is in {cell}; lines are counted from the top of that cell.",
        ja="{cell} に解答があります。行番号はそのセルの先頭から数えています。",
    ),
    "syntax_error": Text(
        en="{cell}, line {line}: Python cannot read this line ({error}):  {text}",
        ja="{cell} の {line} 行目: この行は Python の文法に合っていません（{error}）:  {text}",
    ),
    "load_error": Text(
        en="{cell}, line {line}: the cell stopped with {type} while it was being run: {message}",
        ja="{cell} の {line} 行目: セルの実行中に {type} が発生しました: {message}",
    ),
    "defined_again": Text(
        en="Defined in several cells ({others} and {last}); the last one was graded.",
        ja="複数のセル（{others} と {last}）で定義されています。最後のものを採点しました。",
    ),
    "no_notebook": Text(
        en="{path} is not a notebook that can be read. Open it in Jupyter and save it again.",
        ja="{path} はノートブックとして読み込めません。Jupyter で開いて保存し直してください。",
    ),
    "other_format": Text(
        en="{path} is a notebook of format {format}; format 4 is needed. "
        "Open it in Jupyter and save it again.",
        ja="{path} は形式 {format} のノートブックです。形式 4 が必要なので、"
        "Jupyter で開いて保存し直してください。",
    ),
    "too_large": Text(
        en="{path} is larger than {size} MiB. Clear its outputs and save it again.",
        ja="{path} は {size} MiB を超えています。出力を消去してから保存し直してください。",
    ),
    "too_many_cells": Text(
        en="{path} has more than {limit} cells; that is not a notebook of answers.",
        ja="{path} のセルが {limit} 個を超えています。解答のノートブックとしては多すぎます。",
    ),
    "too_much_code": Text(
        en="{path} holds more than {size} KiB of code; that is not a notebook of answers.",
        ja="{path} のコードが {size} KiB を超えています。解答のノートブックとしては多すぎます。",
    ),
    "setup": Text(
        en="Run this cell first. It needs the package `kakunin-grader` in this kernel, and the "
        "notebook has to lie inside the course folder.",
        ja="最初にこのセルを実行してください。このカーネルに `kakunin-grader` が"
        "インストールされていて、ノートブックが講座のフォルダの中にある必要があります。",
    ),
    "hints": Text(
        en="Fill in every `___`, run the cell, then run the one below it. A hint: `grader hint {name}` in a terminal.",
        ja="`___` をすべて埋めてセルを実行し、続けて下のセルを実行してください。ヒントは端末で `grader hint {name}` を実行すると表示されます。",
    ),
    "written": Text(en="{file} written.", ja="{file} を書き出しました。"),
    "unchanged": Text(
        en="{file} is already there as it would be written.",
        ja="{file} はすでに同じ内容で存在します。",
    ),
    "in_the_way": Text(
        en="{file} is there already and may hold your answers; it was left as it is. "
        "To replace it: --force",
        ja="{file} はすでにあり、解答が書き込まれている可能性があるため、そのままにしました。"
        "置き換えるには --force を付けてください。",
    ),
    "not_defined": Text(
        en="No cell that was run so far defines {name}. Run the cell with your answer first.",
        ja="{name} を定義するセルがまだ実行されていません。先に解答のセルを実行してください。",
    ),
    "internal": Text(
        en="This is a fault of the grader, not of your code ({type}: {error}).",
        ja="これはあなたのコードではなく grader 側の不具合です（{type}: {error}）。",
    ),
    "judge_gone": Text(
        en="The grader's process ended unexpectedly; the next check starts a new one. ({reason})",
        ja="採点用のプロセスが予期せず終了しました。次の採点では新しく起動します。（{reason}）",
    ),
}
