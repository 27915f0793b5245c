"""What is said in the place of sentences that would tell something about the cases."""

from grader.words import Text

TEXTS = {
    "some_exception": Text(en="an exception", ja="例外"),
    "not_loaded": Text(
        en="The file stopped with {type} while it was being read.",
        ja="ファイルの読み込み中に {type} が発生しました。",
    ),
    "timeout": Text(
        en="The code did not come back in time. Is there a loop that never ends?",
        ja="コードの実行が制限時間内に終わりませんでした。終わらないループはありませんか。",
    ),
    "crashed": Text(
        en="The code was stopped before it had answered every case.",
        ja="すべてのケースの結果を返す前に、コードの実行が止まりました。",
    ),
    "differs_raised": Text(
        en="Your code stopped with {type}.", ja="実行中に {type} が発生しました。"
    ),
    "differs_not_raised": Text(
        en="An input that must be refused with an exception was not refused.",
        ja="例外を発生させて拒否すべき入力に対して、値が返されました。",
    ),
    "differs_wrong_exception": Text(
        en="An input that must be refused was refused with the wrong type of exception.",
        ja="拒否すべき入力に対して、別の種類の例外が発生しました。",
    ),
    "differs_nothing_returned": Text(
        en="The result is None. Is there a `return`, on every path?",
        ja="戻り値が None です。すべての経路に `return` がありますか。",
    ),
    "differs_type": Text(
        en="The result is not of the expected type.", ja="戻り値の型が正しくありません。"
    ),
    "differs_length": Text(
        en="The result does not have the expected number of items.",
        ja="戻り値の要素数が正しくありません。",
    ),
    "differs_shape": Text(
        en="The result does not have the expected shape.", ja="戻り値の形状が正しくありません。"
    ),
    "differs_dtype": Text(
        en="The result does not have the expected kind of dtype.",
        ja="戻り値の dtype の種類が正しくありません。",
    ),
    "differs_finiteness": Text(
        en="NaN and infinity are not where they are expected in the result.",
        ja="戻り値の NaN や無限大の現れ方が正しい結果と異なります。",
    ),
    "differs_value": Text(
        en="The result is not the expected one.", ja="戻り値が正しい結果と異なります。"
    ),
    "differs_argument_changed": Text(
        en="The result is right, but an argument was changed on the way. Work on a new array.",
        ja="戻り値は正しいのですが、引数が書き換えられています。新しい配列を作って計算してください。",
    ),
    "differs_argument_not_changed": Text(
        en="An argument should have been updated in place, but it is as it was.",
        ja="引数をその場で更新する必要がありますが、元のままです。",
    ),
    "differs_argument_returned": Text(
        en="The numbers are right, but the result is an argument itself, not a new array.",
        ja="値は正しいのですが、新しい配列ではなく、引数の配列そのものが返されています。",
    ),
    "lab_passed": Text(
        en="The first losses equal those of the reference.",
        ja="学習の最初の段階の損失が、模範解答の損失と一致しました。",
    ),
    "lab_failed": Text(
        en="The losses are not those of the reference.",
        ja="損失が模範解答の損失と異なります。",
    ),
    "lab_error": Text(en="The training came to an early end.", ja="学習が途中で終了しました。"),
}
