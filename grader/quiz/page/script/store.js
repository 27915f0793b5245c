// What the browser remembers. Where it may not, the page works all the same and says so.

const STORE = "grader-quiz";

function recall(name) {
  try {
    return JSON.parse(localStorage.getItem(`${STORE}/${name}`));
  } catch {
    return null;
  }
}

/** Whether it could be kept. */
function keep(name, value) {
  try {
    localStorage.setItem(`${STORE}/${name}`, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/** Whether anything can be kept; what is kept stays as it is. */
function canKeep() {
  const trial = `${STORE}/trial`;
  try {
    localStorage.setItem(trial, "");
    localStorage.removeItem(trial);
    return true;
  } catch {
    return false;
  }
}

/** Tell of what the same page keeps in another window: whatever it held before is gone. */
function onKeptElsewhere(name, tell) {
  addEventListener("storage", ({ key }) => {
    if (key === `${STORE}/${name}`) tell(recall(name));
  });
}
