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
