"""Small quizzes whose texts, names and keys hold what breaks careless writers, for hypothesis."""

from __future__ import annotations

from pathlib import Path

from hypothesis import strategies as st
from markdown_it.token import Token

from grader.quiz.answer import Answer
from grader.quiz.kinds.choice import Choice
from grader.quiz.kinds.code import Code
from grader.quiz.kinds.essay import Essay
from grader.quiz.kinds.match import Match
from grader.quiz.kinds.multi import Multi
from grader.quiz.kinds.numeric import Interval, Numeric
from grader.quiz.kinds.order import Order
from grader.quiz.kinds.shape import ShapeAnswer
from grader.quiz.kinds.text import Words
from grader.quiz.model import Distractor, Option, Question, Quiz
from grader.quiz.prose import Passage, Place, Prose
from grader.words import Text

NASTY = (
    *("]]>", "]]", "]]]]><![CDATA[>", "<![CDATA[", "{{c1::x}}", "{{", "*", r"\*", "\\", "%", "$$"),
    *("&lt;", "&amp;nbsp;", "&", "<", ">", "<b> <i>", "</script>", "<!--", "-->", '"', "'", "a<b"),
    *("@@PLUGINFILE@@/x.svg", "@@PLUGINFILE@@PLUGINFILE@@", '<img src="@@PLUGINFILE@@/y.png">'),
    *(
        "_____",
        "____________",
        "ＡＢ　＜ｂ＞",
        "日本 語",
        "> 日本",
        "e\u0301",
        "😀",
        "\u202e",
        "\xa0",
    ),
    *("\x00", "\x0b", "\x1c", "\x7f", "\x85", "\ud800", "\uffff", "\r", "\r\n", "0", "1,5", "top"),
)
PLACE = Place("quiz.md", 1)
PHRASES = st.lists(st.sampled_from(NASTY) | st.text(max_size=4), max_size=4).map("".join)
SHOWN = st.tuples(PHRASES, st.sampled_from("xあ0"), PHRASES).map("".join)  # never blank
LINES = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=6)
TYPED = st.lists(
    st.sampled_from([one for one in NASTY if one.isprintable() and one.strip()]) | LINES,
    min_size=1,
    max_size=3,
).map("".join)  # what a key has in one line
NUMBERS = st.floats(-1e9, 1e9).map(lambda number: round(number, 6)) | st.integers(-99, 99)


def _passage(parts: list[tuple[str, str]]) -> Passage:
    children = [Token(kind, "code" if kind == "code_inline" else "", 0) for kind, _ in parts]
    for child, (_, content) in zip(children, parts, strict=True):
        child.content = content
    inline = Token("inline", "", 0, children=children)
    opens, closes = Token("paragraph_open", "p", 1), Token("paragraph_close", "p", -1)
    return Passage(PLACE, (opens, inline, closes))


_KINDS = st.sampled_from(["text", "code_inline", "math_inline"])
PASSAGES = st.lists(st.tuples(_KINDS, SHOWN), min_size=1, max_size=2).map(_passage)
PROSE = st.builds(Prose, PASSAGES, PASSAGES)


@st.composite
def _options(draw: st.DrawFn, least: int, most: int) -> tuple[Option, ...]:
    pairs = st.tuples(PROSE, st.none() | PROSE)
    drawn = draw(st.lists(pairs, min_size=least, max_size=most))
    return tuple(Option(index, *pair) for index, pair in enumerate(drawn))


@st.composite
def _intervals(draw: st.DrawFn) -> tuple[Interval, ...]:
    found = []
    for _ in range(draw(st.integers(1, 2))):
        low, width = draw(NUMBERS), draw(NUMBERS.map(abs) | st.just(0.0))
        slack = 1e-9 * max(abs(low), abs(low + width))
        found.append(Interval(low - slack, low + width + slack, draw(st.booleans()), "?"))
    return tuple(found)


_SIZES = st.integers(0, 64).map(str)
_SHAPES = st.lists(_SIZES, min_size=1, max_size=3).map(tuple)
_WORD = TYPED.filter(lambda word: bool(Words((word,)).grade(word).correct))
_WORDS = st.lists(_WORD, min_size=1, max_size=3).map(lambda words: Words(tuple(words)))
_SHAPE_KEYS = st.lists(_SHAPES, min_size=1, max_size=2).map(lambda keys: ShapeAnswer(tuple(keys)))
TYPED_KEYS: dict[str, st.SearchStrategy[Answer]] = {
    "numeric": _intervals().map(Numeric),
    "text": _WORDS.map(lambda words: words),
    "shape": _SHAPE_KEYS.map(lambda shapes: shapes),
}


@st.composite
def questions(draw: st.DrawFn, ident: str, kind: str) -> Question:
    """One question of a kind."""
    options: tuple[Option, ...] = ()
    choices: tuple[Option, ...] = ()
    distractors: tuple[Distractor, ...] = ()
    answer: Answer = Essay((1.0,))
    if kind in ("choice", "multi", "order", "match"):
        options = draw(_options(2, 5))
        indices = range(len(options))
    if kind == "choice":
        answer = Choice(draw(st.sampled_from(indices)), len(options))
    elif kind == "multi":
        right = draw(st.sets(st.sampled_from(indices), min_size=1))
        answer = Multi(tuple(sorted(right)), len(options))
    elif kind == "order":
        first, *others = draw(st.permutations(indices))
        answer = Order(((first,), *((other,) for other in others)))
    elif kind == "match":
        choices = draw(_options(3, 4))  # what Moodle lets one edit
        partners = [draw(st.integers(0, len(choices) - 1)) for _ in options]
        answer = Match(tuple(partners), len(choices))
    elif kind == "code":
        answer = Code({"1": ("x", "y"), "2": ("a<b",)})
    elif kind != "essay":
        answer = draw(TYPED_KEYS[kind])
        wrong = draw(st.lists(st.tuples(TYPED_KEYS[kind], PROSE), max_size=2))
        distractors = tuple(Distractor(PLACE, ("?",), key, said) for key, said in wrong)
    return Question(
        id=ident,
        number=1,
        place=PLACE,
        title=draw(PROSE),
        points=draw(st.sampled_from([1.0, 2.5, 100.0, 1 / 3])),
        level=1,
        tags=tuple(draw(st.lists(PHRASES | st.just("level-1"), max_size=3))),
        body=draw(PROSE),
        answer=answer,
        explanation=draw(PROSE),
        options=options,
        choices=choices,
        distractors=distractors,
        hints=tuple(draw(st.lists(PROSE, max_size=2))),
        model_answer=Text(en="a <b> model", ja="例"),
    )


KINDS = ("choice", "multi", "order", "match", "code", "essay", *TYPED_KEYS)


@st.composite
def quizzes(draw: st.DrawFn) -> Quiz:
    """A quiz of one to three questions, whose folders have strange names."""
    kinds = draw(st.lists(st.sampled_from(KINDS), min_size=1, max_size=3))
    folder = st.sampled_from(["day1", "top", "日本 語", "a<b", "$course$", "x" * 300, "&lt;"])
    asked = [draw(questions(f"q-{number}", kind)) for number, kind in enumerate(kinds)]
    return Quiz(
        id="/".join(draw(st.lists(folder, min_size=1, max_size=2))),
        title=draw(st.builds(Text, PHRASES, PHRASES)),
        folder=Path(),
        questions=tuple(asked),
        intro=draw(PROSE),
    )
