// Formulas, read without `eval` and compared at points, as grader/quiz/formula/ does it.
// A node is [operation, …]: ["number", value, text], ["name", text], ["-", operand],
// ["apply", function, argument] or ["+" "-" "*" "/" "^", left, right].

const MAX_DEPTH = 40;
const FUNCTIONS = {
  sqrt: Math.sqrt,
  exp: Math.exp,
  log: Math.log,
  ln: Math.log,
  log2: Math.log2,
  log10: Math.log10,
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  sinh: Math.sinh,
  cosh: Math.cosh,
  tanh: Math.tanh,
  abs: Math.abs,
  sigmoid: (u) => 1 / (1 + finite(Math.exp(-u))),
  relu: (u) => Math.max(u, 0),
};
const OPERATORS = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => a / b,
  "^": (a, b) => a ** b,
};
const CLOSING = { "(": ")", "[": "]", "{": "}" };
const TIGHTNESS = { "+": 1, "-": 1, "*": 2, "/": 2, "^": 4 };
const FORMULA_NUMBER = /(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?/iy;
const FORMULA_SIGN = /[-+*/^()[\]{}|√]/y;
const NAME_RUN = new RegExp(`${LETTER}${WORD}*`, "uy");
const WHITE_RUN = new RegExp(`${WHITE}+`, "y");
const END = { kind: "end", text: "" };

/** Everything a name can mean; variables go before functions and constants. */
function meaningsOf(variables, functions) {
  const found = new Map([
    ["pi", { kind: "number", text: "pi", value: Math.PI }],
    ["e", { kind: "number", text: "e", value: Math.E }],
  ]);
  for (const name of Object.keys(FUNCTIONS)) found.set(name, { kind: "function", text: name });
  for (const [name, known] of Object.entries(functions)) {
    found.set(name, { kind: "function", text: known });
  }
  for (const name of variables) {
    const numbered = name.replace(new RegExp(`(?<=${LETTER})(\\p{Nd}+)$`, "u"), "_$1");
    for (const spelling of [name.replaceAll("_", ""), numbered, name]) {
      found.set(spelling, { kind: "name", text: name });
    }
  }
  for (const [sign, name] of [["σ", "sigmoid"], ["π", "pi"]]) {
    if (!found.has(sign)) found.set(sign, found.get(name));
  }
  return found;
}

function tokenizeFormula(formula, meanings, variables) {
  const text = trim(formula.replace(new RegExp(`_\\{(${WORD}+)\\}`, "gu"), "_$1"));
  const tokens = [];
  let position = 0;
  const take = (pattern) => {
    pattern.lastIndex = position;
    const found = pattern.exec(text);
    if (found) position = pattern.lastIndex;
    return found && found[0];
  };
  while (position < text.length) {
    if (take(WHITE_RUN)) continue;
    const run = take(NAME_RUN);
    const number = run ? null : take(FORMULA_NUMBER);
    const sign = run || number ? null : take(FORMULA_SIGN);
    if (run) tokens.push(...namesIn(run, meanings, variables));
    else if (number) tokens.push({ kind: "number", text: number, value: sizeOf(number) });
    else if (sign === "√") tokens.push({ kind: "function", text: "sqrt" });
    else if (sign) tokens.push({ kind: "sign", text: sign });
    else throw new Unreadable("sign_unknown", { sign: [...text.slice(position)][0] });
  }
  return tokens;
}

function sizeOf(number) {
  const value = Number(number);
  if (!Number.isFinite(value)) throw new Unreadable("number_too_large");
  return value;
}

/** `xexp` is x times exp: the longest known name first, then what is left of the run. */
function namesIn(run, meanings, variables) {
  const tokens = [];
  let rest = run;
  while (rest) {
    const name = longest([...meanings.keys()].filter((known) => rest.startsWith(known)));
    const [length, meaning] = name
      ? [name.length, meanings.get(name)]
      : inOtherCase(rest, meanings);
    if (!meaning) {
      throw new Unreadable("name_unknown", { name: run, known: variables.join(", ") });
    }
    tokens.push(meaning);
    rest = rest.slice(length);
  }
  return tokens;
}

function longest(names) {
  return names.reduce((best, name) => (name.length > best.length ? name : best), "");
}

/** A name written in the other case, where that can mean one thing only. */
function inOtherCase(rest, meanings) {
  const lowered = rest.toLowerCase();
  const fitting = [...meanings.keys()].filter((name) => lowered.startsWith(name.toLowerCase()));
  const length = longest(fitting).length;
  const means = fitting.filter((name) => name.length === length).map((name) => meanings.get(name));
  const different = new Set(means.map(({ kind, text }) => `${kind} ${text}`));
  return different.size === 1 ? [length, means[0]] : [0, null];
}

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

/** Read a formula; of an equation, what stands right of the last equals sign. */
function readFormula(response, meanings, variables) {
  const text = foldFormula(written(response)).split("=").at(-1);
  const tokens = tokenizeFormula(text, meanings, variables);
  if (!tokens.length) throw new Unreadable("empty");
  return new FormulaParser(tokens).whole();
}

function finite(value) {
  if (!Number.isFinite(value)) throw new RangeError("no real value");
  return value;
}

function valueAt(node, point) {
  const [operation, first, second] = node;
  if (operation === "number") return first;
  if (operation === "name") return point[first];
  if (operation === "negative") return -valueAt(first, point);
  if (operation === "apply") return finite(FUNCTIONS[first](valueAt(second, point)));
  return finite(OPERATORS[operation](valueAt(first, point), valueAt(second, point)));
}

function hasSameValues(key, node) {
  try {
    return key.points.every(
      (point, index) => Math.abs(valueAt(node, point) - key.values[index]) <= key.tolerance,
    );
  } catch (problem) {
    if (problem instanceof RangeError) return false;
    throw problem;
  }
}

/** Write a formula out with every sign, such as `2·(x + y)`. */
function spokenFormula(node) {
  const [operation, first, second] = node;
  if (operation === "number") return second;
  if (operation === "name") return first;
  if (operation === "negative") return `-${wrapped(first, 3)}`;
  if (operation === "apply") return `${first}(${spokenFormula(second)})`;
  const tightness = TIGHTNESS[operation];
  const sign = { "*": "·", "/": "/", "^": "^" }[operation] ?? ` ${operation} `;
  const left = wrapped(first, tightness + (operation === "^"));
  return `${left}${sign}${wrapped(second, tightness + "-/".includes(operation))}`;
}

function wrapped(node, needed) {
  const text = spokenFormula(node);
  const loose = node[0] === "negative" || TIGHTNESS[node[0]] < needed;
  return loose ? `(${text})` : text;
}
