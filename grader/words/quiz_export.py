"""What exported confirmation tests say to learners, and what the command says about them."""

from grader.words import Text

TEXTS: dict[str, Text] = {
    # To learners, below a question.
    "number_alone": Text(
        en="Write the number alone, as a decimal and without a unit or percent sign.",
        ja="単位や % を付けずに、小数の形で数だけを書いてください。",
    ),
    "order_numbers": Text(
        en="Write the numbers from first to last, such as 2 > 1 > 3.",
        ja="最初から最後まで、番号を 2 > 1 > 3 のように書いてください。",
    ),
    "marked_later": Text(
        en="Your answer is marked by a person.",
        ja="この問題は人が採点します。",
    ),
    # To whoever exports.
    "by_hand": Text(
        en="Questions that {format} cannot mark (formulas, code, some orders): {count}. They are free text for a person to mark; the key goes with each.",
        ja="{format} で自動採点できない問題（式、コード、一部の並べ替え）が {count} 問あります。記述式として書き出し、正解を各問題に添えました。",
    ),
    "letter_by_letter": Text(
        en="{format} compares words, shapes and orders with a list of spellings, so full-width characters and rarer spellings do not count as the same.",
        ja="{format} では語句、形状、順序を表記の一覧と照らし合わせるため、全角文字や一覧にない書き方は正解になりません。",
    ),
    "plain_numbers": Text(
        en="{format} reads plain decimals, so learners are told to leave out fractions, units and percent signs.",
        ja="{format} が読み取れるのは小数だけなので、分数、単位、% を使わないよう問題文に書き添えました。",
    ),
    "moodle_numbers": Text(
        en="Moodle ignores what stands behind a number: 1/4 counts as 1, and 50% as 50.",
        ja="Moodle は数の後ろに続くものを無視するため、1/4 は 1、50% は 50 として採点されます。",
    ),
    "moodle_hints": Text(
        en="Questions for a person to mark have no hints in Moodle, so theirs are left out: {count}.",
        ja="Moodle では人が採点する問題にヒントを付けられないため、{count} 問のヒントは含まれません。",
    ),
    "bank": Text(
        en="{format} holds questions only: passing mark, suggested time and the seed of the shuffling are left out.",
        ja="{format} に入るのは問題だけです。合格点、目安の時間、並べ替えの seed は含まれません。",
    ),
    "qti_left_out": Text(
        en="QTI has no place for hints, levels, tags, the passing mark and the seed of the shuffling: they are left out.",
        ja="QTI にはヒント、レベル、タグ、合格点、並べ替えの seed を入れる場所がないため、含まれません。",
    ),
    "qti_distractors": Text(
        en="Known wrong answers that are typed have no feedback of their own in QTI: it stands in the general feedback.",
        ja="QTI では、入力式の問題でよくある誤答に個別の説明を付けられないため、全体の解説に入れました。",
    ),
    "qti_rounding": Text(
        en="Canvas rounds a number to four decimals before it compares it: with a key of 3.0001, 3.00014 is right too.",
        ja="Canvas は入力された数を小数第 4 位に丸めてから照合します。正解が 3.0001 なら、3.00014 も正解になります。",
    ),
    "qti_fine_numbers": Text(
        en="Numbers that need more than four decimals are free text for a person to mark: {count}.",
        ja="正解に小数第 5 位以下が必要な {count} 問は、人が採点する記述式として書き出しました。",
    ),
    "qti_new_quizzes": Text(
        en="New Quizzes of Canvas imports only the first test of a file: for it, export each test on its own.",
        ja="Canvas の New Quizzes が取り込むのは、ファイルの最初のテストだけです。その場合は 1 つずつ書き出してください。",
    ),
    "anki_unmarked": Text(
        en="Anki marks nothing: learners judge themselves, and points, passing mark, suggested time and the seed of the shuffling are left out.",
        ja="Anki では自動採点されず、学習者が自分で判断します。配点、合格点、目安の時間、並べ替えの seed は含まれません。",
    ),
    "paper_order": Text(
        en="On paper the options stand in the order of the file, not shuffled.",
        ja="印刷用の選択肢は、並べ替えずにファイルの順のまま書き出しました。",
    ),
    "anki_missing": Text(
        en='Anki packages need genanki: pip install "kakunin-grader[anki]"',
        ja='Anki 形式には genanki が必要です: pip install "kakunin-grader[anki]"',
    ),
    "written": Text(
        en="Written: {file} (questions: {count})",
        ja="作成しました: {file}（{count} 問）",
    ),
    # Headings and names in the files.
    "anki_deck": Text(en="{course}: confirmation tests", ja="{course} 確認テスト"),
    "paper_score": Text(en="Score", ja="得点"),
    "paper_answer": Text(en="Answer", ja="解答"),
    "paper_letter": Text(en="Letter", ja="記号"),
    "paper_letters": Text(en="Letters of all that are right", ja="正しいものの記号すべて"),
    "paper_sequence": Text(en="Numbers from first to last", ja="最初から最後までの番号"),
    # What went wrong.
    "moodle_shares": Text(
        en="Moodle can share the points of a question between {most} right options at most; here there are {count}.",
        ja="Moodle で 1 問の配点を分けられる正解の選択肢は {most} 個までですが、ここには {count} 個あります。",
    ),
    "qti_too_long": Text(
        en="Canvas holds at most {most} characters of question text; here, as HTML, there are {count}.",
        ja="Canvas の問題文は {most} 文字までですが、ここは HTML にすると {count} 文字あります。",
    ),
    "to_terminal": Text(
        en="This format is not text that a terminal could show. Name a file, or send the output on with > or |.",
        ja="この形式はテキストではないため、端末には表示できません。ファイル名を指定するか、> や | で出力先を変えてください。",
    ),
    "image_unreadable": Text(
        en="The image {file} cannot be read ({error}).",
        ja="画像 {file} を読み取れません（{error}）。",
    ),
    "epoch_unreadable": Text(
        en="SOURCE_DATE_EPOCH is “{given}”, which is not a number of whole seconds since 1970.",
        ja="環境変数 SOURCE_DATE_EPOCH の値「{given}」は、1970 年からの秒数（整数）ではありません。",
    ),
}
