"""Question banks written by hand, for trying the reader alone."""

from __future__ import annotations

import base64

from tests.quiz.export.moodle_reader import Bank, BankQuestion, read_bank


def read(body: str) -> Bank:
    """Read questions wrapped in a quiz."""
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n'
    return read_bank(f"{head}{body}</quiz>".encode())


def first(body: str) -> BankQuestion:
    """Read one question."""
    return read(body).questions[0]


def question(kind: str, name: str, text: str, rest: str) -> str:
    return (
        f'<question type="{kind}"><name><text>{name}</text></name>'
        f'<questiontext format="html"><text>{text}</text></questiontext>{rest}</question>'
    )


def answer(text: str, fraction: float, feedback: str, more: str = "") -> str:
    return (
        f'<answer fraction="{fraction}"><text>{text}</text>'
        f"<feedback><text>{feedback}</text></feedback>{more}</answer>"
    )


def true_false(name: str, more: str = "") -> str:
    """A statement that is true."""
    rest = f"{more}{answer('true', 100, 'Right.')}{answer('false', 0, 'No.')}"
    return question("truefalse", name, f"<![CDATA[<p>About {name}</p>]]>", rest)


def category(path: str, info: str = "", form: str = "html", id_number: str = "") -> str:
    return (
        f'<question type="category"><category><text>{path}</text></category>'
        f'<info format="{form}"><text>{info}</text></info>'
        f"<idnumber>{id_number}</idnumber></question>"
    )


def with_file(text: str, name: str, where: str = "questiontext") -> str:
    """A question with a file in one of its texts."""
    content = base64.b64encode(b"png").decode()
    element = f'<file name="{name}" path="/" encoding="base64">{content}</file>'
    body = question("multichoice", "q", text, answer("A", 100, "") + answer("B", 0, ""))
    return body.replace(f"</{where}>", f"{element}</{where}>", 1)


MATCHING = question(
    "matching",
    "Layers",
    "What does each layer do, f -> g?",
    """<generalfeedback><text>So f -> g.</text></generalfeedback>
    <defaultgrade>1</defaultgrade>
    <penalty>0.3333333</penalty>
    <hidden>0</hidden>
    <shuffleanswers>false</shuffleanswers>
    <correctfeedback><text>All right.</text></correctfeedback>
    <partiallycorrectfeedback><text>Some right.</text></partiallycorrectfeedback>
    <incorrectfeedback><text>None right.</text></incorrectfeedback>
    <subquestion><text>affine</text><answer><text>multiplies</text></answer></subquestion>
    <subquestion><text>relu</text><answer><text>clips</text></answer></subquestion>
    <subquestion><text>pooling</text><answer><text>shrinks</text></answer></subquestion>
    <subquestion><text></text><answer><text>forgets</text></answer></subquestion>
    <hint><text>Think of sizes</text><shownumcorrect /></hint>
    <hint><text></text><shownumcorrect /><clearwrong /></hint>
    <tags><tag><text>layers</text></tag><tag><text>cnn</text></tag></tags>""",
)
NUMERICAL = question(
    "numerical",
    "Rows",
    "How many?",
    "<defaultgrade>1</defaultgrade><penalty>0.1</penalty><hidden>0</hidden>"
    + answer("28", 100, "Yes.", "<tolerance>0.001</tolerance>")
    + answer("14", 0, "Halved once too often.", "<tolerance>1</tolerance>")
    + answer("*", 0, "Far off.", "<tolerance></tolerance>")
    + "<hint><text>Count</text></hint><hint><text>Count again</text></hint>",
)
SHORT = question(
    "shortanswer",
    "An optimiser",
    "Complete the list: SGD, ________, Adam.",
    "<defaultgrade>1</defaultgrade><penalty>0.3333333</penalty><hidden>0</hidden>"
    "<usecase>0</usecase>"
    + answer("Momentum", 100, "Yes.")
    + answer("*", 0, "No.")
    + "<hint><text>Physics</text></hint><hint><text>It rolls</text></hint>",
)
