// Numbers and shapes that somebody typed, as grader/quiz/kinds/numeric.py and shape.py read them.

const DIGITS = "(?:[1-9]\\d{0,2}(?:,\\d{3})+|[1-9]\\d{0,2}(?: \\d{3})+|\\d+)";
const DECIMAL = `[+-]?(?:${DIGITS}(?:\\.\\d*)?|\\.\\d+)(?:e[+-]?\\d+)?`;
const POWER = (name) => `10\\^(?:\\((?<${name}>[+-]?\\d+)\\)|(?<${name}_bare>[+-]?\\d+))`;
const NUMBER = new RegExp(
  `^(?:(?<decimal>${DECIMAL})(?:[*x]${POWER("scale")}|/(?<below>${DECIMAL}))?` +
    `|${POWER("power")})(?<percent>%)?$`,
);
const BRACKETED_FRACTION = /^([+-]?)\((\p{Nd}+\/\p{Nd}+)\)$/u;
const IN_FRONT = new RegExp(
  `^(?:[\\p{L}\\p{Nl}\\p{No}_]${WORD}*${WHITE}*=|[=≈≒≃~約])${WHITE}*`,
  "u",
);
const LOOSE_SPACE = new RegExp(
  `${WHITE}*([*/x^])${WHITE}*|(?<=[+-])${WHITE}+|${WHITE}+(?=%)`,
  "g",
);
const PERCENT = [foldFormula("パーセント"), "percent", "%"];
const SIZE = /^(?:\d{1,12}|[a-z](?:_?\d)?)$/;
const BETWEEN_SIZES = new RegExp(`${WHITE}*(?:[*x,、]|by)${WHITE}*|${WHITE}+`, "g");

function foldAnswer(response) {
  return foldFormula(written(response, 100)).toLowerCase().replace(/。+$/, "");
}

/** A number as it is meant, and whether it had a percent sign. Units are folded already. */
function readNumber(response, units = []) {
  let text = foldAnswer(response);
  if (IN_FRONT.test(text)) text = trim(text.replace(IN_FRONT, ""));
  const percent = PERCENT.find((sign) => text.endsWith(sign));
  if (percent) text = `${trimEnd(text.slice(0, -percent.length))}%`;
  text = withoutUnit(text, units).replace(BRACKETED_FRACTION, "$1$2");
  text = text.replace(LOOSE_SPACE, "$1");
  const found = text.match(NUMBER);
  if (!found) throw noNumber(text);
  return numberOf(found.groups);
}

/** What is wrong with a text that is no number: often a comma in place of the decimal point. */
function noNumber(text) {
  const pointed = text.replaceAll(",", ".");
  if (pointed !== text && NUMBER.test(pointed)) {
    return new Unreadable("decimal_comma", { written: pointed });
  }
  return new Unreadable("number_unreadable");
}

function withoutUnit(text, units) {
  const longestFirst = [...units].sort((a, b) => b.length - a.length);
  const unit = longestFirst.find((known) => text.endsWith(known));
  return unit ? trimEnd(text.slice(0, -unit.length)) : text;
}

function numberOf(found) {
  let value = found.decimal ? decimalOf(found.decimal) : 1;
  if (found.below) value /= decimalOf(found.below);
  for (const name of ["scale", "scale_bare", "power", "power_bare"]) {
    if (found[name]) value *= 10 ** Number(found[name]);
  }
  if (!Number.isFinite(value)) throw new Unreadable("number_too_large");
  const percent = found.percent !== undefined;
  return { value: percent ? value / 100 : value, percent };
}

function decimalOf(text) {
  return Number(text.replace(/[, ]/g, ""));
}

function spokenNumber({ value, percent }) {
  return percent ? `${shortest(value * 100)}%` : shortest(value);
}

/** Ten digits, without zeros at the end. */
function shortest(value) {
  if (value === 0) return Object.is(value, -0) ? "-0" : "0";
  const [digits, power] = value.toExponential(9).split("e").map(Number);
  if (power < -4 || power >= 10) {
    const size = String(Math.abs(power)).padStart(2, "0");
    return `${digits}e${power < 0 ? "-" : "+"}${size}`;
  }
  const fixed = value.toFixed(9 - power);
  return fixed.includes(".") ? fixed.replace(/\.?0+$/, "") : fixed;
}

/** The sizes of a shape, as text without leading zeros. */
function readShape(response, letters) {
  let text = foldAnswer(response);
  if (/^(?:\(.*\)|\[.*\])$/s.test(text)) text = trim(text.slice(1, -1));
  const sizes = text.replace(/,$/, "").replace(BETWEEN_SIZES, ",").split(",");
  if (!sizes.every((size) => SIZE.test(size) && (letters || /^\d/.test(size)))) {
    throw new Unreadable("shape_unreadable");
  }
  return sizes.map((size) => (/^\d/.test(size) ? size.replace(/^0+(?=\d)/, "") : size));
}
