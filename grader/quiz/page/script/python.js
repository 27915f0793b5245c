// Python as it may stand in a blank, read into trees that are equal where Python's own are.
// A tree is nested arrays. What is more than expressions and simple statements is not read.

const KEYWORDS = new Set(
  ("False None True and as assert async await break class continue def del elif else except " +
    "finally for from global if import in is lambda nonlocal not or pass raise return try " +
    "while with yield").split(" "),
);
const CONSTANTS = new Set(["None", "True", "False"]);
const BLOCKS = new Set(
  "async class def for from global if import nonlocal try while with yield".split(" "),
);
const TIGHTER = [["|"], ["^"], ["&"], ["<<", ">>"], ["+", "-"], ["*", "/", "//", "%", "@"]];
const COMPARISONS = new Set(["<", ">", "==", ">=", "<=", "!=", "in", "is", "not"]);
const ASSIGNMENTS = new Set("+= -= *= /= //= %= @= &= |= ^= >>= <<= **=".split(" "));

class PythonParser {
  constructor(tokens) {
    this.tokens = tokens;
    this.position = 0;
  }

  get next() {
    return this.tokens[this.position] ?? END;
  }

  take() {
    const token = this.next;
    this.position += 1;
    return token;
  }

  at(...texts) {
    const { kind, text } = this.next;
    return (kind === "sign" || kind === "newline" || KEYWORDS.has(text)) && texts.includes(text);
  }

  takeIf(...texts) {
    return this.at(...texts) ? this.take() : null;
  }

  need(text) {
    if (!this.takeIf(text)) throw new NoPython();
  }

  program() {
    const statements = [];
    while (this.next !== END) {
      if (this.takeIf("\n")) continue;
      statements.push(this.statement());
      if (this.next !== END && !this.takeIf("\n", ";")) throw new NoPython();
    }
    return statements;
  }

  statement() {
    const { kind, text } = this.next;
    if (kind === "name" && BLOCKS.has(text)) throw new Unreadable("code_unsupported", { word: text });
    if (this.takeIf("pass", "break", "continue")) return [text];
    if (this.takeIf("return")) return ["return", this.atEndOfStatement() ? null : this.list()];
    if (this.takeIf("del")) return ["del", this.assignable(this.list())];
    if (this.takeIf("assert")) {
      return ["assert", this.test(), this.takeIf(",") ? this.test() : null];
    }
    if (this.takeIf("raise")) {
      if (this.atEndOfStatement()) return ["raise"];
      return ["raise", this.test(), this.takeIf("from") ? this.test() : null];
    }
    return this.expressionOrAssignment();
  }

  atEndOfStatement() {
    return this.next === END || this.at("\n", ";");
  }

  expressionOrAssignment() {
    const first = this.list();
    if (this.next.kind === "sign" && ASSIGNMENTS.has(this.next.text)) {
      if (!["name", "attribute", "subscript"].includes(first[0])) throw new NoPython();
      return ["augmented", first, this.take().text, this.list()];
    }
    if (this.takeIf(":")) {
      if (!["name", "attribute", "subscript"].includes(first[0])) throw new NoPython();
      return ["annotated", first, this.test(), this.takeIf("=") ? this.list() : null];
    }
    const parts = [first];
    while (this.takeIf("=")) parts.push(this.list());
    if (parts.length === 1) return ["expression", first];
    parts.slice(0, -1).forEach((target) => this.assignable(target));
    return ["assign", ...parts];
  }

  assignable(node) {
    const [type, ...parts] = node;
    if (type === "tuple" || type === "list" || type === "star") {
      parts.forEach((part) => this.assignable(part));
    } else if (!["name", "attribute", "subscript"].includes(type)) {
      throw new NoPython();
    }
    return node;
  }

  /** Expressions with commas between make a tuple. */
  list(item = () => this.starred(() => this.test()), starts = () => this.startsExpression()) {
    const first = item();
    if (!this.at(",")) return first;
    const items = [first];
    while (this.takeIf(",")) {
      if (!starts()) break;
      items.push(item());
    }
    return ["tuple", ...items];
  }

  startsExpression() {
    const { kind, text } = this.next;
    if (kind === "name") {
      return !KEYWORDS.has(text) || CONSTANTS.has(text) || ["not", "lambda", "await"].includes(text);
    }
    return kind === "number" || kind === "string" || this.at("(", "[", "{", "-", "+", "~", "*", "...");
  }

