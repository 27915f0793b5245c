// A quiz to hand in: answers are kept and saved, nothing is marked.

const EXAM_SIGNS = { answered: "✓", unclear: "!", new: "" };

class Sheet {
  constructor() {
    this.place = `exam/${DATA.quiz}/${DATA.student ?? ""}`;
    const kept = recall(this.place);
    const fits = isRecord(kept) && kept.digest === DATA.digest && isRecord(kept.answers);
    this.answers = fits ? kept.answers : {};
    this.canKeep = true;
    for (const item of DATA.questions) this.setUp(item);
    this.summarise();
  }

  setUp(item) {
    const form = document.querySelector(`#q-${item.number} form`);
    writeResponse(form, item.kind, this.answers[item.number]);
    refresh(form);
    this.look(form, item);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", () => {
      refresh(form);
      this.take(form, item);
    });
    // While somebody is typing, an answer is never complete.
    form.addEventListener("change", () => this.look(form, item));
  }

  take(form, item) {
    const response = readResponse(form, item.kind);
    if (response === null) delete this.answers[item.number];
    else this.answers[item.number] = response;
    this.summarise();
  }

  look(form, item) {
    const response = this.answers[item.number] ?? null;
    const problem = response === null ? null : illegible(item, response);
    const mark = response === null ? "new" : problem ? "unclear" : "answered";
    setUpChip(item.number, mark, EXAM_SIGNS[mark]);
    const said = problem ? [verdictOf(problem)] : [];
    form.querySelector(".result").replaceChildren(...said);
  }

  summarise() {
    this.canKeep = keep(this.place, { digest: DATA.digest, answers: this.answers });
    document.getElementById("not-kept").hidden = this.canKeep;
    const total = DATA.questions.length;
    const answered = Object.keys(this.answers).length;
    const word = answered < total ? "exam_open" : "exam_complete";
    const values = { answered, total, left: total - answered };
    document.getElementById("score").replaceChildren(say("exam_answered", values));
    document.getElementById("outcome").replaceChildren(say(word, values));
    showAnswers(answersDocument(this.answers));
  }
}

function verdictOf(problem) {
  const sign = element("span", { class: "sign", "aria-hidden": "true" }, "!");
  return element("p", { class: "verdict unreadable" }, sign, " ", say(problem.name, problem.values));
}

function setUpExam() {
  setUpLanguages();
  const sheet = new Sheet();
  const actions = {
    save: () => saveAnswers(answersDocument(sheet.answers)),
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
