// The sheet of the professional: reads an antwoordcode in this browser and shows the lines that the server printed
// hidden. A typed code goes from page to page through this tab's storage, because an address stays in the history.
import { write } from "./code.js";
import { normal, read } from "./decode.js";
import { keep } from "./fhir.js";
import { all, inWords } from "./page.js";
import { aidOf } from "./shape.js";

const HANDED = "keuzehulp:blad";
const REHEARSAL = "oefen";
const entry = document.querySelector("[data-entry]");
const field = document.querySelector("[data-typed]");
const sheet = document.querySelector("[data-sheet]");
const list = document.querySelector("[data-aids]");
const record = document.querySelector("[data-record]");
let shown = null;

function known() {
  if (list) return JSON.parse(list.dataset.aids);
  if (!sheet) return [];
  const { nr, version, questions, options } = aidOf(document.querySelector("main"));
  return [{ nr, versions: [{ n: version, questions, options }] }];
}

const tell = (problem) => {
  all("[data-problem]").forEach((element) => (element.hidden = element.dataset.problem !== problem));
  field.setAttribute("aria-invalid", String(Boolean(problem)));
};

function go(address, code, linked) {
  field.value = "";
  try {
    sessionStorage.setItem(HANDED, (linked ? "#" : "") + code);
    location.assign(address);
  } catch (error) {
    location.assign(`${address}#${code}`);
  }
}

function take(text, linked) {
  const found = read(text, known());
  if (!list && (found.problem === "aid" || found.problem === "version")) go("/blad", normal(text), linked);
  else if (found.problem) {
    if (sheet) clear();
    tell(found.problem);
    field.focus();
  } else if (list) go(`/k/${found.aid.slug}/v/${found.version.n}/blad`, normal(text), linked);
  else show(found, linked, false);
}

// A patient who does not exist, the same each time: the code is made here, and read as any other.
function rehearse() {
  const { nr, version, questions, options } = aidOf(document.querySelector("main"));
  const antwoorden = {};
  questions.forEach((question, place) => (antwoorden[question] = [3, 2, 1, 4, 0][place % 5]));
  const code = write({ nr, versie: version, neiging: options[0], rol: 3, antwoorden }, questions);
  show(read(code, known()), false, true);
}

// Only the lines that are true come into view; none is moved, made larger or left out (ADR 2).
function show(found, linked, made) {
  blank();
  shown = { found, made };
  const truths = [`leaning=${found.leaning}`, `role=${found.role}`];
  Object.keys(found.answers).forEach((nr) => truths.push(`${nr}=${found.answers[nr]}`));
  const filled = Object.keys(found.answers).filter((nr) => found.answers[nr]);
  truths.push(filled.length ? "some" : "none", filled.length < Object.keys(found.answers).length ? "open" : "full");
  if (made) truths.push("made"); // no patient filled this in
  all("[data-when]").forEach((element) => (element.hidden = truths.indexOf(element.dataset.when) < 0));
  all("[data-unless]").forEach((element) => (element.hidden = truths.indexOf(element.dataset.unless) >= 0));
  all("[data-linked]").forEach((element) => (element.hidden = !linked));
  all("[data-today]").forEach((element) => (element.textContent = inWords(Date.now())));
  tell("");
  field.value = "";
  entry.hidden = true;
  sheet.hidden = false;
  lines();
  sheet.focus();
}

function lines() {
  const discussed = all("[data-option]").filter((box) => box.checked);
  const line = document.querySelector("[data-discussed]");
  line.hidden = !discussed.length;
  line.lastElementChild.textContent = discussed.map((box) => box.value).join(", ");
  agreements();
  const shown = all("[data-line]").filter((element) => !element.hidden);
  record.value = shown.map(said).join("\n");
}

// What is agreed stands in the lines and on paper, and nowhere else: it is gone with the page.
function agreements() {
  const agreed = {};
  all("[data-agree]").forEach((place) => (agreed[place.dataset.agree] = place.value.trim()));
  all("[data-agreed]").forEach((element) => {
    element.lastElementChild.textContent = agreed[element.dataset.agreed];
    element.hidden = !agreed[element.dataset.agreed];
  });
  document.querySelector("[data-agreements]").hidden = !Object.values(agreed).some(Boolean);
}

// A line as plain text, without what is not in view.
function said(line) {
  const copy = line.cloneNode(true);
  copy.querySelectorAll("[hidden]").forEach((part) => part.remove());
  return copy.textContent.replace(/\s+/g, " ").trim();
}

// Nothing that was ticked or written beside one patient may stand beside the next.
function blank() {
  all("[data-when], [data-copied]").forEach((element) => (element.hidden = true));
  all("[data-option]").forEach((box) => (box.checked = false));
  all("[data-agree]").forEach((place) => (place.value = ""));
  agreements();
  record.value = "";
}

function clear() {
  blank();
  sheet.hidden = true;
  entry.hidden = false;
  field.focus();
}

function copy() {
  const say = (done) => all("[data-copied]").forEach((one) => (one.hidden = one.dataset.copied !== done));
  const byHand = () => {
    record.focus();
    record.select();
    say(document.execCommand("copy") ? "done" : "hand");
  };
  if (navigator.clipboard) navigator.clipboard.writeText(record.value).then(() => say("done"), byHand);
  else byHand();
}

function handed() {
  try {
    const found = sessionStorage.getItem(HANDED) || "";
    sessionStorage.removeItem(HANDED);
    return found;
  } catch (error) {
    return "";
  }
}

function arrive() {
  const fragment = location.hash.slice(1);
  const text = handed();
  if (fragment && !document.getElementById(fragment)) {
    history.replaceState(null, "", location.pathname + location.search);
    if (sheet && fragment === REHEARSAL) rehearse();
    else take(fragment, true);
  } else if (text) take(text, text[0] === "#");
  else if (list && !fragment) field.focus({ preventScroll: true }); // that page asks one thing
}

document.addEventListener("click", ({ target }) => {
  const button = target.closest("button");
  if (!button) return;
  if (button.dataset.read !== undefined) take(field.value, false);
  if (button.dataset.copy !== undefined) copy();
  if (button.dataset.fhir !== undefined) keep(button, shown.found, shown.made);
  if (button.dataset.clear !== undefined) clear();
});
document.addEventListener("change", ({ target }) => target.dataset.option !== undefined && lines());
document.addEventListener("input", ({ target }) => target.dataset.agree !== undefined && lines());
field.addEventListener("keydown", (event) => event.key === "Enter" && take(field.value, false));
window.addEventListener("hashchange", arrive);
all("[data-needs-script]").forEach((element) => (element.hidden = false));
arrive();
