// What someone wants to try: of the sheet, of an aid or in own words; later, buttons that make an agreement of it.
import { Answers, OWN_CHARACTERS, aidOf, cut, whenever } from "./answers.js";
import { all, limit, one } from "./page.js";
import { MOST } from "./shape.js";

const answers = new Answers(aidOf(document.querySelector("main")));
const list = one("[data-tries]");
const tries = () => answers.read().state.proberen || [];

function set(wanted) {
  answers.change((state) => {
    state.proberen = wanted;
    if (!wanted.length) delete state.proberen;
  });
}

function add(text) {
  const now = tries();
  if (!text) return "empty";
  if (now.length >= MOST) return "full";
  if (now.indexOf(text) < 0) set(now.concat(text));
  return "";
}

const say = (name) => all("[data-try-problem]").forEach((note) => (note.hidden = note.dataset.tryProblem !== name));

function item(text) {
  if (list.dataset.asButtons !== undefined) {
    const button = document.createElement("button");
    button.type = "button";
    button.dataset.fill = text;
    button.textContent = text;
    return button;
  }
  const node = list.querySelector("template").content.cloneNode(true);
  all("[data-text]", node).forEach((element) => (element.textContent = text));
  return node;
}

function refresh() {
  const now = tries();
  all("[data-has-tries]").forEach((element) => (element.hidden = !now.length));
  all("[data-try]").forEach((box) => (box.checked = now.indexOf(box.value) >= 0));
  if (list.dataset.mark === JSON.stringify(now)) return;
  list.dataset.mark = JSON.stringify(now);
  Array.from(list.children).forEach((child) => child.tagName !== "TEMPLATE" && child.remove());
  now.forEach((text) => list.appendChild(item(text)));
}

document.addEventListener("change", ({ target }) => {
  if (target.dataset.try === undefined) return;
  if (target.checked) {
    const problem = add(target.value);
    say(problem);
    target.checked = !problem;
  } else set(tries().filter((text) => text !== target.value));
});

document.addEventListener("input", ({ target }) => {
  if (target.dataset.ownTry === undefined) return;
  limit(target, OWN_CHARACTERS);
});

document.addEventListener("click", ({ target }) => {
  const button = target.closest("button");
  if (!button) return;
  if (button.dataset.putTry !== undefined) {
    const field = one("[data-own-try]");
    const problem = add(cut(field.value.trim(), OWN_CHARACTERS));
    say(problem);
    if (!problem) field.value = "";
    field.focus();
  } else if (button.dataset.removeTry !== undefined) {
    const text = button.closest("li").querySelector("[data-text]").textContent;
    set(tries().filter((other) => other !== text));
    (list.querySelector("button") || one("[data-own-try]")).focus();
  }
});

whenever(refresh);
