"""What the command line says by itself."""

from grader.words import Text

TEXTS = {
    "error": Text(en="grader: {said}", ja="grader: {said}"),
    "internal": Text(
        en="grader: this is a fault of the grader, not of your code ({type}: {error}). "
        "Set GRADER_DEBUG=1 and run the command again to see where it happened.",
        ja="grader: これはあなたのコードではなく grader 側の不具合です（{type}: {error}）。"
        "GRADER_DEBUG=1 を設定して実行し直すと、発生場所が表示されます。",
    ),
    "disk": Text(
        en="grader: the disk could not be written to ({error}). Make room and run the command again.",
        ja="grader: ディスクに書き込めませんでした（{error}）。空きを作ってから、もう一度実行してください。",
    ),
    "interrupted": Text(
        en="Interrupted: {done} of {total} exercises were graded; their results are above.",
        ja="中断しました。{total} 問中 {done} 問の採点結果を表示しています。",
    ),
    "unclaimed": Text(
        en="Files that answer none of these exercises (is the name right?): {files}",
        ja="どの演習の解答でもないファイルがあります（ファイル名は正しいですか）: {files}",
    ),
    "output_pair": Text(
        en="--output takes FORMAT=FILE, such as json=result.json; got “{given}”.",
        ja="--output は json=result.json のように 形式=ファイル名 で指定してください（指定: {given}）。",
    ),
    "unknown_format": Text(
        en="There is no format “{given}”. There are: {names}.",
        ja="「{given}」という形式はありません。使える形式: {names}",
    ),
    "output_folder": Text(
        en="The folder for {file} does not exist. Make it first.",
        ja="{file} を置くフォルダがありません。先に作成してください。",
    ),
    "cannot_write": Text(
        en="{file} cannot be written ({error}).",
        ja="{file} に書き込めません（{error}）。",
    ),
    "sandbox_too_weak": Text(
        en="This machine offers the sandbox level “{level}”, but “{required}” is required.",
        ja="この環境で使えるサンドボックスの強度は {level} ですが、{required} が必要です。",
    ),
    "blanks_filled": Text(en="{filled} of {total} filled", ja="空欄 {total} 個中 {filled} 個記入"),
    "test": Text(en="Confirmation test", ja="確認テスト"),
    "other_tests": Text(
        en="Sections without exercises have confirmation tests too: {count}. To see them: grader quiz take",
        ja="演習のないセクションにも確認テストがあります: {count} 件。一覧を見るには: grader quiz take",
    ),
    "test_not_begun": Text(en="not begun", ja="未受験"),
    "test_right": Text(en="{right} of {total} right", ja="{total} 問中 {right} 問正解"),
    "file_missing": Text(en="no file", ja="ファイルなし"),
    "rewritten": Text(en="rewritten", ja="書き換えあり"),
    "show_where": Text(
        en="Your file:  {file}\nGrade it:   {command}",
        ja="解答ファイル:  {file}\n採点コマンド:  {command}",
    ),
    "reset_ask": Text(
        en="{file} holds your work. Replace it by the empty exercise? (A copy is kept.)",
        ja="{file} には記入済みの内容があります。空の演習に戻しますか。（控えを残します）",
    ),
    "reset_nothing": Text(
        en="{file} is already the empty exercise.",
        ja="{file} はすでに空の演習です。",
    ),
    "reset_done": Text(
        en="{file} is the empty exercise again.",
        ja="{file} を空の演習に戻しました。",
    ),
    "reset_kept": Text(en="Your work is kept in {file}.", ja="元の内容は {file} に残しました。"),
    "reset_left": Text(en="Nothing was changed.", ja="何も変更していません。"),
}
