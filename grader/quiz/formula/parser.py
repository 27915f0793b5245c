"""A recursive parser for formulas: no `eval`, nothing that could run.

sum     := term (("+" | "-") term)*
term    := signed (("*" | "/") signed | power)*      a missing sign is a multiplication
signed  := "-" signed | power
power   := atom ("^" signed)?
atom    := number | name | function power | "(" sum ")" | "|" sum "|"
"""

from __future__ import annotations

from collections.abc import Sequence

from grader.quiz.answer import Unreadable
from grader.quiz.formula.nodes import Apply, Binary, Name, Negative, Node, Number
from grader.quiz.formula.tokens import Token, Vocabulary, tokenize
from grader.words import Sentence, sentence

MAX_DEPTH = 40
_CLOSING = {"(": ")", "[": "]", "{": "}", "|": "|"}
_END = Token("sign", "")


def parse_formula(text: str, vocabulary: Vocabulary) -> Node:
    """Read a folded formula; of an equation, what stands right of the last equals sign.

    Raises:
        Unreadable: it is no formula in these names; says what to write.
    """
    tokens = tokenize(text.rsplit("=", 1)[-1], vocabulary)
    if not tokens:
        raise Unreadable(sentence("quiz_answers.empty"))
    return _Parser(tokens).whole()


class _Parser:
    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self._position = 0
        self._depth = 0
        self._in_bars = False

    def whole(self) -> Node:
        node = self._sum()
        if self._next is not _END:
            raise Unreadable(self._unexpected())
        return node

    @property
    def _next(self) -> Token:
        return self._tokens[self._position] if self._position < len(self._tokens) else _END

    def _take(self) -> Token:
        token = self._next
        self._position += 1
        return token

    def _sign(self, signs: str) -> bool:
        token = self._next
        return token.kind == "sign" and token.text != "" and token.text in signs

    def _sum(self) -> Node:
        node = self._term()
        while self._sign("+-"):
            node = Binary(self._take().text, node, self._term())
        return node

    def _term(self) -> Node:
        node = self._signed()
        divided = False
        while True:
            if self._sign("*/"):
                operator = self._take().text
                divided = divided or operator == "/"
                node = Binary(operator, node, self._signed())
            elif self._starts_factor():
                if divided:  # 1/2x is half of x to some and one over 2x to others
                    raise Unreadable(sentence("quiz_answers.division_unclear"))
                node = Binary("*", node, self._power())
            else:
                return node

    def _starts_factor(self) -> bool:
        token = self._next
        if token.kind == "number" and token.text[0] in "0123456789.":
            before = self._tokens[self._position - 1]
            return before.kind == "sign" and before.text in ")]}"
        opens = "([{" if self._in_bars else "([{|"
        return token.kind != "sign" or self._sign(opens)

    def _signed(self) -> Node:
        self._enter()
        if self._sign("+-"):
            minus = self._take().text == "-"
            operand = self._signed()
            node: Node = Negative(operand) if minus else operand
        else:
            node = self._power()
        self._depth -= 1
        return node

    def _power(self) -> Node:
        base = self._atom()
        if not self._sign("^"):
            return base
        self._take()
        return Binary("^", base, self._signed())

    def _atom(self) -> Node:
        token = self._take()
        if token.kind == "number":
            return Number(token.value, token.text)
        if token.kind == "name":
            return Name(token.text)
        if token.kind == "function":
            return self._application(token.text)
        if token.text == "|" and not self._in_bars:
            return self._bars()
        if token.text in ("(", "[", "{"):
            return self._bracket(_CLOSING[token.text])
        self._position -= 1
        raise Unreadable(self._unexpected())

    def _application(self, function: str) -> Node:
        bracketed = self._sign("([{")
        self._enter()
        node = Apply(function, self._atom())
        self._depth -= 1
        if not bracketed and (self._starts_factor() or self._sign("^")):
            raise Unreadable(sentence("quiz_answers.argument_unclear", function=function))
        return node

    def _bars(self) -> Node:
        self._in_bars = True
        inner = self._sum()
        self._in_bars = False
        self._close("|")
        return Apply("abs", inner)

    def _bracket(self, closing: str) -> Node:
        outside, self._in_bars = self._in_bars, False
        inner = self._sum()
        self._in_bars = outside
        self._close(closing)
        return inner

    def _close(self, closing: str) -> None:
        if self._next.kind != "sign" or self._next.text != closing:
            raise Unreadable(sentence("quiz_answers.bracket_open", sign=closing))
        self._take()

    def _enter(self) -> None:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise Unreadable(sentence("quiz_answers.too_deep"))

    def _unexpected(self) -> Sentence:
        if self._next is _END:
            return sentence("quiz_answers.formula_incomplete")
        return sentence("quiz_answers.sign_unexpected", sign=self._next.text)
