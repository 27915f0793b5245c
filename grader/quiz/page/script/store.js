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

/** Whether there is a store; nothing is written to find out. */
function hasStore() {
  try {
    return localStorage !== null;
  } catch {
    return false;
  }
}

/** Tell of what the same page has just kept in another window. */
function onKeptElsewhere(name, tell) {
  addEventListener("storage", ({ key }) => {
    if (key === `${STORE}/${name}`) tell(recall(name));
  });
}
