// What is chosen and typed in a question's form, as a response; and back.

function control(form, selector) {
  return [...form.querySelectorAll(selector)];
}

/** The response as `grade` takes it; null while nothing is chosen or typed. */
function readResponse(form, kind) {
  const read = READERS[kind] ?? readText;
  return read(form);
}

function readText(form) {
  return form.elements.response.value || null;
}

function readChoice(form) {
  const [chosen] = control(form, "[name=response]:checked");
  return chosen ? Number(chosen.value) : null;
}

function readMulti(form) {
  const chosen = control(form, "[name=response]:checked").map((box) => Number(box.value));
  return chosen.length ? chosen.sort((a, b) => a - b) : null;
}

function readCode(form) {
  const fills = control(form, "[data-blank]").map((input) => [input.dataset.blank, input.value]);
  return fills.some(([, fill]) => fill) ? Object.fromEntries(fills) : null;
}

function readOrdered(form) {
  const chosen = control(form, "select").filter((select) => select.value !== "");
  return chosen.length ? chosen.map((select) => Number(select.value)) : null;
}

function readMatched(form) {
  const chosen = control(form, "select").map((select) =>
    select.value === "" ? null : Number(select.value),
  );
  return chosen.some((choice) => choice !== null) ? chosen : null;
}

function readEssay(form) {
  const text = form.elements.response.value;
  const met = control(form, "[name=met]:checked").map((box) => Number(box.value));
  if (!text) return null;
  return met.length ? { text, met } : text;
}

const READERS = {
  choice: readChoice,
  multi: readMulti,
  code: readCode,
  order: readOrdered,
  match: readMatched,
  essay: readEssay,
};

function textOrNothing(value) {
  return typeof value === "string" ? value : "";
}

/** Put a response back into the form, as far as it fits there; null empties it. */
function writeResponse(form, kind, response) {
  form.reset();
  if (response === null || response === undefined) return;
  const places = [].concat(response).map((one) => (Number.isInteger(one) ? String(one) : ""));
  if (kind === "choice" || kind === "multi") {
    for (const box of control(form, "[name=response]")) box.checked = places.includes(box.value);
  } else if (kind === "code") {
    for (const input of control(form, "[data-blank]")) {
      input.value = textOrNothing(response[input.dataset.blank]);
    }
  } else if (kind === "order" || kind === "match") {
    control(form, "select").forEach((select, index) => {
      select.value = places[index] ?? "";
    });
  } else {
    const { text = response, met = [] } = isRecord(response) ? response : {};
    form.elements.response.value = textOrNothing(text);
    for (const box of control(form, "[name=met]")) {
      box.checked = Array.isArray(met) && met.includes(Number(box.value));
    }
  }
}

/** What is typed for a blank is shown in the code above, too. */
function mirrorBlanks(form) {
  for (const input of control(form, "[data-blank]")) {
    for (const shown of control(form, `.blank[data-name="${input.dataset.blank}"]`)) {
      shown.textContent = input.value.trim() || input.dataset.blank;
      shown.classList.toggle("filled", input.value.trim() !== "");
    }
  }
}

function countCharacters(form) {
  const counter = form.querySelector(".counter");
  if (!counter) return;
  const { response } = form.elements;
  const count = lengthOf(response.value);
  counter.textContent = `${count} / ${counter.dataset.limit}`;
  counter.classList.toggle("over", count > Number(counter.dataset.limit));
}

function refresh(form) {
  mirrorBlanks(form);
  countCharacters(form);
}
