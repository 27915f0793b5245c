"""What is said about the course itself: finding it, choosing from it, and its author's mistakes."""

from grader.words import Text

TEXTS = {
    "no_course_there": Text(
        en="{folder} holds no course.toml. Give --course the folder of a course.",
        ja="{folder} に course.toml がありません。--course にはコースのフォルダを指定してください。",
    ),
    "no_course_above": Text(
        en="There is no course.toml in {folder} or above it. "
        "Change into the course's folder, or name it with --course.",
        ja="{folder} とその上のフォルダに course.toml が見つかりません。"
        "コースのフォルダに移動するか、--course で指定してください。",
    ),
    "nothing_matches": Text(
        en="Nothing in this course is called “{selector}”. `grader list` shows all there is.",
        ja="このコースに「{selector}」はありません。`grader list` で一覧を確認できます。",
    ),
    "nothing_matches_but": Text(
        en="Nothing in this course is called “{selector}”. Did you mean: {names}?",
        ja="このコースに「{selector}」はありません。もしかして: {names}",
    ),
    "section_is_empty": Text(
        en="“{selector}” has no exercises yet. `grader list` shows all there is.",
        ja="「{selector}」にはまだ演習がありません。`grader list` で一覧を確認できます。",
    ),
    "several_match": Text(
        en="“{selector}” names more than one exercise: {names}. Choose one of them.",
        ja="「{selector}」に当てはまる演習が複数あります: {names}。一つに絞ってください。",
    ),
    "unreadable": Text(
        en="{file} cannot be read: {error}.",
        ja="{file} を読み込めません: {error}",
    ),
    "missing": Text(
        en="{file} is missing.",
        ja="{file} がありません。",
    ),
    "incomplete": Text(
        en="{file} lacks an entry or has one of the wrong type: {error}.",
        ja="{file} の項目が足りないか、型が違います: {error}",
    ),
    "section_twice": Text(
        en="{file} names the section {id} twice.",
        ja="{file} に節 {id} が二度書かれています。",
    ),
    "needs_one_spec": Text(
        en="{file} must make exactly one spec(...); it makes {count}.",
        ja="{file} には spec(...) がちょうど一つ必要ですが、{count} 個あります。",
    ),
    "cases_fail": Text(
        en="{file}: the cases of {group}() cannot be drawn: {error}.",
        ja="{file}: {group}() のケースを作れません: {error}",
    ),
    "no_cases": Text(
        en="{file} yields no cases.",
        ja="{file} にケースがありません。",
    ),
    "file_broken": Text(
        en="{place}: {error}.",
        ja="{place}: {error}",
    ),
    "function_missing": Text(
        en="{file} does not define {name}.",
        ja="{file} に {name} が定義されていません。",
    ),
    "task_without_title": Text(
        en="{file}:1: the first line must be the title, `# …`.",
        ja="{file}:1: 一行目は題名（`# …`）にしてください。",
    ),
    "task_sections": Text(
        en="{file} must have exactly these sections, in this order: {headings}.",
        ja="{file} の見出しは次の順に揃えてください: {headings}",
    ),
    "task_without_hints": Text(
        en="{file} has no numbered hints in its last section.",
        ja="{file} の最後の節に番号付きのヒントがありません。",
    ),
    "no_exercises": Text(
        en="{root} has no exercises: nothing was found below solutions/.",
        ja="{root} に演習がありません（solutions/ の下に何も見つかりません）。",
    ),
}
