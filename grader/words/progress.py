"""What is said about the file in which a learner's progress is kept."""

from grader.words import Text

TEXTS = {
    "damaged": Text(
        en="The record of what you have done, {file}, is damaged; it is kept as {aside}, and a new one begins.",
        ja="学習の記録ファイル {file} が壊れていたため、新しく作り直します。元のファイルは {aside} として残しました。",
    ),
    "unreadable": Text(
        en="The record of what you have done, {file}, cannot be read ({error}), so nothing is remembered. GRADER_STATE may name another folder for it.",
        ja="学習の記録ファイル {file} を読み込めないため（{error}）、記録なしで続けます。保存先は環境変数 GRADER_STATE で変更できます。",
    ),
    "unwritable": Text(
        en="The record of what you have done, {file}, cannot be written ({error}), so this is not remembered. GRADER_STATE may name another folder for it.",
        ja="学習の記録ファイル {file} に書き込めないため（{error}）、今回の内容は記録されません。保存先は環境変数 GRADER_STATE で変更できます。",
    ),
}
