"""What a learner is told about an answer that cannot be graded yet."""

from grader.words import Text

TEXTS: dict[str, Text] = {
    "empty": Text(
        en="There is no answer yet.",
        ja="まだ答えが入力されていません。",
    ),
    "nothing_chosen": Text(
        en="Nothing has been chosen yet.",
        ja="まだ何も選ばれていません。",
    ),
    "no_such_option": Text(
        en="There is no such option. Choose one that is listed.",
        ja="その選択肢はありません。表示されている中から選んでください。",
    ),
    "not_text": Text(
        en="This is not an answer to this kind of question.",
        ja="この形式の問題の答えとして読み取れません。",
    ),
    "too_long": Text(
        en="The answer is longer than {limit} characters. Shorten it.",
        ja="答えが {limit} 文字を超えています。短くしてください。",
    ),
    "number_unreadable": Text(
        en="Write one number, such as 0.175, 7/40, 1.75e-1 or 17.5%.",
        ja="数を 1 つ書いてください。例: 0.175、7/40、1.75e-1、17.5%",
    ),
    "decimal_comma": Text(
        en="It is not clear what the comma means. Write a decimal point, as in {written}, or leave the comma out.",
        ja="コンマの意味が分かりません。小数なら {written} のようにピリオドを使い、桁区切りなら省いてください。",
    ),
    "number_too_large": Text(
        en="This number is too large to work with.",
        ja="数が大きすぎて計算できません。",
    ),
    "mixed_fraction": Text(
        en="“{written}” can be read in two ways. Write 2.5 or 5/2 for two and a half.",
        ja="「{written}」は 2 通りに読めます。2 と 2 分の 1 なら 2.5 か 5/2 と書いてください。",
    ),
    "shape_unreadable": Text(
        en="Write the size along each axis, such as 3x8 or (3, 8, 5).",
        ja="各軸の大きさを書いてください。例: 3x8、(3, 8, 5)",
    ),
    "sign_unknown": Text(
        en="“{sign}” cannot be read in a formula. Write it like (a+3)*b^2/5.",
        ja="「{sign}」は式として読み取れません。(a+3)*b^2/5 のように書いてください。",
    ),
    "sign_unexpected": Text(
        en="“{sign}” stands where it makes no sense. Is something missing in front of it?",
        ja="「{sign}」の位置では式になりません。その前に何か抜けていませんか。",
    ),
    "formula_incomplete": Text(
        en="The formula stops in the middle.",
        ja="式が途中で終わっています。",
    ),
    "name_unknown": Text(
        en="“{name}” is not a name in this question. Use: {known}.",
        ja="「{name}」はこの問題に出てこない名前です。使える名前: {known}",
    ),
    "bracket_open": Text(
        en="A bracket is not closed: “{sign}” is missing.",
        ja="括弧が閉じていません。「{sign}」が必要です。",
    ),
    "division_unclear": Text(
        en="It is not clear what the division covers. Write (1/2)x or 1/(2x).",
        ja="どこまでが分母か分かりません。(1/2)x か 1/(2x) のように書いてください。",
    ),
    "argument_unclear": Text(
        en="It is not clear what {function} applies to. Put its argument in brackets.",
        ja="{function} がどこまでにかかるか分かりません。引数を括弧で囲んでください。",
    ),
    "too_deep": Text(
        en="The formula is nested too deeply. Write it more simply.",
        ja="式の入れ子が深すぎます。もっと簡単に書いてください。",
    ),
    "not_python": Text(
        en="This is not valid Python: {code}",
        ja="Python として読み取れません: {code}",
    ),
    "blank_empty": Text(
        en="Still empty: blank {names}.",
        ja="まだ埋まっていない空欄があります: {names}",
    ),
    "order_unreadable": Text(
        en="Write the numbers 1 to {count} in order, such as 2 > 1 > 3.",
        ja="1 から {count} までの番号を順に書いてください。例: 2 > 1 > 3",
    ),
    "order_incomplete": Text(
        en="Use each of the {count} numbers once.",
        ja="{count} 個の番号を 1 回ずつ使ってください。",
    ),
    "match_incomplete": Text(
        en="Some items have no partner yet.",
        ja="まだ相手が選ばれていない項目があります。",
    ),
    "cases_pass": Text(
        en="Your code was run: it passes all cases of the exercise {name}.",
        ja="コードを実行しました。課題 {name} のすべてのケースに正解しています。",
    ),
    "essay_open": Text(
        en="Compare your answer with the model answer, and tick the points you made.",
        ja="解答例と読み比べて、自分の答えに書けている項目に印を付けましょう。",
    ),
}
