// Sentences in every language of the page; the reader's choice hides all but one.

const LANGUAGES = ["en", "ja"];
const DATA = JSON.parse(document.getElementById("data").textContent);

function filled(text, values) {
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** A sentence of the page's words, in both languages. */
function say(name, values = {}) {
  const texts = DATA.words[name].map((text) => filled(text, values));
  const said = document.createDocumentFragment();
  if (texts[0] === texts[1]) said.append(texts[0]);
  else LANGUAGES.forEach((language, index) => said.append(element("span", { lang: language }, texts[index])));
  return said;
}

/** The same for places where there can be no elements. */
function plain(name, values = {}) {
  return filled(DATA.words[name][LANGUAGES.indexOf(currentLanguage())], values);
}

function currentLanguage() {
  return document.querySelector("[name=language]:checked").value;
}

function setUpLanguages() {
  const choices = [...document.querySelectorAll("[name=language]")];
  const remembered = recall("language");
  for (const choice of choices) {
    if (choice.value === remembered) choice.checked = true;
    choice.addEventListener("change", () => {
      keep("language", choice.value);
      showLanguage();
    });
  }
  showLanguage();
}

function showLanguage() {
  document.documentElement.lang = currentLanguage();
  document.title = DATA.title[LANGUAGES.indexOf(currentLanguage())];
}

function setUpChip(number, name, sign) {
  const chip = document.getElementById(`chip-${number}`);
  chip.dataset.mark = name;
  chip.querySelector(".sign").textContent = sign;
  chip.querySelector(".away").replaceChildren(say(`chip_${name}`));
}

function show(points) {
  return String(Math.round(points * 100) / 100);
}
