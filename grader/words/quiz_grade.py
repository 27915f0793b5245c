"""What `grader quiz grade` says about the responses of a class."""

from grader.words import Text

TEXTS: dict[str, Text] = {
    "empty_folder": Text(
        en="{folder} holds no .json files.",
        ja="{folder} に .json ファイルがありません。",
    ),
    "not_marked": Text(
        en="Responses or files that could not be marked: {count}.",
        ja="採点できなかった解答・ファイル: {count} 件。",
    ),
    "other_key": Text(
        en="Responses to version {answered} of “{quiz}”, graded with the key of version {digest}: {count}. "
        "Options go by their place in the file, and exams name questions by number: if any were "
        "added, removed or moved in between, these marks are wrong.",
        ja="版 {answered} の「{quiz}」の解答 {count} 件を、版 {digest} の正解で採点しました。"
        "選択肢は問題ファイルでの並び順で、試験の問題は番号で記録されています。"
        "その間に問題や選択肢の追加・削除・並べ替えがあれば、この採点は誤りです。",
    ),
    "shifted": Text(
        en="{file} answers version {answered} of “{quiz}” by question number, and these numbers do not fit today's questions: {numbers}. "
        "Questions or options were added, removed or moved, so no number can be relied on. "
        "Mend the key in the version that was answered, and grade it there.",
        ja="{file} は版 {answered} の「{quiz}」の解答で、次の番号の解答が今の問題に合いません: {numbers}。"
        "問題や選択肢の追加・削除・並べ替えがあったため、番号での対応が取れません。"
        "解答された版の問題ファイルで正解を直し、その版で採点してください。",
    ),
    "others_shifted": Text(
        en="{refused} of the responses to version {answered} of “{quiz}” did not fit today's questions. "
        "The others were marked, but are probably marked wrongly too: do not use these marks.",
        ja="版 {answered} の「{quiz}」の解答のうち {refused} 件が、今の問題に合いませんでした。"
        "ほかの解答は採点しましたが、同じ理由で誤っているおそれが大きいため、この得点は使わないでください。",
    ),
    "gone": Text(
        en="{file} answers questions that “{quiz}” does not have any more; these answers do not count: {names}.",
        ja="{file} に、今の「{quiz}」にない問題の解答があります。得点には数えません: {names}。",
    ),
    "no_digest": Text(
        en="Not said which version of the test was answered (no “digest”); graded with today's key: {files}.",
        ja='どの版のテストの解答か書かれていないため（"digest" なし）、今の正解で採点しました: {files}。',
    ),
    "and_more": Text(en="{files} and {count} more", ja="{files}、ほか {count} 件"),
    "twice": Text(
        en="“{student}” answers “{quiz}” more than once; all are marked: {files}.",
        ja="「{student}」による「{quiz}」の解答が複数あります。すべて採点しました: {files}。",
    ),
    # A line a student.
    "student": Text(en="Student", ja="受験者"),
    "test": Text(en="Test", ja="テスト"),
    "points": Text(en="Points", ja="得点"),
    "of": Text(en="of", ja="満点"),
    "passed": Text(en="Result", ja="合否"),
    "by_hand": Text(en="By hand", ja="要採点"),
    "remarks": Text(en="Remarks", ja="備考"),
    "total": Text(en="Passed: {passed} of {count}.", ja="合格: {count} 件中 {passed} 件。"),
    "hand_legend": Text(
        en="By hand: essays to be marked by a person. Write the items of the rubric that are met into the file, as {example}, and grade it again.",
        ja="要採点: 人が採点する記述問題。満たしている採点項目を {example} の形でファイルに書き込み、もう一度採点してください。",
    ),
    "remark_version": Text(en="version {digest}", ja="版 {digest}"),
    "remark_no_digest": Text(en="version not known", ja="版は不明"),
    "remark_twice": Text(en="more than one response", ja="解答が複数"),
    "remark_gone": Text(en="not asked any more: {names}", ja="今はない問題: {names}"),
    "remark_unreadable": Text(en="cannot be read: {numbers}", ja="読み取れない解答: {numbers}"),
    "remark_met": Text(
        en="essays marked in the file: {numbers}",
        ja="ファイル内で採点済みの記述問題: {numbers}",
    ),
    "remark_not_run": Text(en="code not run: {numbers}", ja="コード未実行: {numbers}"),
    # A response in full.
    "met": Text(
        en="Essays whose points stand in the file itself (“met”): {numbers}.",
        ja='ファイル内の "met" で採点した記述問題: {numbers}。',
    ),
    "feedback": Text(en="remark: {feedback}", ja="コメント: {feedback}"),
}
