// Formulas are read, evaluated at points and said back, as grader/quiz/formula/ does it.

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
