// A question to practise with: its answer is marked at once, the first readable one counts.

const SIGNS = {
  new: "",
  right: "✓",
  wrong: "✗",
  partly: "◐",
  later: "↻",
  open: "●",
  shown: "–",
  unreadable: "!",
};

class Question {
  constructor(item, book) {
    this.item = item;
    this.book = book;
    this.article = document.getElementById(`q-${item.id}`);
    this.form = this.article.querySelector("form");
    this.result = this.article.querySelector(".result");
    this.details = this.article.querySelector(".answer");
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.check();
    });
    this.form.addEventListener("input", (event) => this.changed(event.target));
    this.article.querySelector("[data-do=reveal]").addEventListener("click", () => this.reveal());
  }

  get entry() {
    return this.book.entry(this.item);
  }

  /** What the first answer is worth: new, right, partly, wrong, open, or shown; or right later. */
  get mark() {
    const { entry } = this;
    if (!entry) return "new";
    if (entry.solved) return "later";
    const partly = entry.outcome === "wrong" && entry.credit > 0;
    return partly ? "partly" : entry.outcome;
  }

  get points() {
    return (this.entry?.credit ?? 0) * this.item.points;
  }

  changed(target) {
    refresh(this.form);
    if (target.name === "met") this.countRubric();
  }

  /** Ticking what an essay says changes its points, and nothing else. */
  countRubric() {
    const response = readResponse(this.form, this.item.key.kind);
    const graded = grade(this.item.key, response);
    if (graded.outcome !== "open" || this.entry?.outcome !== "open") return;
    this.book.note(this.item, { ...this.entry, response, credit: graded.credit });
    this.book.summarise();
  }

  check() {
    const response = readResponse(this.form, this.item.key.kind);
    const graded = grade(this.item.key, response);
    if (graded.outcome === "unreadable") {
      this.say(graded, null);
      this.focusEmpty();
      return;
    }
    const before = this.entry;
    const isFirst = !before || before.outcome === "open";
    if (isFirst) {
      const { outcome, credit } = graded;
      this.book.note(this.item, { response, outcome, credit, tries: 1 });
    } else {
      const solved = before.solved || this.isSolvedBy(graded);
      this.book.note(this.item, { ...before, solved, tries: before.tries + 1 });
    }
    this.isAgain = false;
    this.say(graded, response, isFirst);
    this.unlock(graded.outcome !== "wrong");
  }

  /** Whether a later answer is right; below an open key it would be a copy. */
  isSolvedBy(graded) {
    return graded.outcome === "right" && this.entry.outcome !== "right" && !this.details.open;
  }

  reveal() {
    if (!this.entry) {
      this.book.note(this.item, { response: null, outcome: "shown", credit: 0, tries: 0 });
      this.result.replaceChildren(verdict("shown", say("shown", { points: this.item.points })));
    }
    this.unlock(true);
    this.details.querySelector("summary").focus();
  }

  unlock(open) {
    this.article.dataset.mark = this.mark;
    this.details.classList.add("unlocked");
    if (open) this.details.open = true;
    setUpChip(this.item.number, this.mark, SIGNS[this.mark]);
    this.book.summarise();
  }

  /** Say what the answer is worth, and what the author says about it. */
  say(graded, response, isFirst = true) {
    const { outcome } = graded;
    const said = [verdict(outcome, this.headline(graded, isFirst))];
    if (graded.readAs !== null && graded.readAs !== String(response).trim()) {
      said.push(element("p", { class: "read" }, say("read_as", { written: graded.readAs })));
    }
    if (["code", "match"].includes(this.item.key.kind)) said.push(...partsOf(graded.parts));
    const feedback = outcome === "unreadable" ? [] : this.feedback(graded, response);
    said.push(...feedback);
    if (outcome === "wrong") {
      const isUnknownCode = this.item.key.kind === "code" && !feedback.length;
      if (isUnknownCode) said.push(element("p", {}, say("code_compared")));
      said.push(element("p", { class: "next" }, say("try_again")));
    }
    this.result.replaceChildren(...said);
    this.markOptions(graded, response);
  }

  headline(graded, isFirst) {
    if (graded.outcome === "unreadable" || graded.outcome === "open") {
      return say(graded.message.name, graded.message.values);
    }
    const values = { score: show(graded.credit * this.item.points), points: this.item.points };
    const partly = graded.outcome === "wrong" && graded.credit > 0;
    const word = partly ? "partly" : graded.outcome;
    if (isFirst || word === "wrong") return say(word, values);
    return say(this.entry.outcome === "shown" ? `${word}_seen` : `${word}_again`);
  }

  feedback(graded, response) {
    const { mistakes, key } = this.item;
    const chosen = ["choice", "multi"].includes(key.kind) ? [].concat(response) : [];
    const wanted = chosen.map((index) => `[data-option="${index}"]`);
    if (graded.outcome === "wrong") {
      mistakes.forEach((mistake, index) => {
        if (grade(mistake, response).outcome === "right") wanted.push(`[data-mistake="${index}"]`);
      });
    }
    return wanted.flatMap((selector) =>
      control(this.details, `${selector} .said`).map((said) => {
        const copy = said.cloneNode(true);
        // A copied figure must not repeat the names inside it.
        for (const named of copy.querySelectorAll("[id]")) named.removeAttribute("id");
        return copy;
      }),
    );
  }

  markOptions(graded, response) {
    const chosen = response === null ? [] : [].concat(response).map(String);
    for (const option of control(this.form, ".option")) {
      const input = option.querySelector("input");
      const mine = chosen.includes(input.value) && input.name === "response";
      option.dataset.mark = mine && this.item.key.kind === "choice" ? graded.outcome : "";
    }
  }

  focusEmpty() {
    const inputs = control(this.form, "fieldset input, fieldset select, fieldset textarea");
    const empty = inputs.find((input) => !input.value) ?? inputs[0];
    empty.focus();
  }

  /** Ask once more, without what was said before; the first answer stays the one that counts. */
  askAgain() {
    this.isAgain = true;
    this.details.open = false;
    this.details.classList.remove("unlocked");
    this.result.replaceChildren();
    writeResponse(this.form, this.item.key.kind, null);
    this.markOptions({ outcome: "" }, null);
    refresh(this.form);
    this.article.dataset.mark = "new";
  }

  /** Show what is remembered, or an empty question. */
  restore() {
    const { entry } = this;
    this.isAgain = false;
    this.article.hidden = false;
    this.details.open = false;
    this.details.classList.toggle("unlocked", Boolean(entry));
    this.result.replaceChildren();
    writeResponse(this.form, this.item.key.kind, entry?.response);
    this.markOptions({ outcome: "" }, null);
    if (entry && entry.response !== null) {
      this.say(grade(this.item.key, entry.response), entry.response);
    } else if (entry) {
      this.result.append(verdict("shown", say("shown", { points: this.item.points })));
    }
    refresh(this.form);
    this.article.dataset.mark = this.mark;
    setUpChip(this.item.number, this.mark, SIGNS[this.mark]);
  }
}

function verdict(outcome, said) {
  const sign = element("span", { class: "sign", "aria-hidden": "true" }, SIGNS[outcome]);
  return element("p", { class: `verdict ${outcome}` }, sign, " ", said);
}

function partsOf(parts) {
  if (Object.keys(parts).length < 2) return [];
  const names = (wanted) => Object.keys(parts).filter((name) => parts[name] === wanted);
  return [[true, "parts_right"], [false, "parts_wrong"]]
    .filter(([wanted]) => names(wanted).length)
    .map(([wanted, word]) => element("p", {}, say(word, { names: names(wanted).join(", ") })));
}
