// One grader a kind, as in grader/quiz/kinds/. A key is what `Answer.data()` gives.

function mark(correct, readAs = null) {
  return { outcome: correct ? "right" : "wrong", credit: Number(correct), readAs, parts: {} };
}

/** Credit by the share of right parts; right when all are. */
function markParts(parts) {
  const marks = Object.values(parts);
  const credit = marks.filter(Boolean).length / marks.length;
  return { outcome: credit === 1 ? "right" : "wrong", credit, readAs: null, parts };
}

function gradeChoice(key, response) {
  return mark(chosenIndex(response, key.count) === key.right);
}

/** Each wrong option takes back the credit of a right one. */
function gradeMulti(key, response) {
  const chosen = chosenIndices(response, key.count);
  const hits = key.right.filter((index) => chosen.has(index)).length;
  const parts = {};
  for (let index = 0; index < key.count; index += 1) {
    parts[String.fromCharCode(65 + index)] = chosen.has(index) === key.right.includes(index);
  }
  const correct = hits === key.right.length && chosen.size === hits;
  const credit = Math.max(0, (2 * hits - chosen.size) / key.right.length);
  return { ...mark(correct), credit, parts };
}

function gradeNumeric(key, response) {
  const reading = readNumber(response, key.units);
  const correct = key.intervals.some((interval) => {
    const values = [reading.value];
    if (interval.percent && !reading.percent) values.push(reading.value / 100);
    return values.some((value) => interval.low <= value && value <= interval.high);
  });
  return mark(correct, spokenNumber(reading));
}

function gradeShape(key, response) {
  const shape = readShape(response, key.letters);
  const same = (known) => known.join() === shape.join();
  return mark(key.shapes.some(same), shape.join("×"));
}

function gradeExpr(key, response) {
  const meanings = meaningsOf(key.variables, key.functions);
  const node = readFormula(response, meanings, key.variables);
  return mark(hasSameValues(key, node), spokenFormula(node));
}

function gradeWords(key, response) {
  const text = written(response);
  if (!foldText(text)) throw new Unreadable("empty");
  const both = text.match(new RegExp(`^([^()（）]+)[(（]([^()（）]+)[)）]${WHITE}*$`));
  const names = both ? [both[1], both[2]] : [text];
  const isRight = (name) => key.folded.includes(foldText(name));
  return mark(isRight(text) || names.every(isRight));
}

function gradeCode(key, response) {
  const names = Object.keys(key.fills);
  let fills = response;
  if (typeof fills === "string" && names.length === 1) fills = { [names[0]]: fills };
  if (fills === null || fills === undefined || fills === "") throw new Unreadable("empty");
  if (!isRecord(fills)) throw new Unreadable("not_text");
  const isEmpty = (fill) => !fill || (typeof fill === "string" && !trim(fill));
  const missing = names.filter((name) => isEmpty(fills[name]));
  if (missing.length) throw new Unreadable("blank_empty", { names: missing.join(", ") });
  const trees = names.map((name) => treeOf(fills[name]));
  const isRight = (name, index) => key.fills[name].map(treeOf).includes(trees[index]);
  return markParts(Object.fromEntries(names.map((name, index) => [name, isRight(name, index)])));
}

/** Items of one group may stand in any order. */
function gradeOrder(key, response) {
  const order = readOrder(response, key.groups.flat().length);
  const rank = (item) => key.groups.findIndex((group) => group.includes(item));
  const ranks = order.map(rank);
  const sorted = ranks.every((one, index) => index === 0 || ranks[index - 1] <= one);
  return mark(sorted, order.map((item) => item + 1).join(" > "));
}

function gradeMatch(key, response) {
  const count = key.partners.length;
  const chosen = isRecord(response)
    ? key.partners.map((_, index) => response[String(index + 1)])
    : response;
  if (!chosen || (Array.isArray(chosen) && !chosen.length)) throw new Unreadable("empty");
  const missing = (choice) => choice === null || choice === undefined || choice === "";
  if (!Array.isArray(chosen) || chosen.length !== count || chosen.some(missing)) {
    throw new Unreadable("match_incomplete");
  }
  const indices = chosen.map((choice) => chosenIndex(choice, key.choices));
  const isRight = (partner, index) => [String(index + 1), indices[index] === partner];
  return markParts(Object.fromEntries(key.partners.map(isRight)));
}

/** An essay stays open; its credit is that of the items said to be met. */
function gradeEssay(key, response) {
  const parted = isRecord(response) && Object.keys(response).length > 0;
  const text = parted ? response.text : response;
  const met = parted && "met" in response ? response.met : [];
  written(text, key.limit);
  const isItem = (item) => Number.isInteger(item) && item >= 0 && item < key.rubric.length;
  if (!Array.isArray(met) || !met.every(isItem)) throw new Unreadable("no_such_option");
  const points = [...new Set(met)].reduce((sum, item) => sum + key.rubric[item], 0);
  const all = key.rubric.reduce((sum, item) => sum + item, 0);
  const message = new Unreadable("essay_open");
  return { ...mark(false), outcome: "open", credit: points / all, message };
}

const GRADERS = {
  choice: gradeChoice,
  multi: gradeMulti,
  numeric: gradeNumeric,
  shape: gradeShape,
  expr: gradeExpr,
  text: gradeWords,
  code: gradeCode,
  order: gradeOrder,
  match: gradeMatch,
  essay: gradeEssay,
};

/** Mark a response; what cannot be read is no wrong answer, and says why. */
function grade(key, response) {
  try {
    return { message: null, ...GRADERS[key.kind](key, response) };
  } catch (problem) {
    if (!(problem instanceof Unreadable)) throw problem;
    return { outcome: "unreadable", credit: 0, readAs: null, parts: {}, message: problem };
  }
}
