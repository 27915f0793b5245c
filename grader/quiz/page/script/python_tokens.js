// Python as it may stand in a blank, cut into tokens.

const MOST_BRACKETS = 199;

const BLANK_RUN = /(?:[ \t\f]|\\\n)+/y;
const COMMENT = /#[^\n]*/y;
const IDENTIFIER = /[\p{XID_Start}_][\p{XID_Continue}]*/uy;
const FLOAT = /(?:(?:\d(?:_?\d)*)?\.\d(?:_?\d)*|\d(?:_?\d)*\.)(?:e[+-]?\d(?:_?\d)*)?j?|\d(?:_?\d)*e[+-]?\d(?:_?\d)*j?|\d(?:_?\d)*j/iy;
const INTEGER = /0x(?:_?[0-9a-f])+|0o(?:_?[0-7])+|0b(?:_?[01])+|[1-9](?:_?\d)*|0(?:_?0)*/iy;
const STRING = /([rbuf]{0,2})("""|'''|"|')/iy;
const OPERATOR =
  /\*\*=|\/\/=|>>=|<<=|\.\.\.|[-+*/%@&|^!=<>:]=|->|\*\*|\/\/|>>|<<|[-+*/%@&|^~<>()[\]{},:.;=]/y;

class NoPython extends Error {}

function tokenizePython(code) {
  const tokens = [];
  let position = 0;
  let depth = 0;
  const take = (pattern) => {
    pattern.lastIndex = position;
    const found = pattern.exec(code);
    if (found) position = pattern.lastIndex;
    return found;
  };
  const add = (kind, text) => tokens.push({ kind, text });
  while (position < code.length) {
    let found;
    if (take(BLANK_RUN) || take(COMMENT)) continue;
    if ((found = take(STRING))) {
      const [end, content] = restOfString(code, position, found[2]);
      position = end;
      tokens.push({ kind: "string", text: content, prefix: prefixOf(found[1]) });
    } else if ((found = take(IDENTIFIER))) {
      add("name", found[0].normalize("NFKC"));
    } else if ((found = take(FLOAT) ?? take(INTEGER))) {
      if (/^[\p{XID_Continue}]/u.test(code.slice(position))) throw new NoPython();
      add("number", found[0]);
    } else if ((found = take(OPERATOR))) {
      if ("([{".includes(found[0])) depth += 1;
      if (")]}".includes(found[0])) depth -= 1;
      if (depth > MOST_BRACKETS) throw new NoPython();
      add("sign", found[0]);
    } else if (code[position] === "\n") {
      position += 1;
      if (depth) continue;
      if (/^[ \t\f]+[^ \t\f\n#]/.test(code.slice(position))) throw new NoPython();
      add("newline", "\n");
    } else {
      throw new NoPython();
    }
  }
  return tokens;
}

function prefixOf(prefix) {
  const letters = [...prefix.toLowerCase()].sort().join("");
  if (!["", "r", "b", "u", "f", "br", "fr"].includes(letters)) throw new NoPython();
  return letters;
}

function restOfString(code, start, quote) {
  let position = start;
  while (!code.startsWith(quote, position)) {
    if (position >= code.length) throw new NoPython();
    if (quote.length === 1 && code[position] === "\n") throw new NoPython();
    position += code[position] === "\\" ? 2 : 1;
  }
  return [position + quote.length, code.slice(start, position)];
}

const ESCAPES = { n: "\n", t: "\t", r: "\r", a: "\x07", b: "\b", f: "\f", v: "\v", "\n": "" };

function unescapePython(text) {
  const escape = /\\(?:([0-7]{1,3})|x([0-9a-f]{2})|u([0-9a-f]{4})|U([0-9a-f]{8})|([^]))/gi;
  return text.replace(escape, (whole, octal, byte, short, long, letter) => {
    if (octal) return String.fromCharCode(parseInt(octal, 8));
    if (byte ?? short ?? long) return String.fromCodePoint(parseInt(byte ?? short ?? long, 16));
    if ("\\'\"".includes(letter)) return letter;
    return ESCAPES[letter] ?? whole;
  });
}
