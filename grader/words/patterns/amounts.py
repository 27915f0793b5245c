"""What is said about results that are too large or too small by something."""

from grader.words import Text

TEXTS = {
    # Offsets
    "one_more": Text(
        en="{subject} is too large by exactly 1.",
        ja="{subject}が、正しい値よりちょうど 1 だけ大きくなっています。",
    ),
    "one_less": Text(
        en="{subject} is too small by exactly 1.",
        ja="{subject}が、正しい値よりちょうど 1 だけ小さくなっています。",
    ),
    "off_by_one_ask": Text(
        en="Count the smallest case with your fingers. Are both ends counted, and each only once?",
        ja="いちばん小さいケースを実際に数えてみましょう。両端はどちらも 1 回ずつ数えられているでしょうか。",
    ),
    "more": Text(
        en="{subject} is too large by {amount} in every number.",
        ja="{subject}の数値が、すべて {amount} だけ大きくなっています。",
    ),
    "less": Text(
        en="{subject} is too small by {amount} in every number.",
        ja="{subject}の数値が、すべて {amount} だけ小さくなっています。",
    ),
    "offset_ask": Text(
        en="Which number in your code does not depend on any argument?",
        ja="コードの中で、どの引数にもよらない数はどれでしょうか。",
    ),
    "term_missing": Text(
        en="{subject} is too small by exactly {term}, as if a term were missing, or subtracted once too often.",
        ja="{subject}が、ちょうど {term} の分だけ小さくなっています。和の項が 1 つ抜けたときの値です。",
    ),
    "term_missing_ask": Text(
        en="Which terms does the formula have, and which of them does your code add?",
        ja="式にはどの項があり、コードではそのうちどれを足しているでしょうか。",
    ),
    "term_extra": Text(
        en="{subject} is too large by exactly {term}, as if a term were added once too often.",
        ja="{subject}が、ちょうど {term} の分だけ大きくなっています。項を 1 回余分に足したときの値です。",
    ),
    "term_extra_ask": Text(
        en="How often does each term of the formula enter your result?",
        ja="式のそれぞれの項は、結果に何回ずつ足されているでしょうか。",
    ),
    "term_less_twice": Text(
        en="{subject} is too small by exactly twice {term}, as if a term were subtracted instead of added.",
        ja="{subject}が、ちょうど {term} の 2 倍だけ小さくなっています。足すべき項を引いたときの値です。",
    ),
    "term_more_twice": Text(
        en="{subject} is too large by exactly twice {term}, as if a term were added instead of subtracted.",
        ja="{subject}が、ちょうど {term} の 2 倍だけ大きくなっています。引くべき項を足したときの値です。",
    ),
    "term_sign_ask": Text(
        en="Which sign does each term of the formula have, and why?",
        ja="式のそれぞれの項の符号は何でしょうか。それはなぜでしょうか。",
    ),
    "term_less_half": Text(
        en="{subject} is too small by exactly half of {term}.",
        ja="{subject}が、ちょうど {term} の半分だけ小さくなっています。",
    ),
    "term_more_half": Text(
        en="{subject} is too large by exactly half of {term}.",
        ja="{subject}が、ちょうど {term} の半分だけ大きくなっています。",
    ),
    "term_half_ask": Text(
        en="Where in your formula is there a factor 2 or 1/2, and does it belong there?",
        ja="式のどこに 2 または 1/2 という係数があるでしょうか。それは必要なものでしょうか。",
    ),
    # Factors
    "sign": Text(
        en="{subject} is the expected one with the opposite sign.",
        ja="{subject}の符号が、正しい値と反対になっています。",
    ),
    "sign_ask": Text(
        en="Take the smallest case: should its result be positive or negative, and where does the sign come from?",
        ja="いちばん小さいケースで考えましょう。結果は正と負のどちらになるべきで、その符号はどこから来るでしょうか。",
    ),
    "doubled": Text(
        en="{subject} is twice the expected one.",
        ja="{subject}が、正しい値の 2 倍になっています。",
    ),
    "doubled_ask": Text(
        en="Is something counted twice, or is there a factor 2 too many, or a 1/2 missing?",
        ja="何かを二重に数えていないでしょうか。余分な 2 倍や、足りない 1/2 はないでしょうか。",
    ),
    "halved": Text(
        en="{subject} is half of the expected one.",
        ja="{subject}が、正しい値の半分になっています。",
    ),
    "halved_ask": Text(
        en="Is there a factor 1/2 too many, or a 2 missing?",
        ja="余分な 1/2 や、足りない 2 倍はないでしょうか。",
    ),
    "logarithm": Text(
        en="{subject} is the expected one divided by the natural logarithm of {base}; a logarithm to base {base} differs from the natural one by just that.",
        ja="{subject}が、正しい値を {base} の自然対数で割ったものになっています。底が {base} の対数と自然対数の違いが、ちょうどこの割合です。",
    ),
    "logarithm_ask": Text(
        en="Which base does the logarithm in the formula have, and which one the function you call?",
        ja="式の中の対数の底は何でしょうか。呼び出している関数の底は何でしょうか。",
    ),
    "factor": Text(
        en="{subject} is the expected one times {factor}.",
        ja="{subject}が、正しい値の {factor} 倍になっています。",
    ),
    "factor_ask": Text(
        en="Where could such a factor come from, and what should be there?",
        ja="この倍率はどこから出てきたのでしょうか。本来は何であるべきでしょうか。",
    ),
    "times_rows": Text(
        en="{subject} is the expected one times the number of rows of `{name}`.",
        ja="{subject}が、正しい値に `{name}` の行数を掛けたものになっています。",
    ),
    "over_rows": Text(
        en="{subject} is the expected one divided by the number of rows of `{name}`.",
        ja="{subject}が、正しい値を `{name}` の行数で割ったものになっています。",
    ),
    "times_columns": Text(
        en="{subject} is the expected one times the length of the last axis of `{name}`.",
        ja="{subject}が、正しい値に `{name}` の最後の軸の長さを掛けたものになっています。",
    ),
    "over_columns": Text(
        en="{subject} is the expected one divided by the length of the last axis of `{name}`.",
        ja="{subject}が、正しい値を `{name}` の最後の軸の長さで割ったものになっています。",
    ),
    "times_elements": Text(
        en="{subject} is the expected one times the number of elements of `{name}`.",
        ja="{subject}が、正しい値に `{name}` の要素数を掛けたものになっています。",
    ),
    "over_elements": Text(
        en="{subject} is the expected one divided by the number of elements of `{name}`.",
        ja="{subject}が、正しい値を `{name}` の要素数で割ったものになっています。",
    ),
    "times_length": Text(
        en="{subject} is the expected one times the length of the first axis of `{name}`.",
        ja="{subject}が、正しい値に `{name}` の最初の軸の長さを掛けたものになっています。",
    ),
    "over_length": Text(
        en="{subject} is the expected one divided by the length of the first axis of `{name}`.",
        ja="{subject}が、正しい値を `{name}` の最初の軸の長さで割ったものになっています。",
    ),
    "size_ask": Text(
        en="Is the result meant to grow with the size of `{name}`? Where does your code sum, average or divide?",
        ja="`{name}` が大きくなると、結果も大きくなるべきでしょうか。コードのどこで合計、平均、割り算をしているでしょうか。",
    ),
    "times_argument": Text(
        en="{subject} is the expected one times `{name}`.",
        ja="{subject}が、正しい値に `{name}` を掛けたものになっています。",
    ),
    "over_argument": Text(
        en="{subject} is the expected one divided by `{name}`.",
        ja="{subject}が、正しい値を `{name}` で割ったものになっています。",
    ),
    "amount_ask": Text(
        en="How often does `{name}` enter the formula, and how often your code?",
        ja="`{name}` は式の中に何回現れ、コードの中には何回現れるでしょうか。",
    ),
}
