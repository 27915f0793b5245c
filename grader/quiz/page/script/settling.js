// Between pressing and letting go nothing may move, or the click lands on something else.

const waiting = [];
let pressed = false;

/** Do what may move the page: at once after a key, after the click that is under way otherwise. */
function whenStill(action) {
  waiting.push(action);
  setTimeout(settle);
}

function settle() {
  if (pressed) return;
  for (const action of waiting.splice(0)) action();
}

function setUpSettling() {
  const release = () => {
    pressed = false;
    // Letting go comes before the click that it makes.
    setTimeout(settle);
  };
  addEventListener("pointerdown", () => (pressed = true), true);
  for (const end of ["pointerup", "pointercancel", "keydown"]) addEventListener(end, release, true);
  // A list that opens, or another window, may swallow the end of a press.
  addEventListener("pointermove", (event) => pressed && !event.buttons && release(), true);
}