  starred(otherwise) {
    return this.takeIf("*") ? ["star", this.binary(0)] : otherwise();
  }

  /** `name := value`, or a plain test. */
  named() {
    const start = this.position;
    if (this.next.kind === "name" && !KEYWORDS.has(this.next.text)) {
      const target = this.take().text;
      if (this.takeIf(":=")) return ["named", ["name", target], this.test()];
      this.position = start;
    }
    return this.test();
  }

  test() {
    if (this.at("lambda")) return this.lambda();
    const value = this.either();
    if (!this.takeIf("if")) return value;
    const condition = this.either();
    this.need("else");
    return ["if", condition, value, this.test()];
  }

  lambda() {
    this.need("lambda");
    const parameters = [];
    while (!this.at(":")) {
      const star = this.takeIf("*", "**", "/");
      const name = star?.text === "/" || (star && this.at(",")) ? null : this.identifier();
      parameters.push([star?.text ?? "", name, this.takeIf("=") ? this.test() : null]);
      if (!this.takeIf(",")) break;
    }
    this.need(":");
    return ["lambda", parameters, this.test()];
  }

  identifier() {
    const { kind, text } = this.take();
    if (kind !== "name" || KEYWORDS.has(text)) throw new NoPython();
    return text;
  }

  either(word = "or", inner = () => this.either("and", () => this.negated())) {
    const values = [inner()];
    while (this.takeIf(word)) values.push(inner());
    return values.length > 1 ? [word, ...values] : values[0];
  }

  negated() {
    return this.takeIf("not") ? ["not", this.negated()] : this.comparison();
  }

  comparison() {
    const node = ["compare", this.binary(0)];
    while (COMPARISONS.has(this.next.text) && this.at(this.next.text)) {
      let sign = this.take().text;
      if (sign === "not") {
        this.need("in");
        sign = "not in";
      } else if (sign === "is" && this.takeIf("not")) {
        sign = "is not";
      }
      node.push(sign, this.binary(0));
    }
    return node.length > 2 ? node : node[1];
  }

  binary(level) {
    if (level === TIGHTER.length) return this.factor();
    let node = this.binary(level + 1);
    while (this.at(...TIGHTER[level])) node = [this.take().text, node, this.binary(level + 1)];
    return node;
  }

  factor() {
    const sign = this.takeIf("+", "-", "~");
    return sign ? ["unary", sign.text, this.factor()] : this.power();
  }

  power() {
    const awaited = this.takeIf("await");
    const inner = this.primary();
    const base = awaited ? ["await", inner] : inner;
    return this.takeIf("**") ? ["**", base, this.factor()] : base;
  }

  primary() {
    let node = this.atom();
    for (;;) {
      if (this.takeIf(".")) node = ["attribute", node, this.identifier()];
      else if (this.takeIf("(")) node = this.call(node);
      else if (this.takeIf("[")) node = this.subscript(node);
      else return node;
    }
  }

  subscript(node) {
    const index = this.list(
      () => this.starred(() => this.slice()),
      () => !this.at("]"),
    );
    this.need("]");
    return ["subscript", node, index];
  }

  slice() {
    const end = () => (this.at(":", ",", "]") ? null : this.test());
    const first = this.at(":") ? null : this.named();
    if (!this.takeIf(":")) return first;
    return ["slice", first, end(), this.takeIf(":") ? end() : null];
  }

  call(node) {
    const positional = [];
    const keywords = [];
    while (!this.at(")")) {
      this.argument(positional, keywords);
      if (!this.takeIf(",")) break;
    }
    this.need(")");
    // The order of keyword arguments means nothing, as long as all have names.
    if (keywords.every(([name]) => name)) keywords.sort(([a], [b]) => (a < b ? -1 : Number(a > b)));
    return ["call", node, positional, keywords];
  }

