"""The fixed words of the HTML report."""

from grader.words import Text

TEXTS = {
    "title": Text(en="Results", ja="採点結果"),
    "language": Text(en="Language", ja="表示する言語"),
    "contents": Text(en="Exercises", ja="演習の一覧"),
    "curve": Text(
        en="{run}: {first} at first, {last} after {updates} updates",
        ja="{run}: はじめは {first}、{updates} 回の更新後は {last}",
    ),
    "logarithmic": Text(en="{title} (logarithmic)", ja="{title}（対数目盛）"),
    "code": Text(en="Your code: {name}", ja="提出したコード: {name}"),
    "inputs": Text(en="Inputs", ja="入力"),
    "labs": Text(en="In training", ja="学習で試した結果"),
    "task": Text(en="The task", ja="課題文"),
    "printed": Text(en="What your code printed", ja="コードの出力"),
    "made_by": Text(en="How this was graded", ja="採点の条件"),
    "submission": Text(en="Submission", ja="提出物"),
    "course": Text(en="Course", ja="コース"),
    "seed": Text(en="Seed", ja="シード"),
    "versions": Text(en="Versions", ja="バージョン"),
    "sandbox": Text(en="Sandbox", ja="サンドボックス"),
    "data": Text(en="Data", ja="データ"),
    "nothing": Text(en="No exercise was graded.", ja="採点した演習はありません。"),
}
