// Spellings of the same thing become one, step by step as grader/quiz/folding.py does it.

/** What cannot be read as an answer: the name of a sentence, and the values in it. */
class Unreadable {
  constructor(name, values = {}) {
    this.name = name;
    this.values = values;
  }
}

// White space, letters and word characters as Python has them.
const WHITE = "[\\s\\x1c-\\x1f\\x85]";
const LETTER = "[\\p{L}\\p{Nl}\\p{No}]";
const WORD = "[\\p{L}\\p{N}_]";

const INVISIBLE = /[\p{Cf}\p{Cs}]|(?![\t-\r\x1c-\x1f\x85])\p{Cc}/gu;
const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾";
const FOR_SUPERSCRIPTS = "0123456789+-()";
const MIXED = new RegExp(`\\p{Nd}${WHITE}*[¼½¾⅐-⅞]`, "u");
const ARTICLE = new RegExp(`^(the|an|a)${WHITE}+`);
const HYPHEN_IN_WORD = new RegExp(`(?<=${LETTER})-(?=${LETTER})`, "gu");
const AROUND_TEXT = "。.、,!?・…「」『』“”‘’\"'`()[]";

function trimStart(text) {
  return text.replace(new RegExp(`^${WHITE}+`), "");
}

function trimEnd(text) {
  return text.replace(new RegExp(`${WHITE}+$`), "");
}

function trim(text) {
  return trimStart(trimEnd(text));
}

function lengthOf(text) {
  return [...text].length;
}

/** A response as text without invisible characters, not empty. */
function written(response, limit = 200) {
  if (response === null || response === undefined) throw new Unreadable("empty");
  if (typeof response !== "string") throw new Unreadable("not_text");
  if (lengthOf(response) > limit) throw new Unreadable("too_long", { limit });
  const visible = trim(response.replace(INVISIBLE, ""));
  if (!visible) throw new Unreadable("empty");
  return visible;
}

function foldSigns(text) {
  return text
    .replace(/[‐‑‒–—―−﹣－ーｰ]/g, "-")
    .replace(/[×✕✖╳·・･∙⋅∗＊﹡]/g, "*")
    .replace(/[÷⁄∕／]/g, "/");
}

/** Numbers, shapes and formulas: `x²` becomes `x^(2)`, `½` becomes `(1/2)`. */
function foldFormula(text) {
  const mixed = text.match(MIXED);
  if (mixed) throw new Unreadable("mixed_fraction", { written: mixed[0] });
  const plain = (sign) => FOR_SUPERSCRIPTS[SUPERSCRIPTS.indexOf(sign)];
  const spelled = text
    .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾]+/g, (run) => `^(${[...run].map(plain).join("")})`)
    .replace(/[¼½¾⅐-⅞]/g, (sign) => `(${sign.normalize("NFKC")})`.replace("⁄", "/"));
  const folded = foldSigns(foldSigns(spelled).normalize("NFKC"));
  return trim(folded.replaceAll("**", "^"));
}

/** Words: width, case, kana, white space, hyphens between letters, signs around. */
function foldText(text) {
  const lowered = text.normalize("NFKC").toLowerCase();
  const inHiragana = lowered.replace(/[ァ-ヶ]/g, (sign) =>
    String.fromCharCode(sign.charCodeAt(0) - 0x60),
  );
  const joined = trim(inHiragana)
    .replace(ARTICLE, "")
    .replace(new RegExp(`${WHITE}+`, "g"), "")
    .replace(/[‐‑‒–—―−]/g, "-")
    .replace(HYPHEN_IN_WORD, "");
  const signs = [...joined];
  const first = signs.findIndex((sign) => !AROUND_TEXT.includes(sign));
  const last = signs.findLastIndex((sign) => !AROUND_TEXT.includes(sign));
  return signs.slice(Math.max(first, 0), last + 1).join("");
}

/** The full-width signs and spaces that an input method leaves in code. */
function foldCode(text) {
  return text
    .replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replaceAll("\u3000", " ");
}

function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
