// Whether an answer can be read, for pages that know no key: told while it can still be changed.

const UNIT_BEHIND = new RegExp(`(?:\\p{L}|${WHITE})+$`, "u");

const LEGIBILITY = {
  numeric(response) {
    const text = written(response, 100);
    // Which units there are belongs to the key.
    const unitless = text.replace(UNIT_BEHIND, "");
    try {
      readNumber(text);
    } catch (problem) {
      if (!unitless) throw problem;
      readNumber(unitless);
    }
  },
  shape: (response) => readShape(response, true),
  expr(response) {
    const folded = foldFormula(written(response));
    const names = folded.match(new RegExp(`${LETTER}${WORD}*`, "gu")) ?? [];
    const known = meaningsOf([], {});
    const variables = names.filter((name) => !known.has(name));
    readFormula(response, meaningsOf(variables, {}), variables);
  },
  text(response) {
    if (!foldText(written(response))) throw new Unreadable("empty");
  },
  code(response, { blanks }) {
    const missing = blanks.filter((name) => !trim(response[name] ?? ""));
    if (missing.length) throw new Unreadable("blank_empty", { names: missing.join(", ") });
    for (const name of blanks) treeOf(response[name]);
  },
  order: (response, { count }) => readOrder(response, count),
  match(response) {
    if (response.includes(null)) throw new Unreadable("match_incomplete");
  },
  essay: (response, { limit }) => written(response, limit),
};

/** What is wrong with an answer's form, or null. */
function illegible(item, response) {
  try {
    LEGIBILITY[item.kind]?.(response, item);
    return null;
  } catch (problem) {
    if (!(problem instanceof Unreadable)) throw problem;
    return problem.name === "code_unsupported" ? null : problem;
  }
}
