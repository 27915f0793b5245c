"""What is said while somebody watches: keys, the state of things, what cannot be done."""

from grader.words import Text

TEXTS = {
    "no_terminal": Text(
        en="grader watch needs a terminal for its screen and its keys; here, use grader check.",
        ja="grader watch の画面表示とキー操作には端末が必要です。ここでは grader check を使ってください。",
    ),
    "key_next": Text(en="next", ja="次へ"),
    "key_previous": Text(en="back", ja="前へ"),
    "key_hint": Text(en="hint", ja="ヒント"),
    "key_list": Text(en="list", ja="一覧"),
    "key_check": Text(en="check", ja="採点"),
    "key_empty": Text(en="reset", ja="白紙"),
    "key_quit": Text(en="quit", ja="終了"),
    "key_move": Text(en="move", ja="移動"),
    "key_open": Text(en="open", ja="開く"),
    "key_return": Text(en="return", ja="戻る"),
    "key_yes": Text(en="yes", ja="はい"),
    "key_no": Text(en="no", ja="いいえ"),
    "list": Text(en="All exercises", ja="演習の一覧"),
    "whole_task": Text(
        en="The whole task, with an example:",
        ja="数式や例も含む課題の全文を読むには:",
    ),
    "progress": Text(en="{passed} of {total} passed", ja="{total} 問中 {passed} 問合格"),
    "section": Text(en="{title} · {id}", ja="{title} · {id}"),
    "checking": Text(en="Checking…", ja="採点しています…"),
    "explaining": Text(en="Looking for the reason…", ja="原因を調べています…"),
    "training": Text(
        en="Training with your function… {percent}%",
        ja="あなたの関数で学習しています… {percent}%",
    ),
    "checked": Text(
        en="Save the file to check it. Last check: {milliseconds} ms",
        ja="保存すると採点します。前回の採点: {milliseconds} ミリ秒",
    ),
    "waiting": Text(en="Save the file to check it.", ja="ファイルを保存すると採点します。"),
    "file_gone": Text(
        en="{file} is not there. Press x to put the empty exercise in its place.",
        ja="{file} がありません。x キーで空の演習を置けます。",
    ),
    "above": Text(en="↑ {count} more", ja="↑ あと {count} 行"),
    "below": Text(en="↓ {count} more", ja="↓ あと {count} 行"),
    "both": Text(en="↑ {above} · ↓ {below}", ja="↑ {above} 行 · ↓ {below} 行"),
    "unknown": Text(en="not checked yet", ja="未採点"),
    "all_passed": Text(
        en="Every exercise in this selection is passed.",
        ja="選んだ演習にはすべて合格しています。",
    ),
    "only_this_left": Text(
        en="This is the only exercise that is not passed yet.",
        ja="まだ合格していないのは、この演習だけです。",
    ),
    "first": Text(en="This is the first exercise.", ja="これが最初の演習です。"),
    "last_hint": Text(en="That was the last hint.", ja="ヒントはこれで最後です。"),
    "ended": Text(
        en="{passed} of {total} exercises passed.", ja="{total} 問中 {passed} 問に合格しています。"
    ),
}
