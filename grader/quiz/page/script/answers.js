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
  document.getElementById("copied").replaceChildren();
  document.getElementById("answers-text").value = JSON.stringify(document_, null, 2);
}

/** Hand the answers out as a file. */
function saveAnswers(document_) {
  showAnswers(document_);
  const text = JSON.stringify(document_, null, 2) + "\n";
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  element("a", { href: address, download: fileName(document_) }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Letters of any script can stand in the name of a file; signs and spaces better do not. */
function fileName({ quiz, student }) {
  const whose = [...(student ?? "").normalize("NFC")].slice(0, 40).join("");
  const name = [quiz.replaceAll("/", "-"), whose].filter(Boolean).join("-");
  return `${name.replace(/[^\p{L}\p{M}\p{N}_.-]+/gu, "_").replace(/[_.]+$/, "")}.json`;
}

async function copyAnswers() {
  const text = document.getElementById("answers-text");
  text.select();
  const said = say((await isCopied(text.value)) ? "copied" : "not_copied");
  document.getElementById("copied").replaceChildren(said);
}

/** Try the clipboard; where it is not allowed, the older way, which takes what is selected. */
async function isCopied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return document.execCommand("copy");
  }
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
