// Options, orders and pairs that somebody chose or typed, as grader/quiz/kinds/ reads them.

/** The index of an option: 0, 1, … or its letter in the order of the file. */
function chosenIndex(response, count) {
  let index = response;
  if (typeof response === "string" && lengthOf(response) <= 8) {
    const letter = trim(response).toUpperCase().replace(/^[Ａ-Ｚ]$/, foldCode);
    if (/^[A-Z]$/.test(letter)) index = letter.charCodeAt(0) - 65;
  }
  if (index === null || index === undefined || index === "") throw new Unreadable("nothing_chosen");
  if (!Number.isInteger(index) || index < 0 || index >= count) {
    throw new Unreadable("no_such_option");
  }
  return index;
}

function chosenIndices(response, count) {
  let given = response;
  if (typeof given === "string") {
    const start = [...given].slice(0, 200).join("");
    given = start.split(new RegExp(`(?:${WHITE}|[,、，・])+`)).filter(Boolean);
  }
  if (typeof given === "number") given = [given];
  const empty = !given || (Array.isArray(given) ? !given.length : !Object.keys(given).length);
  if (empty && given !== true) throw new Unreadable("nothing_chosen");
  if (!Array.isArray(given)) throw new Unreadable("no_such_option");
  return new Set(given.map((item) => chosenIndex(item, count)));
}

function readOrder(response, count) {
  let order = response;
  const unclear = new Unreadable("order_unreadable", { count });
  if (typeof order === "string") {
    const text = trim(written(order).normalize("NFKC"));
    const parts = text.split(new RegExp(`(?:${WHITE}|[>→,、])+`));
    if (!parts.every((part) => /^\d{1,3}$/.test(part))) throw unclear;
    order = parts.map((part) => Number(part) - 1);
  }
  const isEmpty = !order || (isRecord(order) && !Object.keys(order).length);
  if (isEmpty || (Array.isArray(order) && !order.length)) throw new Unreadable("empty");
  if (!Array.isArray(order) || !order.every(Number.isInteger)) throw unclear;
  const sorted = [...order].sort((a, b) => a - b);
  if (sorted.length !== count || !sorted.every((item, index) => item === index)) {
    throw new Unreadable("order_incomplete", { count });
  }
  return order;
}
