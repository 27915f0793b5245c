"""What is said about names, modules and attributes that do not exist."""

from grader.words import Text

TEXTS = {
    "blank": Text(
        en="The blank `{name}` has not been filled in yet.",
        ja="空欄 `{name}` がまだ埋められていません。",
    ),
    "undefined": Text(
        en="`{name}` is not defined: nothing that this line can see has that name.",
        ja="`{name}` は定義されていません。この行から使えるもののうちに、その名前はありません。",
    ),
    "near": Text(
        en="`{name}` is not defined. Is `{near}` meant?",
        ja="`{name}` は定義されていません。`{near}` のことですか。",
    ),
    "not_yet": Text(
        en="`{name}` has no value yet when this line runs: it only gets one elsewhere in the file.",
        ja="この行の実行時点で `{name}` にはまだ値がありません。"
        "値が入るのは、このファイルの別の場所です。",
    ),
    "elsewhere": Text(
        en="`{name}` exists only inside the function `{function}`; other places cannot see it.",
        ja="`{name}` は関数 `{function}` の中だけにあり、ほかの場所からは見えません。",
    ),
    "attribute": Text(
        en="`{name}` is not defined in this function; what belongs to the object is written "
        "`self.{name}`.",
        ja="この関数の中に `{name}` はありません。オブジェクトが持つ値は `self.{name}` と書きます。",
    ),
    "numpy_missing": Text(
        en="`np` is not defined: the file has no `import numpy as np`.",
        ja="`np` が定義されていません。このファイルには `import numpy as np` がありません。",
    ),
    "numpy_other_name": Text(
        en="`{name}` is not defined: in this file NumPy is imported under the name `{called}`.",
        ja="`{name}` は定義されていません。このファイルでは NumPy を `{called}` という名前で"
        "インポートしています。",
    ),
    "numpy_function": Text(
        en="`{name}` is not defined. NumPy has a function of that name; here it is called "
        "`{numpy}.{name}`.",
        ja="`{name}` は定義されていません。同じ名前の NumPy の関数は `{numpy}.{name}` と書きます。",
    ),
    "module_not_imported": Text(
        en="`{name}` is not defined: the file does not import the module of that name.",
        ja="`{name}` は定義されていません。"
        "このファイルでは、その名前のモジュールをインポートしていません。",
    ),
    "unbound": Text(
        en="`{name}` has no value yet when this line runs.",
        ja="この行の実行時点で `{name}` にはまだ値がありません。",
    ),
    "unbound_itself": Text(
        en="This line needs the old value of `{name}`, but `{name}` has no value before it.",
        ja="この行は `{name}` の元の値を使いますが、`{name}` にはまだ値がありません。",
    ),
    "unbound_later": Text(
        en="`{name}` is used here before it gets a value, in line {line}.",
        ja="`{name}` に値が入る（{line} 行目）より前に、ここで使われています。",
    ),
    "unbound_path": Text(
        en="`{name}` gets a value only in line {lines}, and this time the code did not come past "
        "there before this line.",
        ja="`{name}` に値が入るのは {lines} 行目だけですが、"
        "今回はそこを通らずにこの行に来ています。",
    ),
    "unbound_outside": Text(
        en="Because line {line} assigns to `{name}`, Python takes it for a variable of this "
        "function alone, and that has no value yet.",
        ja="{line} 行目で `{name}` に代入しているため、Python は `{name}` をこの関数だけの変数と"
        "みなします。その変数にはまだ値がありません。",
    ),
    "module_missing": Text(
        en="The module `{name}` is not available where the code is graded.",
        ja="採点する環境にモジュール `{name}` はありません。",
    ),
    "module_near": Text(
        en="There is no module `{name}`. Is `{near}` meant?",
        ja="モジュール `{name}` はありません。`{near}` のことですか。",
    ),
    "import_name": Text(
        en="There is nothing called `{name}` in the module `{module}`.",
        ja="モジュール `{module}` に `{name}` はありません。",
    ),
    "module_attribute": Text(
        en="There is nothing called `{name}` in the module `{module}`.",
        ja="モジュール `{module}` に `{name}` はありません。",
    ),
    "module_attribute_near": Text(
        en="There is nothing called `{name}` in the module `{module}`. Is `{near}` meant?",
        ja="モジュール `{module}` に `{name}` はありません。`{near}` のことですか。",
    ),
    "numpy_alias": Text(
        en="`np.{name}` no longer exists; it was only another name for Python's `{builtin}`.",
        ja="`np.{name}` は廃止されました。Python の `{builtin}` の別名にすぎなかったものです。",
    ),
    "numpy_removed": Text(
        en="`np.{name}` no longer exists: it was removed in NumPy 2.0.",
        ja="`np.{name}` は NumPy 2.0 で廃止され、もう使えません。",
    ),
    "object_attribute": Text(
        en="Here {subject} is {type}, which has no `{name}`.",
        ja="ここでは{subject}が{type}で、`{name}` を持っていません。",
    ),
    "object_attribute_near": Text(
        en="Here {subject} is {type}, which has no `{name}`. Is `{near}` meant?",
        ja="ここでは{subject}が{type}で、`{name}` を持っていません。`{near}` のことですか。",
    ),
    "only_arrays": Text(
        en="Here {subject} is {type}, not an array; only arrays have `{name}`.",
        ja="ここでは{subject}が配列ではなく{type}です。`{name}` を持つのは配列だけです。",
    ),
    "array_attribute": Text(
        en="Arrays have nothing called `{name}`.",
        ja="配列に `{name}` というものはありません。",
    ),
    "array_attribute_near": Text(
        en="Arrays have nothing called `{name}`. Is `{near}` meant?",
        ja="配列に `{name}` というものはありません。`{near}` のことですか。",
    ),
    "array_function": Text(
        en="Arrays have no `{name}` of their own; in NumPy that is a function, `{numpy}.{name}`.",
        ja="配列自身に `{name}` はありません。NumPy では `{numpy}.{name}` という関数です。",
    ),
    "generator_attribute": Text(
        en="The random generator has no `{name}`: its methods do not all have the names of the "
        "functions in `np.random`.",
        ja="乱数生成器に `{name}` はありません。"
        "`np.random` の関数とは名前の違うメソッドがあります。",
    ),
    "own": Text(
        en="An object of your class `{kind}` has no `{name}`.",
        ja="クラス `{kind}` のオブジェクトに `{name}` はありません。",
    ),
    "own_class": Text(
        en="The class `{kind}` itself has no `{name}`.",
        ja="クラス `{kind}` 自体に `{name}` はありません。",
    ),
    "own_near": Text(
        en="An object of your class `{kind}` has no `{name}`. Is `{near}` meant?",
        ja="クラス `{kind}` のオブジェクトに `{name}` はありません。`{near}` のことですか。",
    ),
    "own_not_yet": Text(
        en="`{name}` only gets its value in the method `{method}`; at this point the object does "
        "not have it yet.",
        ja="`{name}` に値が入るのはメソッド `{method}` の中です。"
        "この時点のオブジェクトはまだ持っていません。",
    ),
}
