"""What the pages of confirmation tests say, and what the commands for them say."""

from grader.words import Text

TEXTS: dict[str, Text] = {
    # The head of a page.
    "skip": Text(en="To the questions", ja="問題へ移動"),
    "language": Text(en="Language", ja="言語"),
    "course": Text(en="All confirmation tests", ja="確認テスト一覧"),
    "quiz_facts": Text(
        en="Questions: {questions} · points: {points} · {needed} to pass",
        ja="{questions} 問・{points} 点満点（合格 {needed} 点）",
    ),
    "minutes": Text(en="Suggested time: {minutes} minutes", ja="目安の時間: {minutes} 分"),
    "student": Text(en="Student: {student}", ja="受験者: {student}"),
    "paper_name": Text(en="Name", ja="氏名"),
    "paper_date": Text(en="Date", ja="日付"),
    "without_script": Text(
        en="JavaScript is switched off, so nothing is marked here. Each answer is folded below its question.",
        ja="JavaScript が無効なため、自動採点はできません。解答は各問題の下に折りたたまれています。",
    ),
    "exam_without_script": Text(
        en="JavaScript is switched off, so answers cannot be saved here. Switch it on, or print the page.",
        ja="JavaScript が無効なため、解答を保存できません。有効にするか、印刷して使ってください。",
    ),
    "contents": Text(en="Questions", ja="問題一覧"),
    "only_wrong": Text(
        en="Only the questions that were not right are shown. The points stay those of your first answers.",
        ja="間違えた問題だけを表示しています。得点は最初の答えのまま変わりません。",
    ),
    "show_all": Text(en="Show all questions", ja="すべての問題を表示"),
    # A question.
    "facts": Text(en="Points: {points} · level {level} of 3", ja="{points} 点・レベル {level}/3"),
    "your_answer": Text(en="Your answer", ja="あなたの答え"),
    "blank": Text(en="Blank {name}", ja="空欄 {name}"),
    "position": Text(en="Position {number}", ja="{number} 番目"),
    "partner": Text(en="Partner of {number}", ja="{number} に対応するもの"),
    "help_numeric": Text(
        en="One number, such as 0.175, 7/40 or 17.5%",
        ja="数を 1 つ（例: 0.175、7/40、17.5%）",
    ),
    "help_shape": Text(
        en="The size along each axis, such as 3x8 or (3, 8, 5)",
        ja="各軸の大きさ（例: 3x8、(3, 8, 5)）",
    ),
    "help_expr": Text(
        en="A formula, such as (a+3)*b^2/5 or exp(-a)",
        ja="式（例: (a+3)*b^2/5、exp(-a)）",
    ),
    "help_text": Text(en="A word or a few", ja="語句"),
    "help_code": Text(en="Python, as it would stand in the blank", ja="空欄に入る Python のコード"),
    "help_order": Text(
        en="Choose the numbers from first to last.",
        ja="最初から最後まで、番号を順に選んでください。",
    ),
    "help_match": Text(
        en="Choose a letter for each number; some letters may be left over.",
        ja="番号ごとに記号を選んでください。使わない記号があるかもしれません。",
    ),
    "help_essay": Text(
        en="A few sentences, {limit} characters at most",
        ja="文章で答えてください（{limit} 文字以内）",
    ),
    "hint": Text(en="Hint", ja="ヒント"),
    "hint_of": Text(en="Hint {number} of {total}", ja="ヒント {number}/{total}"),
    "check": Text(en="Check", ja="答え合わせ"),
    "reveal": Text(en="Show the answer", ja="答えを見る"),
    "answer": Text(en="Answer and explanation", ja="解答と解説"),
    "key": Text(en="Answer:", ja="正解:"),
    "model_answer": Text(en="An answer could be:", ja="解答例"),
    "rubric": Text(
        en="Tick what your answer says",
        ja="自分の答えに書けている項目に印を付けてください",
    ),
    "rubric_points": Text(en="({points})", ja="（{points} 点）"),
    "remarks": Text(en="Other answers", ja="ほかの答えについて"),
    "exercise": Text(
        en="Write it yourself: `grader check {id}`",
        ja="実際に書いてみるには: `grader check {id}`",
    ),
    # Marks.
    "right": Text(en="Right: {score} of {points} points", ja="正解です（{score}/{points} 点）"),
    "wrong": Text(en="Not right", ja="不正解です"),
    "partly": Text(
        en="Partly right: {score} of {points} points",
        ja="一部正解です（{score}/{points} 点）",
    ),
    "shown": Text(
        en="You asked for the answer: 0 of {points} points",
        ja="答えを見たので 0 点です（配点 {points} 点）",
    ),
    "read_as": Text(en="Read as {written}", ja="読み取った答え: {written}"),
    "parts_right": Text(en="Right: {names}", ja="合っているところ: {names}"),
    "parts_wrong": Text(en="Not right: {names}", ja="違っているところ: {names}"),
    "code_compared": Text(
        en="The page compares code with the key and runs nothing; code that is written quite differently may still work.",
        ja="このページではコードを実行せず、正解のコードと照らし合わせています。書き方が大きく違うだけで、正しく動く場合もあります。",
    ),
    "code_unsupported": Text(
        en="The page cannot compare “{word}” statements. Write only what belongs in the blank.",
        ja="このページでは {word} 文を照らし合わせられません。空欄に入る部分だけを書いてください。",
    ),
    "try_again": Text(
        en="Try again, or open the answer below.",
        ja="もう一度考えるか、下の「解答と解説」を開いてください。",
    ),
    "right_again": Text(
        en="Right (the first answer counts)",
        ja="正解です（得点になるのは最初の答えです）",
    ),
    "right_seen": Text(
        en="Right (you asked for the answer before)",
        ja="正解です（答えを見たあとなので、得点にはなりません）",
    ),
    "partly_again": Text(
        en="Partly right (the first answer counts)",
        ja="一部正解です（得点になるのは最初の答えです）",
    ),
    "partly_seen": Text(
        en="Partly right (you asked for the answer before)",
        ja="一部正解です（答えを見たあとなので、得点にはなりません）",
    ),
    "chip_new": Text(en="not answered yet", ja="未解答"),
    "chip_right": Text(en="right", ja="正解"),
    "chip_wrong": Text(en="not right", ja="不正解"),
    "chip_partly": Text(en="partly right", ja="一部正解"),
    "chip_later": Text(en="right on a later try", ja="解き直して正解"),
    "chip_open": Text(en="compared with the model answer", ja="自己採点"),
    "chip_shown": Text(en="answer shown", ja="答えを確認"),
    "chip_answered": Text(en="answered", ja="解答済み"),
    "chip_unclear": Text(en="cannot be read", ja="読み取れません"),
    # The end of a page.
    "result": Text(en="Result", ja="結果"),
    "score": Text(
        en="{score} of {points} points, {answered} of {total} questions answered",
        ja="{points} 点中 {score} 点（{total} 問中 {answered} 問に解答）",
    ),
    "not_finished": Text(en="Questions left: {left}", ja="残り {left} 問"),
    "passed": Text(
        en="Passed; {needed} points were needed.", ja="合格です（合格点 {needed} 点）。"
    ),
    "not_passed": Text(
        en="Not passed yet: {needed} points are needed.",
        ja="合格点の {needed} 点に届いていません。",
    ),
    "retry_wrong": Text(en="Try the wrong ones again", ja="間違えた問題だけ解き直す"),
    "start_over": Text(en="Start over", ja="最初からやり直す"),
    "really_start_over": Text(
        en="All answers on this page will be forgotten. Start over?",
        ja="このページの答えがすべて消えます。最初からやり直しますか。",
    ),
    "save": Text(en="Save the result (JSON)", ja="結果を保存（JSON）"),
    "print": Text(en="Print", ja="印刷"),
    "with_answers": Text(
        en="Print answers and explanations too",
        ja="解答と解説も印刷する",
    ),
    "as_text": Text(en="The same as text, to copy", ja="テキストとしてコピーする"),
    "copy_answers": Text(en="Copy", ja="コピー"),
    "copied": Text(en="Copied.", ja="コピーしました。"),
    "not_copied": Text(
        en="The browser did not copy it. The text is selected: press Ctrl+C, or ⌘C.",
        ja="ブラウザーがコピーできませんでした。テキストが選択されているので、Ctrl+C（Mac では ⌘C）を押してください。",
    ),
    "not_kept": Text(
        en="This browser does not keep what you do here: save the answers before you close the page.",
        ja="このブラウザーには答えが保存されません。ページを閉じる前に、ファイルに保存してください。",
    ),
    # An exam.
    "exam_how": Text(
        en="Your answers stay in this browser while you work. At the end, save them as a file and hand it in.",
        ja="入力した答えは、作業中このブラウザーに保存されます。終わったらファイルに保存して提出してください。",
    ),
    "exam_name": Text(en="Your name or student number", ja="氏名または学籍番号"),
    "exam_whose": Text(
        en="These are the answers of {student}. Not you?",
        ja="これは {student} さんの解答です。本人でない場合は、最初からやり直してください。",
    ),
    "exam_nobodys": Text(
        en="There are answers on this page already, without a name. Not yours?",
        ja="氏名のない解答が残っています。自分のものでない場合は、最初からやり直してください。",
    ),
    "exam_no_name": Text(
        en="There is no name yet: nobody could tell whose answers these are.",
        ja="氏名または学籍番号が入力されていません。このままでは、誰の解答か分かりません。",
    ),
    "exam_to_name": Text(en="To the name field", ja="入力欄へ移動"),
    "exam_end": Text(en="Hand in", ja="提出"),
    "exam_save": Text(en="Save the answers (JSON)", ja="解答を保存（JSON）"),
    "exam_answered": Text(
        en="{answered} of {total} questions answered",
        ja="{total} 問中 {answered} 問に解答",
    ),
    "exam_open": Text(en="Questions without an answer: {left}", ja="未解答: {left} 問"),
    "exam_complete": Text(en="All questions are answered.", ja="すべての問題に解答しました。"),
    "exam_unclear": Text(
        en="{count} answers cannot be read: questions {numbers}",
        ja="読み取れない答えが {count} 問あります（問題 {numbers}）。",
    ),
    "exam_unclear_one": Text(
        en="1 cannot be read: question {numbers}",
        ja="読み取れない答えが 1 問あります（問題 {numbers}）。",
    ),
    # The index.
    "index_title": Text(en="Confirmation tests", ja="確認テスト"),
    "index_how": Text(
        en="Progress is kept in this browser only.",
        ja="進み具合は、このブラウザーの中だけに保存されます。",
    ),
    "index_begun": Text(
        en="{answered} of {total} questions answered, {score} of {points} points so far",
        ja="{total} 問中 {answered} 問に解答、ここまで {points} 点中 {score} 点",
    ),
    "index_passed": Text(
        en="Passed: {score} of {points} points", ja="合格（{points} 点中 {score} 点）"
    ),
    "index_done": Text(
        en="Not passed yet: {score} of {points} points",
        ja="未合格（{points} 点中 {score} 点）",
    ),
    "index_changed": Text(
        en="The test has changed since you took it.",
        ja="受けたあとに問題が変わりました。",
    ),
    # The commands.
    "image_unusable": Text(
        en="The image {file} cannot be put into a page ({error}).",
        ja="画像 {file} をページに埋め込めません（{error}）。",
    ),
    "written": Text(en="Written: {file}", ja="作成しました: {file}"),
    "one_file": Text(
        en="{file} is a single file, but {count} confirmation tests are to be written. Name a folder, or one test.",
        ja="確認テスト {count} 件を 1 つのファイル {file} には書き出せません。フォルダを指定するか、テストを 1 つに絞ってください。",
    ),
    "student_without_exam": Text(
        en="--student is for exam pages: add --exam.",
        ja="--student は試験用のページのためのものです。--exam も指定してください。",
    ),
    "folder_unusable": Text(
        en="{folder} cannot be used as a folder for pages ({error}).",
        ja="{folder} をページの保存先フォルダとして使えません（{error}）。",
    ),
    "no_such_number": Text(
        en="{file} answers question {number}, but “{quiz}” has {count} questions.",
        ja="{file} に問題 {number} の解答がありますが、「{quiz}」の問題は {count} 問です。",
    ),
    "graded_given": Text(en="answer: {response}", ja="解答: {response}"),
    "graded_key": Text(en="key: {key}", ja="正解: {key}"),
    "graded_missing": Text(en="no answer", ja="未解答"),
    "graded_score": Text(
        en="Score: {score} of {points} points, {needed} to pass",
        ja="得点: {points} 点中 {score} 点（合格 {needed} 点）",
    ),
    "graded_passed": Text(en="passed", ja="合格"),
    "graded_not_passed": Text(en="not passed", ja="不合格"),
    "graded_by_hand": Text(
        en="Essays to be marked by a person: {numbers}. Write the items of the rubric that are met into the file, as {example}, and grade it again.",
        ja="人が採点する記述問題: {numbers}。満たしている採点項目を {example} の形でファイルに書き込み、もう一度採点してください。",
    ),
}
