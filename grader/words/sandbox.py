"""What is said when student code cannot be run, or had to be stopped."""

from __future__ import annotations

from grader.words import Text

TEXTS: dict[str, Text] = {
    "unsupported_system": Text(
        en="Student code cannot be run on this system: a process of its own is only made for it "
        "on Linux and macOS. On Windows, use WSL2.",
        ja="このシステムでは解答のコードを実行できません。解答用のプロセスを用意できるのは "
        "Linux と macOS だけです。Windows では WSL2 を使ってください。",
    ),
    "no_package": Text(
        en="The package {package}, which student code needs, is not installed for {python}.",
        ja="解答のコードの実行に必要なパッケージ {package} が、"
        "{python} にインストールされていません。",
    ),
    "cannot_start": Text(
        en="The process that runs student code could not be started: {reason}",
        ja="解答のコードを実行するプロセスを起動できませんでした: {reason}",
    ),
    "ended": Text(
        en="The process that runs student code has ended: {reason}",
        ja="解答のコードを実行するプロセスが終了しています: {reason}",
    ),
    "no_last_words": Text(
        en="it gave no reason.",
        ja="理由は不明です。",
    ),
    "closed": Text(
        en="The process that runs student code was closed before this was asked of it.",
        ja="解答のコードを実行するプロセスは、すでに閉じられています。",
    ),
    "stopped_timeout": Text(
        en="The code did not come back within {detail}. Is there a loop that never ends?",
        ja="コードの実行が {detail} 以内に終わりませんでした。終わらないループはありませんか。",
    ),
    "stopped_crashed": Text(
        en="The process that ran the code ended before it answered ({detail}).",
        ja="コードを実行していたプロセスが、結果を返す前に終了しました（{detail}）。",
    ),
    "stopped_output": Text(
        en="The code printed more than {detail}, so it was stopped. Is there a print in a loop?",
        ja="コードが {detail} を超える出力をしたため、停止しました。"
        "ループの中に print はありませんか。",
    ),
    "stopped_memory": Text(
        en="The code returned more than {detail}. Do the shapes broadcast as you meant them to?",
        ja="コードの戻り値が {detail} を超えました。"
        "ブロードキャスト後の shape は意図したとおりですか。",
    ),
    "stopped_protocol": Text(
        en="The process that ran the code sent something other than its result ({detail}).",
        ja="コードを実行していたプロセスが、結果ではないデータを送りました（{detail}）。",
    ),
}
