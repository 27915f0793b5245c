// A quiz to practise with: score, progress, and another round with what was wrong.

/** All questions, and what is remembered about them: nothing about one that has changed since. */
class Book {
  constructor() {
    this.entries = {};
    this.questions = DATA.questions.map((item) => new Question(item, this));
    this.canKeep = true;
    const kept = recall(DATA.quiz);
    if (!isRecord(kept) || !isRecord(kept.answers)) return;
    for (const { item, form } of this.questions) {
      const entry = believable(kept.answers[item.id], item, form);
      if (entry) this.note(item, entry);
    }
  }

  entry(item) {
    return this.entries[item.id] ?? null;
  }

  note(item, entry) {
    this.entries[item.id] = { ...entry, digest: item.digest };
  }

  get score() {
    return this.questions.reduce((sum, question) => sum + question.points, 0);
  }

  get answered() {
    return this.questions.filter((question) => question.mark !== "new").length;
  }

  get wrong() {
    return this.questions.filter(({ mark }) => ["wrong", "partly", "shown"].includes(mark));
  }

  get passed() {
    return this.score >= DATA.pass_points - 1e-9;
  }

  summarise() {
    const { score, answered, passed } = this;
    const total = this.questions.length;
    const points = DATA.points;
    this.canKeep = keep(DATA.quiz, {
      digest: DATA.digest,
      answers: this.entries,
      score,
      points,
      answered,
      total,
      passed,
    });
    const values = { score: show(score), points, answered, total };
    document.getElementById("score").replaceChildren(say("score", values));
    const said = document.getElementById("outcome");
    const word = answered < total ? "not_finished" : passed ? "passed" : "not_passed";
    const missing = { ...values, left: total - answered, needed: show(DATA.pass_points) };
    said.replaceChildren(say(word, missing));
    said.dataset.mark = answered < total ? "new" : passed ? "right" : "wrong";
    document.getElementById("not-kept").hidden = this.canKeep;
    document.querySelector("[data-do=retry]").disabled = !this.wrong.length;
    showAnswers(this.document);
  }

  get document() {
    const answers = {};
    const marks = {};
    for (const question of this.questions) {
      const { entry, item } = question;
      if (!entry) continue;
      if (entry.response !== null) answers[item.id] = entry.response;
      const { outcome, credit, tries } = entry;
      marks[item.id] = { outcome, score: credit * item.points, points: item.points, tries };
    }
    const { score, passed } = this;
    return answersDocument(answers, { score, points: DATA.points, passed, marks });
  }

  restore() {
    for (const question of this.questions) question.restore();
    this.summarise();
  }

  /** Ask once more what has not been right yet; the others are put away. */
  retryWrong() {
    const { wrong } = this;
    for (const question of wrong) question.askAgain();
    for (const question of this.questions) question.article.hidden = !wrong.includes(question);
    document.getElementById("only-wrong").hidden = false;
    wrong[0]?.article.querySelector("h2").focus();
  }

  showAll() {
    for (const question of this.questions) {
      if (question.isAgain) question.restore();
      question.article.hidden = false;
    }
    document.getElementById("only-wrong").hidden = true;
    document.querySelector("h1").focus();
  }

  startOver() {
    if (!confirm(plain("really_start_over"))) return;
    this.entries = {};
    this.restore();
    this.showAll();
  }
}

/** An entry of the store, as far as it can be true: its mark is that of its response. */
function believable(kept, { key, digest }, form) {
  if (!isRecord(kept) || kept.digest !== digest) return null;
  const tries = Number.isInteger(kept.tries) && kept.tries > 0 ? kept.tries : 0;
  const solved = kept.solved === true;
  if (kept.outcome === "shown") return { response: null, outcome: "shown", credit: 0, solved, tries };
  writeResponse(form, key.kind, kept.response);
  const response = readResponse(form, key.kind);
  const { outcome, credit } = grade(key, response);
  if (outcome === "unreadable") return null;
  return { response, outcome, credit, solved: solved && outcome === "wrong", tries: tries || 1 };
}

function setUpPractice() {
  setUpLanguages();
  const book = new Book();
  book.restore();
  const actions = {
    retry: () => book.retryWrong(),
    all: () => book.showAll(),
    restart: () => book.startOver(),
    save: () => saveAnswers(book.document),
    copy: copyAnswers,
    print: () => print(),
  };
  for (const button of document.querySelectorAll("button[data-do]")) {
    const action = actions[button.dataset.do];
    if (action) button.addEventListener("click", action);
  }
  for (const chip of document.querySelectorAll("nav a")) {
    chip.addEventListener("click", () => {
      const question = document.querySelector(chip.hash);
      if (question.hidden) book.showAll();
    });
  }
  setUpScrolling();
}

document.documentElement.classList.add("js");
setUpPractice();
