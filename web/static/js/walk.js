// Answer controls: show what is stored, store what is chosen. They stand outside any form, so nothing can send them.
import { Answers, OWN_CHARACTERS, aidOf, cut, isEmpty, whenever } from "./answers.js";

const main = document.querySelector("main");
const answers = new Answers(aidOf(main));
const all = (selector) => Array.from(document.querySelectorAll(selector));
const show = (name, visible) => all(`[data-notice="${name}"]`).forEach((element) => (element.hidden = !visible));

// data-answer="neiging" or "antwoorden.3": where in the answers a control belongs.
function get(state, path) {
  const [part, name] = path.split(".");
  return name === undefined ? state[part] : state[part][name];
}

function set(state, path, value) {
  const [part, name] = path.split(".");
  if (name === undefined) state[part] = value;
  else state[part][name] = value;
}

const valueOf = (radio) => (radio.dataset.answer.indexOf("hulp.") === 0 ? radio.value : Number(radio.value));

function count(area) {
  const left = OWN_CHARACTERS - Array.from(area.value).length;
  all(`[data-count="${area.dataset.own}"]`).forEach((element) => (element.textContent = String(left)));
}

// Where nothing can be stored, what is ticked on this page stays as it is: it can still be printed.
function fill(found, typing) {
  all("[data-answer]").forEach((radio) => {
    radio.checked = get(found.state, radio.dataset.answer) === valueOf(radio);
  });
  all("[data-ticked]").forEach((box) => (box.checked = found.state.vragen.indexOf(box.value) >= 0));
  all("[data-own]").forEach((area) => {
    const text = found.state.eigen[area.dataset.own] || "";
    if (area !== typing) area.value = text;
  });
  all("[data-keep]").forEach((box) => (box.checked = found.kept));
}

function refresh(typing) {
  const found = answers.read();
  if (!answers.blocked) fill(found, typing);
  all("[data-own]").forEach(count);
  const used = !isEmpty(found.state);
  show("blocked", answers.blocked);
  show("unreadable", found.unreadable);
  show("dropped", found.dropped > 0);
  show("kept", found.kept && used);
  show("passing", !found.kept && used);
}

document.addEventListener("change", ({ target }) => {
  if (target.dataset.answer) answers.change((state) => set(state, target.dataset.answer, valueOf(target)));
  else if (target.dataset.ticked !== undefined) {
    answers.change((state) => {
      state.vragen = state.vragen.filter((text) => text !== target.value).concat(target.checked ? [target.value] : []);
    });
  } else if (target.dataset.keep !== undefined) answers.keep(target.checked);
  else if (target.dataset.known) {
    document.getElementById(target.dataset.known).open = true;
    return;
  } else return;
  refresh();
});

document.addEventListener("input", ({ target }) => {
  if (!target.dataset.own) return;
  const text = cut(target.value, OWN_CHARACTERS);
  if (text !== target.value) target.value = text;
  answers.change((state) => {
    if (text.trim()) state.eigen[target.dataset.own] = text;
    else delete state.eigen[target.dataset.own];
  });
  refresh(target);
});

all("[data-needs-script]").forEach((element) => (element.hidden = false));
whenever(() => refresh());
