"""The words of reports for other programs: CI services, issue trackers, chat."""

from grader.words import Text

TEXTS = {
    "heading": Text(en="Result", ja="採点結果"),
    "exercise": Text(en="Exercise", ja="演習"),
    "status": Text(en="Status", ja="結果"),
    "points": Text(en="Points", ja="点"),
    "cases": Text(en="Cases", ja="ケース"),
    "all_cases": Text(en="all cases", ja="全ケース"),
    "whole": Text(en="{name}: {status}", ja="{name}: {status}"),
    "one_blank": Text(en="{name}, blank {label}: {status}", ja="{name}、空欄 {label}: {status}"),
    "lab": Text(en="lab {name}", ja="実験 {name}"),
    "cut": Text(en="(cut here: too long)", ja="（長いため以下省略）"),
}
