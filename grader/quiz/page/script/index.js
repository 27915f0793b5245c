// How far each quiz of the course has been taken on this computer.

function setUpIndex() {
  setUpLanguages();
  for (const quiz of DATA.quizzes) {
    const kept = recall(quiz.id);
    const place = document.getElementById(`progress-${quiz.number}`);
    if (!isProgress(kept) || !kept.answered) continue;
    place.querySelector(".said").replaceChildren(saidOf(quiz, kept));
    const bar = place.querySelector("progress");
    bar.max = kept.total;
    bar.value = kept.answered;
    place.hidden = false;
    place.dataset.mark = kept.answered < kept.total ? "new" : kept.passed ? "right" : "wrong";
  }
}

function isProgress(kept) {
  const { answered, total, score, points } = kept ?? {};
  return [answered, total, score, points].every(Number.isFinite);
}

function saidOf(quiz, kept) {
  const { answered, total, points } = kept;
  if (kept.digest !== quiz.digest) return say("index_changed");
  const word = answered < total ? "index_begun" : kept.passed ? "index_passed" : "index_done";
  return say(word, { answered, total, points, score: show(kept.score) });
}

document.documentElement.classList.add("js");
setUpIndex();
