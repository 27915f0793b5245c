"""What is said about answers in a zip archive, read or written."""

from grader.words import Text

TEXTS = {
    "no_archive": Text(
        en="{path} is not a zip archive that can be read. Make one with `grader pack`.",
        ja="{path} は zip ファイルとして読み込めません。`grader pack` で作り直してください。",
    ),
    "too_large": Text(
        en="{path} is larger than {size} MiB; that is no archive of answers.",
        ja="{path} は {size} MiB を超えています。解答をまとめたファイルとしては大きすぎます。",
    ),
    "too_many": Text(
        en="{path} has more than {limit} members; that is no archive of answers.",
        ja="{path} に含まれるファイルが {limit} 個を超えています。解答としては多すぎます。",
    ),
    "unsafe_name": Text(
        en="{path} is not read: a member named “{name}” has no place in an archive of answers.",
        ja="{path} は読み込みません。解答のファイル名として使えない「{name}」が含まれています。",
    ),
    "twice": Text(
        en="{path} is not read: it has two members named “{name}”.",
        ja="{path} は読み込みません。「{name}」という名前のファイルが二つ含まれています。",
    ),
    "swells": Text(
        en="{path} is not read: “{name}” would become far larger when unpacked than any answer is.",
        ja="{path} は読み込みません。「{name}」を展開すると、解答とは考えられない大きさになります。",
    ),
    "member_unreadable": Text(
        en="{file} cannot be unpacked: it is damaged, encrypted or compressed in an unusual way.",
        ja="{file} を展開できません。壊れているか、暗号化されているか、特殊な方式で圧縮されています。",
    ),
    "broken_manifest": Text(
        en="The manifest of {path} cannot be read, so nothing is known about where the answers come from.",
        ja="{path} の manifest.json を読み取れないため、解答の由来を確認できません。",
    ),
    "other_course": Text(
        en="{path} was packed for another course, or for another edition of this one.",
        ja="{path} は別の講座、またはこの講座の別の版のためにまとめられたものです。",
    ),
    "member_missing": Text(
        en="The manifest of {path} names {name}, which is not there.",
        ja="{path} の manifest.json にある {name} が見つかりません。",
    ),
    "other_hash": Text(
        en="{name} is not the file that the manifest names: it was changed or added after packing.",
        ja="{name} は manifest.json の記録と一致しません。まとめた後に変更または追加されています。",
    ),
    "nothing": Text(
        en="There are no answers to pack in {path}.",
        ja="{path} には、まとめる解答がありません。",
    ),
    "in_the_way": Text(
        en="{file} is there already and was not made by `grader pack`. Choose another name with -o.",
        ja="{file} は `grader pack` で作ったものではないため、上書きしません。-o で別の名前を指定してください。",
    ),
    "left_out": Text(en="Left out: {why}", ja="除外しました: {why}"),
    "written": Text(
        en="{file} written: {count} answers, {open} of them with open blanks.",
        ja="{file} を書き出しました。解答 {count} 件（うち、空欄が残っているもの {open} 件）",
    ),
}
