"""What `grader quiz take` says in a terminal."""

from grader.words import Text

TEXTS: dict[str, Text] = {
    # The head of a session.
    "quiz": Text(
        en="{questions} questions, {points} points, {pass_mark} to pass",
        ja="{questions} 問・{points} 点満点（合格 {pass_mark} 点）",
    ),
    "questions": Text(
        en="{questions} questions, {points} points",
        ja="{questions} 問・{points} 点満点",
    ),
    "one_question": Text(
        en="One question of the confirmation test “{title}”",
        ja="確認テスト「{title}」の 1 問",
    ),
    "last_time": Text(
        en="Last time: {score} of {points} points.",
        ja="前回は {points} 点中 {score} 点でした。",
    ),
    "how_to": Text(
        en="Your first answer to each question counts. `:q` stops, and what you have done is kept; `:h` lists all commands.",
        ja="各問とも、最初の答えで採点します。`:q` で中断でき、そこまでの答えは保存されます。コマンドの一覧は `:h` で表示します。",
    ),
    "resumed": Text(
        en="Going on where you stopped: {answered} of {questions} questions are answered. `--restart` begins anew.",
        ja="前回の続きから始めます（{questions} 問中 {answered} 問が解答済み）。最初からやり直すには `--restart` を付けてください。",
    ),
    # A question.
    "points": Text(
        en="points: {points}, level {level} of 3",
        ja="{points} 点・レベル {level}/3",
    ),
    "figure": Text(en="Figure: {alt}", ja="図: {alt}"),
    "figure_in": Text(en="Figure: {alt} ({file})", ja="図: {alt}（{file}）"),
    "your_answer": Text(en="Your answer: {response}", ja="あなたの答え: {response}"),
    "no_answer": Text(en="You asked for the answer.", ja="答えを見ることを選びました。"),
    "how_choice": Text(
        en="Type a letter.",
        ja="記号を 1 つ入力してください。",
    ),
    "how_multi": Text(
        en="Type the letters of all that are right, such as {example}.",
        ja="正しいものの記号をすべて入力してください。例: {example}",
    ),
    "how_numeric": Text(
        en="Type a number.",
        ja="数を入力してください。",
    ),
    "how_shape": Text(
        en="Type the sizes along the axes, such as 4x3.",
        ja="各軸の大きさを入力してください。例: 4x3",
    ),
    "how_expr": Text(
        en="Type a formula, such as 2*(a+b) or a^2/3.",
        ja="式を入力してください。例: 2*(a+b)、a^2/3",
    ),
    "how_text": Text(
        en="Type a word or a few.",
        ja="語句を入力してください。",
    ),
    "how_code": Text(
        en="Type what belongs in the blank.",
        ja="空欄に入るコードを入力してください。",
    ),
    "how_order": Text(
        en="Type the numbers in order, such as {example}.",
        ja="番号を順に入力してください。例: {example}",
    ),
    "how_match": Text(
        en="Type the letters that belong to 1, 2, …, such as {example}.",
        ja="1 から順に、対応する記号を入力してください。例: {example}",
    ),
    "how_essay": Text(
        en="Write up to {limit} characters; an empty line ends your answer.",
        ja="{limit} 文字以内で書いてください。Enter だけを押すと書き終わります。",
    ),
    "hints_there": Text(
        en="`?` shows a hint.",
        ja="`?` でヒントを表示します。",
    ),
    # Prompts.
    "prompt_answer": Text(en="Answer", ja="解答"),
    "prompt_again": Text(en="Again", ja="もう一度"),
    "prompt_blank": Text(en="Blank {name}", ja="空欄 {name}"),
    "prompt_next": Text(en="Enter: next", ja="Enter で次へ"),
    "prompt_rubric": Text(en="Points you made", ja="書けている項目"),
    "prompt_quiz": Text(en="Test", ja="確認テスト"),
    # Marks.
    "right": Text(en="Right", ja="正解"),
    "wrong": Text(en="Not right", ja="不正解"),
    "partly": Text(en="Not right yet: {score} of {points} points", ja="部分点 {score}/{points} 点"),
    "open": Text(en="Compared: {score} of {points} points", ja="自己採点: {score}/{points} 点"),
    "not_counted": Text(
        en="(the first answer counts)",
        ja="（得点になるのは最初の答えです）",
    ),
    "read_as": Text(en="Read as {written}", ja="読み取った答え: {written}"),
    "parts_right": Text(en="Right: {names}", ja="合っているところ: {names}"),
    "parts_wrong": Text(en="Not right: {names}", ja="違っているところ: {names}"),
    "try_again": Text(
        en="Try again, or press Enter to see the answer.",
        ja="もう一度答えるか、Enter だけを押して正解と解説を表示してください。",
    ),
    "key": Text(en="Answer: {key}", ja="正解: {key}"),
    "exercise": Text(
        en="Write it yourself:",
        ja="実際に書いてみるには:",
    ),
    "hint": Text(en="Hint {number} of {total}", ja="ヒント {number}/{total}"),
    "model_answer": Text(en="An answer could be:", ja="解答例"),
    "rubric": Text(
        en="Which of these points did you make? Type their numbers, such as 1 2; Enter alone for none.",
        ja="自分の答えに書けている項目の番号を入力してください。例: 1 2（1 つもなければ Enter だけを押します）",
    ),
    # Remarks.
    "nothing_typed": Text(
        en="Nothing was typed. `:s` leaves the question for later, `:h` lists all commands.",
        ja="何も入力されていません。後回しにするには `:s`、コマンドの一覧は `:h` です。",
    ),
    "unknown_command": Text(
        en="There is no such command. `:h` lists all commands.",
        ja="そのコマンドはありません。一覧は `:h` で表示します。",
    ),
    "no_hints": Text(
        en="This question has no hints.",
        ja="この問題にはヒントがありません。",
    ),
    "no_more_hints": Text(
        en="There are no more hints. `:a` shows the answer.",
        ja="ヒントはこれで全部です。`:a` で正解と解説を表示します。",
    ),
    "first_question": Text(
        en="This is the first question.",
        ja="これが最初の問題です。",
    ),
    "no_such_question": Text(
        en="The questions are numbered from 1 to {count}.",
        ja="問題の番号は 1 から {count} までです。",
    ),
    "last_open": Text(
        en="This is the only question still open. `:a` shows the answer, `:q` stops here.",
        ja="残っているのはこの問題だけです。`:a` で正解を表示、`:q` で中断します。",
    ),
    "coming_back": Text(
        en="Now the questions you left for later.",
        ja="後回しにした問題に戻ります。",
    ),
    "rubric_unreadable": Text(
        en="Type numbers from 1 to {count}, or press Enter alone.",
        ja="1 から {count} までの番号を入力するか、Enter だけを押してください。",
    ),
    # Commands.
    "commands": Text(en="Commands", ja="コマンド"),
    "command_hint": Text(en="a hint", ja="ヒントを表示"),
    "command_skip": Text(en="leave this question for later", ja="この問題を後回しにする"),
    "command_back": Text(en="the question before", ja="前の問題に戻る"),
    "command_go": Text(en="question 3", ja="問題 3 に移る"),
    "command_list": Text(en="all questions", ja="問題の一覧を表示"),
    "command_answer": Text(
        en="answer and explanation; the question counts as not right",
        ja="正解と解説を表示（未解答なら不正解になります）",
    ),
    "command_quit": Text(en="stop here and go on later", ja="中断する（続きはあとで再開できます）"),
    # The list of questions.
    "still_open": Text(en="open", ja="未解答"),
    # The end.
    "paused": Text(
        en="Kept: {answered} of {questions} questions are answered. The same command goes on from here.",
        ja="ここまでを保存しました（{questions} 問中 {answered} 問が解答済み）。同じコマンドで続きから再開できます。",
    ),
    "not_kept": Text(
        en="Stopped after {answered} of {questions} questions. What you did could not be kept.",
        ja="{questions} 問中 {answered} 問で中断しました。答えは保存できませんでした。",
    ),
    "result": Text(
        en="Result: {score} of {points} points",
        ja="結果: {points} 点中 {score} 点",
    ),
    "passed": Text(en="passed", ja="合格"),
    "not_passed": Text(
        en="not passed, {pass_mark} points are needed", ja="不合格（合格には {pass_mark} 点必要）"
    ),
    "next_wrong": Text(
        en="Only the questions that were not right:",
        ja="間違えた問題だけを解き直すには:",
    ),
    "next_due": Text(
        en="Review, from tomorrow on:",
        ja="明日以降の復習には:",
    ),
    # Choosing.
    "which": Text(
        en="There is no such confirmation test. Type a number or a name from the list, or `q` to leave.",
        ja="その確認テストはありません。一覧にある番号か名前を入力してください。終了するには `q` を入力します。",
    ),
    "choose": Text(
        en="Which confirmation test? Type its number, or its name, such as {example}. 3/9 says that you last answered 3 of its 9 questions rightly.",
        ja="どの確認テストを受けますか。番号か、{example} のような名前を入力してください。3/9 は、9 問のうち 3 問に正解していることを表します。",
    ),
    "nothing_wrong": Text(
        en="There are no questions that you answered wrongly.",
        ja="間違えたままの問題はありません。",
    ),
    "nothing_due": Text(
        en="Nothing is due for review today. Next: {day}.",
        ja="今日復習する問題はありません。次は {day} です。",
    ),
    "nothing_ever_due": Text(
        en="Nothing is due for review: only questions that you have answered come back.",
        ja="復習する問題はありません。一度答えた問題だけが、間をおいて出題されます。",
    ),
    "no_such_tag": Text(
        en="No question fits. There are the tags: {tags}.",
        ja="条件に合う問題がありません。使えるタグ: {tags}",
    ),
    "needs_terminal": Text(
        en="Questions are asked in a terminal, and standard output is none. Give answers with --answers FILE or on standard input.",
        ja="標準出力が端末ではないため、出題できません。解答は --answers ファイル名 か標準入力で渡してください。",
    ),
    "only_in_terminal": Text(
        en="{option} chooses questions to be asked in a terminal; answers from a file are to whole tests.",
        ja="{option} は端末で出題する問題を選ぶためのものです。ファイルの解答は、確認テスト全体として採点します。",
    ),
}
