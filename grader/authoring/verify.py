"""The course proves itself: what an author could get wrong is looked for, exercise by exercise."""

from __future__ import annotations

import doctest
import inspect
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from grader.calls.steps import Outcome, Step
from grader.calls.values import Unsupported
from grader.course.blanks import align, is_current
from grader.course.catalog import Course
from grader.course.exercise import Exercise
from grader.course.mistakes import Mistake
from grader.course.plan import Plan, make_plan
from grader.course.sources import read_author_file, run_author_file
from grader.course.student import students_answer
from grader.course.submission import Answer, Submission, find_answer
from grader.course.table import Outcomes
from grader.course.task import read_task
from grader.errors import CourseError
from grader.grading import Bench
from grader.grading.exercise import grade_cases
from grader.judge.gradients import numerical_gradient
from grader.judge.verdict import judge_outcomes, same_everywhere
from grader.labs import find_labs
from grader.words import LANGUAGES, Sentence, Text, sentence

EXAMPLE = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
AUTHOR_FILES = ("checks.py", "mistakes.toml", "README.md", "README.ja.md")


@dataclass(frozen=True)
class Proof:
    """What was found out about one exercise; it is sound when there are no problems."""

    exercise: Exercise
    cases: int
    blanks: int
    mistakes: int
    problems: tuple[Sentence, ...]


def verify_exercise(bench: Bench, exercise: Exercise, known_ids: Sequence[str]) -> Proof:
    """Look for everything that could be wrong with one exercise.

    Raises:
        SandboxError: student code cannot be run on this machine.
    """
    try:
        plan = make_plan(exercise, bench.settings.seed)
        mistakes = plan.mistakes
        problems = [problem for look in LOOKS for problem in look(bench, plan)] + list(
            _requirements(plan, known_ids)
        )
    except CourseError as error:
        return Proof(exercise, 0, 0, 0, (error.sentence,))
    cases, blanks = len(plan.table.cases), len(plan.reference_fills)
    return Proof(exercise, cases, blanks, len(mistakes), tuple(problems))


def _solution_passes(bench: Bench, plan: Plan) -> Iterator[Sentence]:
    root = plan.exercise.root / "solutions"
    answer = find_answer(Submission(str(root), root, is_file=False), plan.exercise)
    result = grade_cases(bench, plan, answer).result
    if result.status != "passed":
        yield sentence("verify.solution_fails", status=result.status, why=" ".join(result.messages))
    if not result.aligned:
        yield sentence("verify.solution_not_aligned")


def _untouched_is_todo(bench: Bench, plan: Plan) -> Iterator[Sentence]:
    answer = Answer(plan.exercise.student_path, plan.template)
    result = grade_cases(bench, plan, answer).result
    statuses = {blank.status for blank in result.blanks}
    if result.status != "todo" or statuses != {"todo"}:
        yield sentence("verify.untouched_not_todo", status=result.status)


def _cases_are_sound(_bench: Bench, plan: Plan) -> Iterator[Sentence]:
    table = plan.table
    for language in LANGUAGES:
        names = [case.name.in_language(language) for case in table.cases]
        for name in sorted({name for name in names if names.count(name) > 1}):
            yield sentence("verify.case_twice", name=name)
    for case, outcomes in zip(table.cases, table.expected, strict=True):
        for step, outcome in zip(case.steps, outcomes, strict=True):
            yield from _outcome_is_sound(case.name, step, outcome, table.spec.changes_arguments)


def _outcome_is_sound(
    name: Text, step: Step, outcome: Outcome, changes_arguments: bool
) -> Iterator[Sentence]:
    error = outcome.error
    if step.raises is None and error is not None:
        yield sentence("verify.case_raises", name=name, error=f"{error.type_name}: {error.message}")
    if step.raises is not None and (error is None or step.raises not in error.bases):
        yield sentence("verify.case_does_not_raise", name=name, wanted=step.raises)
    if isinstance(outcome.value, Unsupported):
        yield sentence("verify.case_unsupported", name=name, type=outcome.value.type_name)
    if outcome.changed and not changes_arguments:
        yield sentence("verify.case_changes", name=name, arguments=", ".join(outcome.changed))


def _is_derivative(_bench: Bench, plan: Plan) -> Iterator[Sentence]:
    antiderivative = plan.table.spec.antiderivative
    if antiderivative is None:
        return
    for case, outcomes in zip(plan.table.cases, plan.table.expected, strict=True):
        step, value = case.steps[-1], outcomes[-1].value
        measured = None if value is None else numerical_gradient(antiderivative, step)
        if measured is not None and not np.allclose(value, measured, rtol=1e-5, atol=1e-8):
            yield sentence("verify.not_derivative", name=case.name, by=antiderivative.by)


