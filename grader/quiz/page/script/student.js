// Who hands in an exam: fixed when the page was made, or typed at its top.

const LONGEST_NAME = 80;

/** A name on one line without invisible characters; null if nothing is left of it. */
function cleanName(name) {
  if (typeof name !== "string") return null;
  const visible = trim(name.replace(INVISIBLE, "").replace(new RegExp(`${WHITE}+`, "g"), " "));
  return trim([...visible].slice(0, LONGEST_NAME).join("")) || null;
}

/** Tell of every name that is typed; of none where it is fixed. */
function setUpName(tell) {
  const field = document.getElementById("student");
  field?.addEventListener("input", () => {
    const name = cleanName(field.value);
    showName(name);
    tell(name);
  });
}

/** Put a name into the field, where there is one; null empties it. */
function writeName(name) {
  const field = document.getElementById("student");
  if (!field) return;
  field.value = name ?? "";
  showName(name);
}

function showName(name) {
  document.getElementById("no-name").hidden = name !== null;
  document.getElementById("name-on-paper").textContent = name ?? "";
}

/** On a computer that many use, say whose answers the page opens with. */
function sayWhose(name) {
  const notice = document.getElementById("whose");
  if (!notice) return;
  const said = name === null ? say("exam_nobodys") : say("exam_whose", { student: name });
  notice.querySelector("p").replaceChildren(said);
  notice.hidden = false;
}

function forgetWhose() {
  const notice = document.getElementById("whose");
  if (notice) notice.hidden = true;
}
