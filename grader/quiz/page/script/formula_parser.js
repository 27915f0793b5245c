// A recursive parser for formulas: no `eval`, nothing that could run. A node is
// ["number", value, text], ["name", text], ["negative", operand], ["apply", function, argument]
// or [operator, left, right].

const MAX_DEPTH = 40;
const CLOSING = { "(": ")", "[": "]", "{": "}" };

class FormulaParser {
  constructor(tokens) {
    this.tokens = tokens;
    this.position = 0;
    this.depth = 0;
    this.inBars = false;
  }

  get next() {
    return this.tokens[this.position] ?? END;
  }

  take() {
    const token = this.next;
    this.position += 1;
    return token;
  }

  isSign(signs) {
    return this.next.kind === "sign" && signs.includes(this.next.text);
  }

  whole() {
    const node = this.sum();
    if (this.next !== END) throw this.unexpected();
    return node;
  }

  sum() {
    let node = this.term();
    while (this.isSign("+-")) node = [this.take().text, node, this.term()];
    return node;
  }

  term() {
    let node = this.signed();
    let divided = false;
    for (;;) {
      if (this.isSign("*/")) {
        const operator = this.take().text;
        divided ||= operator === "/";
        node = [operator, node, this.signed()];
      } else if (this.startsFactor()) {
        // 1/2x is half of x to some and one over 2x to others.
        if (divided) throw new Unreadable("division_unclear");
        node = ["*", node, this.power()];
      } else {
        return node;
      }
    }
  }

  startsFactor() {
    const token = this.next;
    if (token.kind === "number" && /^[0-9.]/.test(token.text)) {
      const before = this.tokens[this.position - 1];
      return before.kind === "sign" && ")]}".includes(before.text);
    }
    if (token.kind === "end") return false;
    return token.kind !== "sign" || this.isSign(this.inBars ? "([{" : "([{|");
  }

  signed() {
    this.enter();
    let node;
    if (this.isSign("+-")) {
      const minus = this.take().text === "-";
      const operand = this.signed();
      node = minus ? ["negative", operand] : operand;
    } else {
      node = this.power();
    }
    this.depth -= 1;
    return node;
  }

  power() {
    const base = this.atom();
    if (!this.isSign("^")) return base;
    this.take();
    return ["^", base, this.signed()];
  }

  atom() {
    const token = this.take();
    if (token.kind === "number") return ["number", token.value, token.text];
    if (token.kind === "name") return ["name", token.text];
    if (token.kind === "function") return this.application(token.text);
    if (token.text === "|" && !this.inBars) return this.bars();
    if (token.text in CLOSING) return this.bracket(CLOSING[token.text]);
    this.position -= 1;
    throw this.unexpected();
  }

  application(name) {
    const bracketed = this.isSign("([{");
    this.enter();
    const node = ["apply", name, this.atom()];
    this.depth -= 1;
    if (!bracketed && (this.startsFactor() || this.isSign("^"))) {
      throw new Unreadable("argument_unclear", { function: name });
    }
    return node;
  }

  bars() {
    this.inBars = true;
    const inner = this.sum();
    this.inBars = false;
    this.close("|");
    return ["apply", "abs", inner];
  }

  bracket(closing) {
    const outside = this.inBars;
    this.inBars = false;
    const inner = this.sum();
    this.inBars = outside;
    this.close(closing);
    return inner;
  }

  close(closing) {
    if (!this.isSign(closing)) throw new Unreadable("bracket_open", { sign: closing });
    this.take();
  }

  enter() {
    this.depth += 1;
    if (this.depth > MAX_DEPTH) throw new Unreadable("too_deep");
  }

  unexpected() {
    if (this.next === END) return new Unreadable("formula_incomplete");
    return new Unreadable("sign_unexpected", { sign: this.next.text });
  }
}
