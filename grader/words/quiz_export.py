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
    "bank": Text(
        en="{format} holds questions only: passing mark, suggested time and the seed of the shuffling are left out.",
        ja="{format} に入るのは問題だけです。合格点、目安の時間、並べ替えの seed は含まれません。",
    ),
    "qti_left_out": Text(
        en="QTI has no place for hints, levels, tags, the passing mark and the seed of the shuffling: they are left out.",
        ja="QTI にはヒント、レベル、タグ、合格点、並べ替えの seed を入れる場所がないため、含まれません。",
    ),
    "qti_numbers": Text(
        en="Known wrong answers that are typed have no feedback of their own in QTI: it stands in the general feedback.",
        ja="QTI では、入力式の問題でよくある誤答に個別の説明を付けられないため、全体の解説に入れました。",
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
        en="Written: {file}, {count} questions",
        ja="作成しました: {file}（{count} 問）",
    ),
    # Headings and names in the files.
    "deck": Text(en="Confirmation tests", ja="確認テスト"),
}
