"""What `grader verify` says to authors."""

from grader.words import Text

TEXTS = {
    "sound": Text(
        en="{cases} cases, {blanks} blanks, {mistakes} known mistakes",
        ja="ケース {cases} 件、空欄 {blanks} 個、既知の間違い {mistakes} 件",
    ),
    "solution_fails": Text(
        en="The solution does not pass its own cases ({status}): {why}",
        ja="模範解答が自身のケースに合格しません（{status}）: {why}",
    ),
    "solution_not_aligned": Text(
        en="The solution does not align with the exercise generated from it; place its blanks "
        "so that each fill can be told from its surroundings.",
        ja="模範解答が生成された演習と対応づきません。空欄の中身が周囲と区別できる位置に空欄を置いてください。",
    ),
    "untouched_not_todo": Text(
        en="The untouched exercise is “{status}”; every blank of it must be to do.",
        ja="未記入の演習が「{status}」になります。すべての空欄が未記入と判定される必要があります。",
    ),
    "not_derivative": Text(
        en="Case “{name}”: the solution is not the derivative by `{by}` of the function that checks.py names.",
        ja="ケース「{name}」: 模範解答が、checks.py で指定された関数を `{by}` で微分したものになっていません。",
    ),
    "case_twice": Text(
        en="Two cases are named “{name}”.",
        ja="「{name}」という名前のケースが二つ以上あります。",
    ),
    "case_raises": Text(
        en="Case “{name}”: the solution raises {error}. Expect it with raises(...) or mend it.",
        ja="ケース「{name}」: 模範解答が {error} を発生させます。"
        "raises(...) で期待するか、修正してください。",
    ),
    "case_does_not_raise": Text(
        en="Case “{name}” expects {wanted}, but the solution does not raise it.",
        ja="ケース「{name}」は {wanted} を期待していますが、模範解答は発生させません。",
    ),
    "case_unsupported": Text(
        en="Case “{name}”: the solution returns a {type}, which cannot be compared.",
        ja="ケース「{name}」: 模範解答が返す {type} は比較できません。",
    ),
    "case_changes": Text(
        en="Case “{name}”: the solution changes its argument {arguments}. "
        "Say so with spec(changes_arguments=True), or work on a copy.",
        ja="ケース「{name}」: 模範解答が引数 {arguments} を書き換えます。"
        "spec(changes_arguments=True) とするか、コピーに対して計算してください。",
    ),
    "case_arguments": Text(
        en="Case “{name}” names its arguments ({arguments}), the solution ({parameters}).",
        ja="ケース「{name}」の引数名（{arguments}）が模範解答の引数（{parameters}）と異なります。",
    ),
    "example_wrong": Text(
        en="{file}: the example does not give what it says.",
        ja="{file}: 例の実行結果が書かれている内容と異なります。",
    ),
    "stray_section": Text(
        en="{folder} is no section of course.toml; what lies in it is not seen.",
        ja="{folder} は course.toml の節ではないため、中の演習は読み込まれません。",
    ),
    "mistake_labels": Text(
        en="Mistake “{id}” fills no blank, or blanks that do not exist: {labels}.",
        ja="間違い「{id}」の空欄番号が正しくありません: {labels}",
    ),
    "mistake_passes": Text(
        en="Mistake “{id}” passes every case: it is no mistake, or a case is missing.",
        ja="間違い「{id}」がすべてのケースに合格します。間違いではないか、ケースが足りません。",
    ),
    "mistakes_alike": Text(
        en="The mistakes “{one}” and “{other}” give the same results on every case.",
        ja="間違い「{one}」と「{other}」の結果がすべてのケースで同じです。",
    ),
    "exercise_missing": Text(
        en="{file} is missing. `grader verify --write` makes it.",
        ja="{file} がありません。`grader verify --write` で生成できます。",
    ),
    "exercise_outdated": Text(
        en="{file} is not what the solution generates now. `grader verify --write` renews it; "
        "if it holds work, `grader reset {name}` does.",
        ja="{file} が現在の模範解答から生成される内容と異なります。"
        "`grader verify --write`（記入済みなら `grader reset {name}`）で更新できます。",
    ),
    "hints_differ": Text(
        en="README.md has {en} hints, README.ja.md has {ja}.",
        ja="ヒントの数が README.md では {en}、README.ja.md では {ja} です。",
    ),
    "lab_unknown": Text(
        en="checks.py names the lab “{lab}”, which does not exist.",
        ja="checks.py のラボ「{lab}」は存在しません。",
    ),
    "slot_unknown": Text(
        en="checks.py names the slot “{slot}”, which the lab {lab} does not have.",
        ja="checks.py のスロット「{slot}」はラボ {lab} にありません。",
    ),
    "stray_file": Text(
        en="{file} does not belong there.",
        ja="{file} は不要なファイルです。",
    ),
    "requires_unknown": Text(
        en="It requires “{id}”, which is no exercise of this course that comes before it.",
        ja="必要とされる「{id}」は、この演習より前にある演習ではありません。",
    ),
    "kept_work": Text(
        en="{file} holds somebody's work; it was left as it is.",
        ja="{file} には記入済みの内容があるため、そのままにしました。",
    ),
    "written": Text(en="{file} written.", ja="{file} を書き出しました。"),
    "quizzes_sound": Text(
        en="The confirmation tests are sound. Tests: {quizzes}; questions: {en} in English, {ja} in Japanese.",
        ja="確認テストに問題はありません（{quizzes} 件、英語 {en} 問、日本語 {ja} 問）。",
    ),
    "quizzes_problems": Text(
        en="Problems: {count}. Confirmation tests: {quizzes}; questions: {en} in English, {ja} in Japanese.",
        ja="確認テスト {quizzes} 件（英語 {en} 問、日本語 {ja} 問）に問題が {count} 件あります。",
    ),
    "summary_sound": Text(
        en="The course is sound: {count} exercises.", ja="コースに問題はありません（{count} 問）。"
    ),
    "summary_problems": Text(en="Problems: {count}.", ja="問題が {count} 件あります。"),
}
