// Answers as a file, or as text to copy.

function answersDocument(answers, more = {}) {
  return {
    quiz: DATA.quiz,
    digest: DATA.digest,
    student: DATA.student,
    language: currentLanguage(),
    saved: new Date().toISOString(),
    answers,
    ...more,
  };
}

function showAnswers(document_) {
  document.getElementById("answers-text").value = JSON.stringify(document_, null, 2);
}

/** Hand the answers out as a file. */
function saveAnswers(document_) {
  showAnswers(document_);
  const text = JSON.stringify(document_, null, 2) + "\n";
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const name = [DATA.quiz.replaceAll("/", "-"), DATA.student].filter(Boolean).join("-");
  element("a", { href: address, download: `${name.replace(/[^\w.-]+/g, "_")}.json` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

async function copyAnswers() {
  const text = document.getElementById("answers-text");
  text.select();
  // Without the right to use the clipboard, the text is selected at least.
  await navigator.clipboard?.writeText(text.value).catch(() => {});
}

/** Formulas and tables that are wider than the screen can be scrolled with the keyboard. */
function setUpScrolling() {
  const scrolled = [...document.querySelectorAll(".scroll")];
  const look = () => {
    for (const region of scrolled) {
      if (region.scrollWidth > region.clientWidth) region.tabIndex = 0;
      else region.removeAttribute("tabindex");
    }
  };
  addEventListener("resize", look);
  document.addEventListener("toggle", look, true);
  look();
}
