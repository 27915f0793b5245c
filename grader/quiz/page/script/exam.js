// A quiz to hand in: answers are kept and saved, nothing is marked.

const EXAM_SIGNS = { answered: "✓", unclear: "!", new: "" };

class Sheet {
  constructor() {
    this.place = `exam/${DATA.quiz}/${DATA.student ?? ""}`;
    this.answers = {};
    this.unclear = new Set();
    this.canKeep = hasStore();
    for (const item of DATA.questions) this.setUp(item);
    setUpName((name) => {
      this.student = name;
      this.summarise();
    });
    this.open(recall(this.place));
    if (Object.keys(this.answers).length) sayWhose(this.student);
    this.show();
    onKeptElsewhere(this.place, (kept) => {
      if (!isOfThisPage(kept)) return;
      this.open(kept);
      this.show();
    });
  }

  setUp(item) {
    const form = formOf(item);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", () => {
      refresh(form);
      this.take(form, item);
      this.summarise();
    });
    // While somebody is typing, an answer is never complete.
    form.addEventListener("change", () =>
      whenStill(() => {
        this.look(form, item);
        this.summarise();
      }),
    );
  }

  /** Show what is kept; of another version of the page, only whose it is. */
  open(kept) {
    const answers = isOfThisPage(kept) ? kept.answers : {};
    for (const item of DATA.questions) this.write(item, answers[item.number] ?? null);
    this.student = DATA.student ?? cleanName(kept?.student);
    writeName(this.student);
  }

  write(item, response) {
    const form = formOf(item);
    writeResponse(form, item.kind, response);
    refresh(form);
    this.take(form, item);
    this.look(form, item);
  }

  /** What the form holds is the answer, whatever the store held. */
  take(form, item) {
    const response = readResponse(form, item.kind);
    if (response === null) delete this.answers[item.number];
    else this.answers[item.number] = response;
  }

  look(form, item) {
    const response = this.answers[item.number] ?? null;
    const problem = response === null ? null : illegible(item, response);
    const mark = response === null ? "new" : problem ? "unclear" : "answered";
    if (problem) this.unclear.add(item.number);
    else this.unclear.delete(item.number);
    setUpChip(item.number, mark, EXAM_SIGNS[mark]);
    const said = problem ? [verdictOf(problem)] : [];
    form.querySelector(".result").replaceChildren(...said);
  }

  /** The page as it was made, for whoever comes next. */
  startOver() {
    if (!confirm(plain("really_start_over"))) return;
    for (const item of DATA.questions) this.write(item, null);
    this.student = DATA.student;
    writeName(this.student);
    forgetWhose();
    this.summarise();
    document.querySelector("h1").focus();
  }

  get document() {
    return answersDocument(this.answers, { student: this.student });
  }

  summarise() {
    const { student, answers } = this;
    this.canKeep = keep(this.place, { digest: DATA.digest, student, answers });
    this.show();
  }

  show() {
    const { answers } = this;
    document.getElementById("not-kept").hidden = this.canKeep;
    const total = DATA.questions.length;
    const given = DATA.questions.map(({ number }) => number).filter((one) => one in answers);
    const unclear = given.filter((number) => this.unclear.has(number));
    const left = total - given.length;
    const values = { answered: given.length - unclear.length, total, left };
    document.getElementById("score").replaceChildren(say("exam_answered", values));
    const outcome = document.getElementById("outcome");
    outcome.hidden = !left && unclear.length > 0;
    outcome.replaceChildren(say(left ? "exam_open" : "exam_complete", values));
    sayUnclear(unclear);
    showAnswers(this.document);
  }
}

function isOfThisPage(kept) {
  return isRecord(kept) && kept.digest === DATA.digest && isRecord(kept.answers);
}

function formOf(item) {
  return document.querySelector(`#q-${item.number} form`);
}

/** Which answers cannot be read, wherever answers are handed out. */
function sayUnclear(numbers) {
  const word = numbers.length === 1 ? "exam_unclear_one" : "exam_unclear";
  const values = { count: numbers.length, numbers: numbers.join(", ") };
  for (const place of document.querySelectorAll(".unclear")) {
    place.hidden = !numbers.length;
    place.replaceChildren(say(word, values));
  }
}

function verdictOf(problem) {
  const sign = element("span", { class: "sign", "aria-hidden": "true" }, "!");
  return element("p", { class: "verdict unreadable" }, sign, " ", say(problem.name, problem.values));
}

function setUpExam() {
  setUpLanguages();
  setUpSettling();
  const sheet = new Sheet();
  const actions = {
    restart: () => sheet.startOver(),
    save: () => saveAnswers(sheet.document),
    copy: copyAnswers,
    print: () => print(),
  };
  for (const button of document.querySelectorAll("button[data-do]")) {
    button.addEventListener("click", actions[button.dataset.do]);
  }
  setUpScrolling();
}

document.documentElement.classList.add("js");
setUpExam();
