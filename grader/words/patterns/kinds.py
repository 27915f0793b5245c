"""What is said about results of the wrong type, and about results that nobody computed."""

from grader.words import Text

TEXTS = {
    # Types
    "prints": Text(
        en="Nothing is returned: there is a function in your file that prints and has no `return` with a value.",
        ja="値が返されていません。print はあるのに、値を返す `return` がない関数がファイルの中にあります。",
    ),
    "prints_ask": Text(
        en="`print` shows a value to a person. How does the code that called the function get hold of it?",
        ja="`print` は人に値を見せるだけです。関数を呼び出したコードは、どうやってその値を受け取るでしょうか。",
    ),
    "nothing": Text(
        en="Nothing is returned: the result is None.",
        ja="値が返されていません。戻り値が None になっています。",
    ),
    "nothing_ask": Text(
        en="Which line of the function hands its result to the caller?",
        ja="関数の中で、結果を呼び出し元に渡しているのはどの行でしょうか。",
    ),
    "text": Text(
        en="{subject} is text (str), not a number or an array.",
        ja="{subject}が数値や配列ではなく、文字列（str）になっています。",
    ),
    "text_ask": Text(
        en="Could somebody go on calculating with what you return?",
        ja="返した値を使って、そのまま計算を続けられるでしょうか。",
    ),
    "function": Text(
        en="{subject} is a function itself, not what the function gives when it is called.",
        ja="{subject}が関数そのものです。関数を呼び出した結果ではありません。",
    ),
    "function_ask": Text(
        en="What do the parentheses after a function's name do?",
        ja="関数名の後ろの括弧には、どんな働きがあるでしょうか。",
    ),
    "one_tuple": Text(
        en="{subject} has the right numbers, but inside a tuple with one item.",
        ja="{subject}の数値は正しいのですが、要素 1 個のタプルに入っています。",
    ),
    "one_tuple_ask": Text(
        en="What does a comma at the end of an expression make in Python?",
        ja="Python では、式の最後にコンマを付けると何になるでしょうか。",
    ),
    "too_many": Text(
        en="{subject} is a tuple: its first item is right, and other values are returned after it.",
        ja="{subject}がタプルになっています。最初の要素は正しいのですが、余分な値も一緒に返されています。",
    ),
    "too_many_ask": Text(
        en="Which of the values does the task ask for?",
        ja="課題で求められているのは、そのうちのどの値でしょうか。",
    ),
    "container": Text(
        en="{subject} has the right numbers, but it is a {type}, not an array.",
        ja="{subject}の数値は正しいのですが、型が配列ではなく {type} です。",
    ),
    "list_ask": Text(
        en="What would `2 * result` give with a list, and what with an array?",
        ja="`2 * result` は、リストなら何になり、配列なら何になるでしょうか。",
    ),
    "sequence": Text(
        en="{subject} has the right numbers, but it is of type {type}.",
        ja="{subject}の数値は正しいのですが、型が {type} になっています。",
    ),
    "sequence_ask": Text(
        en="Which type does the task promise to the caller?",
        ja="課題では、どの型を返すことになっているでしょうか。",
    ),
    "number_in_list": Text(
        en="{subject} is the right number, but inside a list or a tuple.",
        ja="{subject}の数値は正しいのですが、リストかタプルに入っています。",
    ),
    "number_in_list_ask": Text(
        en="How many numbers does the task ask for, and what do the brackets in your code make?",
        ja="課題で求められている数値はいくつでしょうか。また、コードの中の括弧は何を作っているでしょうか。",
    ),
    "bool": Text(
        en="{subject} consists of True and False, where numbers are expected.",
        ja="{subject}が True と False になっています。数値を返す必要があります。",
    ),
    "bool_ask": Text(
        en="Which operation in your code gives True or False, and what should be done with its answer?",
        ja="コードの中で True や False を返す演算はどれでしょうか。その結果をどう使うべきでしょうか。",
    ),
    "number_for_bool": Text(
        en="{subject} consists of the numbers 0 and 1, where False and True are expected.",
        ja="{subject}が 0 と 1 の数値になっています。False と True を返す必要があります。",
    ),
    "number_for_bool_ask": Text(
        en="What does an array pick if it is indexed with 0 and 1, and what with False and True?",
        ja="配列に 0 と 1 の配列で添字を付けたときと、False と True の配列で添字を付けたときでは、取り出される要素がどう違うでしょうか。",
    ),
    "float_for_int": Text(
        en="{subject} has the right value, but as a floating-point number (24.0 instead of 24, for example).",
        ja="{subject}の値は正しいのですが、整数ではなく浮動小数点数です（たとえば 24 ではなく 24.0）。",
    ),
    "float_for_int_ask": Text(
        en="Which operations give a float even if both numbers are whole?",
        ja="両方が整数でも、結果が浮動小数点数になる演算はどれでしょうか。",
    ),
    "fraction_for_int": Text(
        en="{subject} is a floating-point number and not always whole, where a whole number is expected.",
        ja="{subject}が浮動小数点数で、端数が出ることもあります。整数を返す必要があります。",
    ),
    "fraction_for_int_ask": Text(
        en="What does the fraction stand for in this task, and can it be counted?",
        ja="この課題で、端数は何を意味するでしょうか。それは数に入れられるものでしょうか。",
    ),
    "int_for_float": Text(
        en="{subject} has the right values, but of an integer type instead of a floating-point one.",
        ja="{subject}の値は正しいのですが、浮動小数点数ではなく整数の型です。",
    ),
    "int_for_float_ask": Text(
        en="What would happen to a value of 0.5 in an array of integers?",
        ja="整数の配列に 0.5 を入れると、どうなるでしょうか。",
    ),
    "complex": Text(
        en="{subject} is complex, where real numbers are expected.",
        ja="{subject}が複素数になっています。実数を返す必要があります。",
    ),
    "complex_ask": Text(
        en="Which operation leaves the real numbers when its input is negative?",
        ja="負の数を与えると実数でなくなる演算はどれでしょうか。",
    ),
    # Nothing is computed
    "constant": Text(
        en="{subject} holds nothing but the number {number}.",
        ja="{subject}に含まれる数値が、すべて {number} です。",
    ),
    "constant_ask": Text(
        en="Which arguments should the result depend on, and where does your code use them?",
        ja="結果はどの引数によって変わるべきでしょうか。その引数はコードのどこで使われているでしょうか。",
    ),
    "is_argument": Text(
        en="{subject} is `{name}`, unchanged.",
        ja="{subject}が `{name}` のままで、何も変わっていません。",
    ),
    "is_argument_ask": Text(
        en="What should happen to `{name}` before it is returned?",
        ja="`{name}` を返す前に、何をする必要があるでしょうか。",
    ),
}
