// Who hands in an exam: fixed when the page was made, or typed at its top.

const LONGEST_NAME = 80;

/** A name on one line without invisible characters; null if nothing is left of it. */
function cleanName(name) {
  if (typeof name !== "string") return null;
  const visible = trim(name.replace(INVISIBLE, "").replace(new RegExp(`${WHITE}+`, "g"), " "));
  return trim([...visible].slice(0, LONGEST_NAME).join("")) || null;
}

/** Show the name that is remembered, and tell of every other one; null where it is fixed. */
function setUpName(name, tell) {
  const field = document.getElementById("student");
  if (!field) return;
  const ask = () => {
    document.getElementById("no-name").hidden = cleanName(field.value) !== null;
  };
  field.value = name ?? "";
  field.addEventListener("input", () => {
    ask();
    tell(cleanName(field.value));
  });
  ask();
}
