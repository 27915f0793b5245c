"""What is said when confirmation tests are chosen, and when answers come as a file."""

from grader.words import Text

TEXTS: dict[str, Text] = {
    "none": Text(
        en="This course has no confirmation tests: {folder} holds no Markdown files.",
        ja="このコースには確認テストがありません。{folder} に Markdown ファイルが見つかりません。",
    ),
    "nothing_matches": Text(
        en="No confirmation test is called “{selector}”. There are: {names}.",
        ja="「{selector}」という確認テストはありません。選べるもの: {names}",
    ),
    "question_unclear": Text(
        en="“{selector}” names no question. Write a test, # and a number or an id: day2/section3#4.",
        ja="「{selector}」では問題が決まりません。day2/section3#4 のように、テスト、#、番号か id の順に書いてください。",
    ),
    "no_question": Text(
        en="There is no question “{selector}”. Near it: {names}.",
        ja="「{selector}」という問題はありません。近いもの: {names}",
    ),
    "no_question_number": Text(
        en="There is no question “{selector}”: the questions of “{quiz}” have the numbers 1 to {count}.",
        ja="「{selector}」という問題はありません。「{quiz}」の問題番号は 1 から {count} までです。",
    ),
    "unreadable": Text(
        en="{file} cannot be read: {error}.",
        ja="{file} を読み込めません: {error}",
    ),
    "too_long": Text(
        en="{file} is longer than {limit} bytes, which no answers are.",
        ja="{file} が {limit} バイトを超えています。解答ファイルとしては大きすぎます。",
    ),
    "no_json": Text(
        en="{file} does not hold JSON in UTF-8: {error}.",
        ja="{file} は UTF-8 の JSON として読み取れません: {error}",
    ),
    "no_answers": Text(
        en='{file} does not hold answers: write {{"quiz": "day1/section1", "answers": {{"question-id": …}}}}, or a list of these.',
        ja='{file} に解答がありません。{{"quiz": "day1/section1", "answers": {{"問題の id": …}}}} の形か、そのリストで書いてください。',
    ),
    "which_quiz": Text(
        en="{file} does not say which confirmation test it answers: add “quiz”, or name one on the command line.",
        ja='{file} がどの確認テストの解答か分かりません。"quiz" を書き加えるか、コマンドラインで指定してください。',
    ),
    "not_asked": Text(
        en="{file} answers “{quiz}”, which is not a confirmation test of this course, or not one of those named on the command line.",
        ja="{file} は「{quiz}」の解答ですが、このコースの確認テストにないか、コマンドラインで指定されたものと異なります。",
    ),
    "quiz_twice": Text(
        en="{file} answers the confirmation test “{quiz}” more than once.",
        ja="{file} に確認テスト「{quiz}」の解答が複数あります。",
    ),
    "other_version": Text(
        en="{file} answers another version of “{quiz}”: its questions have changed since, so it cannot be graded with this key. `grader quiz grade --other-version` does so all the same.",
        ja="{file} は別の版の「{quiz}」の解答です。その後に問題が変わったため、今の正解では採点できません。それでも採点するには `grader quiz grade --other-version` を使います。",
    ),
    "answered_twice": Text(
        en="{file} answers question {number} twice: by its number and as “{id}”.",
        ja="{file} には問題 {number} の解答が 2 つあります（番号によるものと「{id}」）。",
    ),
    "no_such_question": Text(
        en="{file} answers “{question}”, but “{quiz}” has no question with this id.",
        ja="{file} に「{question}」の解答がありますが、「{quiz}」にその id の問題はありません。",
    ),
}