  argument(positional, keywords) {
    const unpacked = keywords.some(([name]) => !name);
    if (this.takeIf("**")) {
      keywords.push([null, this.test()]);
    } else if (this.takeIf("*")) {
      if (unpacked) throw new NoPython();
      positional.push(["star", this.test()]);
    } else if (this.next.kind === "name" && this.tokens[this.position + 1]?.text === "=") {
      const name = this.identifier();
      this.need("=");
      keywords.push([name, this.test()]);
    } else {
      if (keywords.length) throw new NoPython();
      const value = this.named();
      const comprehension = this.at("for");
      if (comprehension && positional.length) throw new NoPython();
      positional.push(comprehension ? ["generator", value, ...this.loops()] : value);
      if (comprehension && !this.at(")")) throw new NoPython();
    }
  }

  atom() {
    const { kind, text, prefix } = this.next;
    if (kind === "number") return this.number(this.take().text);
    if (kind === "string") return this.string(prefix);
    if (kind === "name") {
      if (CONSTANTS.has(text)) return ["constant", this.take().text];
      return ["name", this.identifier()];
    }
    if (this.takeIf("...")) return ["constant", "..."];
    if (this.takeIf("(")) return this.inParentheses();
    if (this.takeIf("[")) return this.inBrackets();
    if (this.takeIf("{")) return this.inBraces();
    throw new NoPython();
  }

  number(text) {
    const digits = text.replaceAll("_", "").toLowerCase();
    if (digits.endsWith("j")) return ["complex", Number(digits.slice(0, -1))];
    if (/^0[xob]/.test(digits)) return ["integer", String(BigInt(digits))];
    return /[.e]/.test(digits) ? ["float", String(Number(digits))] : ["integer", String(BigInt(digits))];
  }

  string(prefix) {
    const pieces = [];
    while (this.next.kind === "string") pieces.push(this.take());
    const bytes = pieces.filter((piece) => piece.prefix.includes("b")).length;
    if (bytes && bytes < pieces.length) throw new NoPython();
    const values = pieces.map((piece) =>
      piece.prefix.includes("r") ? piece.text : unescapePython(piece.text),
    );
    const type = pieces.some((piece) => piece.prefix.includes("f")) ? "f" : bytes ? "b" : "";
    return ["string", type, prefix === "u" ? "u" : "", values.join("")];
  }

  inParentheses() {
    if (this.takeIf(")")) return ["tuple"];
    const item = () => this.starred(() => this.named());
    const first = item();
    let node = first;
    if (this.at("for")) node = ["generator", first, ...this.loops()];
    else if (this.at(",")) node = ["tuple", first, ...this.more(item, ")")];
    else if (first[0] === "star") throw new NoPython();
    this.need(")");
    return node;
  }

  inBrackets() {
    if (this.takeIf("]")) return ["list"];
    const item = () => this.starred(() => this.named());
    const first = item();
    const rest = this.at("for") ? null : this.more(item, "]");
    const node = rest ? ["list", first, ...rest] : ["listed", first, ...this.loops()];
    this.need("]");
    return node;
  }

  inBraces() {
    if (this.takeIf("}")) return ["dict"];
    const item = () => {
      if (this.takeIf("**")) return ["pair", null, this.binary(0)];
      const key = this.starred(() => this.named());
      return this.takeIf(":") ? ["pair", key, this.test()] : key;
    };
    const first = item();
    const type = first[0] === "pair" ? "dict" : "set";
    const rest = this.at("for") ? this.loops() : this.more(item, "}");
    const loose = rest.some((one) => one[0] !== "loop" && (one[0] === "pair") !== (type === "dict"));
    if (loose) throw new NoPython();
    this.need("}");
    return [type, first, ...rest];
  }

  more(item, closing) {
    const items = [];
    while (this.takeIf(",")) {
      if (this.at(closing)) break;
      items.push(item());
    }
    return items;
  }

  loops() {
    const found = [];
    while (this.takeIf("for")) {
      const target = this.assignable(this.list(() => this.starred(() => this.binary(0))));
      this.need("in");
      const loop = ["loop", target, this.either()];
      while (this.takeIf("if")) loop.push(this.either());
      found.push(loop);
    }
    return found;
  }
}

/** Write out the tree of a piece of code; equal trees are written the same. */
function treeOf(code) {
  const text = foldCode(written(code, 300));
  try {
    return JSON.stringify(new PythonParser(tokenizePython(text)).program());
  } catch (problem) {
    if (!(problem instanceof NoPython)) throw problem;
    throw new Unreadable("not_python", { code: [...text].slice(0, 60).join("") });
  }
}
