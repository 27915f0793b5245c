"""What `grader doctor` says: what confines student code here, what to do about it, what is there."""

from grader.words import Text

TEXTS = {
    "level": Text(en="Sandbox level: {level}", ja="サンドボックスの強度: {level}"),
    "worth_strong": Text(
        en="Student code can open neither your files nor connections, nor reach other processes.",
        ja="解答のコードは、あなたのファイルを開くことも、通信することも、"
        "他のプロセスに干渉することもできません。",
    ),
    "worth_partial": Text(
        en="Student code can open no connections, nor reach other processes. As nothing here says "
        "which files it may read, it can open none: only modules that are loaded beforehand can "
        "be imported.",
        ja="解答のコードは、通信することも、他のプロセスに干渉することもできません。"
        "読んでよいファイルを限る仕組みがこの環境にないため、ファイルは一切開けず、"
        "あらかじめ読み込まれたモジュールしか import できません。",
    ),
    "worth_basic": Text(
        en="Student code can do whatever you can do, within limits of time and memory. "
        "Do not run other people's code here.",
        ja="解答のコードは、時間とメモリーの制限を除けば、あなたと同じことができます。"
        "この環境で他の人のコードを実行しないでください。",
    ),
    "cannot_run": Text(
        en="Sandbox: student code cannot be run here. {why}",
        ja="サンドボックス: この環境では解答のコードを実行できません。{why}",
    ),
    "on": Text(en="on", ja="あり"),
    "off": Text(en="off", ja="なし"),
    "stops_process": Text(
        en="a process of its own: solutions, expected values and your environment variables are "
        "not in it",
        ja="別プロセスで実行します。模範解答・期待値・環境変数はその中にありません",
    ),
    "stops_limits": Text(
        en="stops what takes time, memory or output without end",
        ja="時間・メモリー・出力の使いすぎを止めます",
    ),
    "stops_landlock": Text(
        en="stops reading files other than the libraries of Python and NumPy, and changing any",
        ja="Python と NumPy のライブラリー以外のファイルの読み出しと、"
        "すべてのファイルの変更を止めます",
    ),
    "stops_seccomp": Text(
        en="stops programs, connections, signals to other processes, and writing files",
        ja="プログラムの起動・通信・他プロセスへのシグナル・ファイルへの書き込みを止めます",
    ),
    "stops_bubblewrap": Text(
        en="hides other files altogether, even their names, and other processes",
        ja="他のファイルを名前も含めて見えなくし、他のプロセスも見えなくします",
    ),
    "left_out": Text(
        en="Left out because {variable} says so.",
        ja="{variable} の指定により外されています。",
    ),
    "not_linux": Text(
        en="There is none outside Linux: use Linux, WSL2 or Docker.",
        ja="Linux 以外にはありません。Linux、WSL2、Docker のいずれかを使ってください。",
    ),
    "get_process": Text(
        en="The process did not report it; please tell the maintainers.",
        ja="プロセスから報告がありませんでした。開発者に知らせてください。",
    ),
    "get_landlock": Text(
        en="Needs Linux 5.13 or later with Landlock enabled (listed in "
        "/sys/kernel/security/lsm; the boot parameter lsm= adds it).",
        ja="Landlock を有効にした Linux 5.13 以降が必要です"
        "（有効なら /sys/kernel/security/lsm に載ります。起動パラメーター lsm= で追加できます）。",
    ),
    "get_seccomp": Text(
        en="Needs a kernel with seccomp filters, and a container that does not forbid them.",
        ja="seccomp フィルターのあるカーネルが必要です。"
        "コンテナの中では、それを禁じない設定にしてください。",
    ),
    "unknown_processor": Text(
        en="This processor is {machine}; system calls are known for {known} only.",
        ja="このプロセッサーは {machine} です。対応しているのは {known} だけです。",
    ),
    "get_bubblewrap": Text(
        en="Install it: `apt install bubblewrap`, or what your system calls it.",
        ja="`apt install bubblewrap` など、お使いのシステムの方法でインストールしてください。",
    ),
    "bubblewrap_forbidden": Text(
        en="Installed, but it does not work here; containers and Ubuntu 24.04 or later forbid it "
        "what it needs. Leave that as it is: Landlock with seccomp is enough.",
        ja="インストール済みですが、この環境では動きません（コンテナや Ubuntu 24.04 以降では、"
        "必要な機能が制限されています）。制限はそのままにしてください。"
        "Landlock と seccomp があれば十分です。",
    ),
    "versions": Text(
        en="grader {grader} · Python {python} · NumPy {numpy}",
        ja="grader {grader} · Python {python} · NumPy {numpy}",
    ),
    "system": Text(en="System: {system}", ja="システム: {system}"),
    "blas": Text(en="BLAS: {name} ({threads})", ja="BLAS: {name}（{threads}）"),
    "processors": Text(
        en="Processors: {count}, of which {usable} can be used",
        ja="プロセッサー: {count} 個（うち使えるもの {usable} 個）",
    ),
    "matplotlib": Text(en="Figures: matplotlib {version}", ja="図: matplotlib {version}"),
    "no_numpy": Text(
        en="NumPy, without which nothing works, cannot be imported by {python} ({error}).",
        ja="NumPy を {python} から import できないため、何も動きません（{error}）。",
    ),
}