def _mistakes_are_told_apart(_bench: Bench, plan: Plan) -> Iterator[Sentence]:
    seen: list[tuple[Mistake, tuple[Outcomes, ...]]] = []
    for mistake in plan.mistakes:
        unknown = set(mistake.fills) - set(plan.reference_fills)
        if unknown or not mistake.fills:
            yield sentence(
                "verify.mistake_labels", id=mistake.id, labels=", ".join(sorted(unknown))
            )
            continue
        outcomes = tuple(plan.mistake_outcomes(mistake))
        if judge_outcomes(plan.table, outcomes).passed:
            yield sentence("verify.mistake_passes", id=mistake.id)
        for other, others in seen:
            if same_everywhere(plan.table, outcomes, others):
                yield sentence("verify.mistakes_alike", one=other.id, other=mistake.id)
        seen.append((mistake, outcomes))


def _exercise_file_is_current(_bench: Bench, plan: Plan) -> Iterator[Sentence]:
    answer = students_answer(plan.exercise)
    if answer is None or answer.problem is not None:
        yield sentence("verify.exercise_missing", file=plan.exercise.student_path)
    elif not _current(plan.template, answer.source):
        name = plan.exercise.name
        yield sentence("verify.exercise_outdated", file=plan.exercise.student_path, name=name)


def _current(template: str, source: str) -> bool:
    """Whether a file is the generated one, or was until somebody began to fill it in."""
    try:
        alignment = align(template, source)
        untouched = alignment.aligned and all(fill.todo for fill in alignment.fills)
        return source == template if untouched else is_current(template, source)
    except SyntaxError:
        return False


def _task_is_complete(_bench: Bench, plan: Plan) -> Iterator[Sentence]:
    hints = {language: len(read_task(plan.exercise, language).hints) for language in LANGUAGES}
    if len(set(hints.values())) > 1:
        yield sentence("verify.hints_differ", en=hints["en"], ja=hints["ja"])


def _labs_exist(_bench: Bench, plan: Plan) -> Iterator[Sentence]:
    labs = find_labs()
    for link in plan.table.spec.labs:
        if link.lab not in labs:
            yield sentence("verify.lab_unknown", lab=link.lab)
        elif link.slot not in labs[link.lab].slots:
            yield sentence("verify.slot_unknown", lab=link.lab, slot=link.slot)


def _folder_is_tidy(_bench: Bench, plan: Plan) -> Iterator[Sentence]:
    expected = {*AUTHOR_FILES, f"{plan.exercise.name}.py"}
    for name in AUTHOR_FILES:
        if not (plan.exercise.folder / name).is_file():
            yield sentence("course.missing", file=plan.exercise.folder / name)
    for path in sorted(plan.exercise.folder.iterdir()):
        if path.name not in expected and path.name != "__pycache__":
            yield sentence("verify.stray_file", file=path)


def _arguments_are_named_right(_bench: Bench, plan: Plan) -> Iterator[Sentence]:
    path = plan.exercise.solution_path
    defined = run_author_file(read_author_file(path), path)[plan.exercise.name]
    parameters = list(inspect.signature(defined).parameters)
    for case in plan.table.cases:
        names = list(case.steps[0].arguments)
        if names != parameters[: len(names)]:
            yield sentence(
                "verify.case_arguments",
                name=case.name,
                arguments=", ".join(names),
                parameters=", ".join(parameters),
            )


def _examples_are_true(_bench: Bench, plan: Plan) -> Iterator[Sentence]:
    path = plan.exercise.solution_path
    namespace = run_author_file(read_author_file(path), path)
    for language in LANGUAGES:
        task = plan.exercise.task_path(language)
        blocks = "\n".join(EXAMPLE.findall(read_author_file(task)))
        example = doctest.DocTestParser().get_doctest(blocks, dict(namespace), str(task), None, 0)
        runner = doctest.DocTestRunner(verbose=False)
        if runner.run(example, out=lambda _text: None).failed:
            yield sentence("verify.example_wrong", file=task)


LOOKS: tuple[Callable[[Bench, Plan], Iterator[Sentence]], ...] = (
    _folder_is_tidy,
    _task_is_complete,
    _examples_are_true,
    _cases_are_sound,
    _arguments_are_named_right,
    _is_derivative,
    _labs_exist,
    _untouched_is_todo,
    _mistakes_are_told_apart,
    _exercise_file_is_current,
    _solution_passes,
)


def _requirements(plan: Plan, known_ids: Sequence[str]) -> Iterator[Sentence]:
    earlier = known_ids[: known_ids.index(plan.exercise.id)]
    for needed in plan.table.spec.requires:
        if needed not in earlier:
            yield sentence("verify.requires_unknown", id=needed)


def find_strays(course: Course) -> Iterator[Sentence]:
    """Look for exercise files that no solution generates, and solutions outside every section."""
    expected = {exercise.student_path for exercise in course.exercises}
    for path in sorted((course.root / "exercises").rglob("*.py")):
        if path not in expected:
            yield sentence("verify.stray_file", file=path)
    sections = {section.id for section in course.sections}
    for path in sorted((course.root / "solutions").glob("*/*")):
        if path.is_dir() and path.relative_to(course.root / "solutions").as_posix() not in sections:
            yield sentence("verify.stray_section", folder=path)
