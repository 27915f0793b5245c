"""The link from a question to an exercise: blanks are run where their writing is not the key's.

The only module of the room that knows exercises and grading.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from grader.course.blanks import fill_template, find_blanks
from grader.course.catalog import Course
from grader.course.exercise import Exercise
from grader.course.mistakes import load_mistakes
from grader.course.plan import Plan, make_plan
from grader.course.sources import read_author_file
from grader.course.submission import Answer
from grader.grading import Bench
from grader.grading.exercise import grade_cases
from grader.quiz.answer import Graded, mark_parts
from grader.quiz.folding import fold_code
from grader.quiz.grade import grade
from grader.quiz.kinds.code import Code
from grader.quiz.lint import Known
from grader.quiz.model import MistakeId, Question
from grader.words import sentence


def known_of(course: Course) -> Known:
    """Everything in a course that a quiz may refer to.

    Raises:
        CourseError: an exercise of the course is not sound.
    """
    return Known(
        exercises={exercise.id: _blank_names(exercise) for exercise in course.exercises},
        sections=frozenset(section.id for section in course.sections),
        mistakes=frozenset(
            MistakeId(exercise.id, mistake.id)
            for exercise in course.exercises
            for mistake in load_mistakes(exercise)
        ),
    )


def _blank_names(exercise: Exercise) -> frozenset[str]:
    path = exercise.solution_path
    return frozenset(blank.label for blank in find_blanks(read_author_file(path), str(path)))


def grade_by_running(question: Question, response: object, course: Course, bench: Bench) -> Graded:
    """Mark a response; code that only looks wrong is run on the cases of the exercise.

    Args:
        question: one with `check`, or any other, which is graded as ever.
        response: as `grade` takes it.
        course: where the exercise is.
        bench: runs the code, in the sandbox.

    Raises:
        CourseError: the exercise is not sound.
        SandboxError: no student code can be run.
    """
    graded = grade(question, response)
    found = [exercise for exercise in course.exercises if exercise.id == question.check]
    key = question.answer
    if graded.outcome != "wrong" or not found or not isinstance(key, Code):
        return graded
    plan = make_plan(found[0], bench.settings.seed)
    fills = _fills(response, graded.parts)
    if _passes(bench, plan, fills):
        said = sentence("quiz_answers.cases_pass", name=plan.exercise.name)
        return replace(mark_parts(dict.fromkeys(graded.parts, True)), message=said)
    right = {name: known[0] for name, known in key.fills.items()}
    parts = {
        name: correct or _passes(bench, plan, {**right, name: fills[name]})
        for name, correct in graded.parts.items()
    }
    # Each may work in its place and all together not: then it is as wrong as it looked.
    return graded if all(parts.values()) else replace(mark_parts(parts), feedback=graded.feedback)


def _passes(bench: Bench, plan: Plan, fills: Mapping[str, str]) -> bool:
    source = fill_template(plan.template, fills)
    answer = Answer(plan.exercise.student_path, source)
    return grade_cases(bench, plan, answer).result.status == "passed"


def _fills(response: object, parts: Mapping[str, bool]) -> dict[str, str]:
    if not isinstance(response, Mapping):
        response = dict.fromkeys(parts, response)
    return {name: fold_code(str(response[name])).strip() for name in parts}
