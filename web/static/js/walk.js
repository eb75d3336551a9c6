// Answer controls: show what is stored, store what is chosen. They stand outside any form, so nothing can send them.
import { Answers, OWN_CHARACTERS, aidOf, whenever } from "./answers.js";
import { all, limit } from "./page.js";

const answers = new Answers(aidOf(document.querySelector("main")));
let typing = null;

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

// Where nothing can be stored, what is ticked on this page stays as it is: it can still be printed.
function fill({ state }) {
  all("[data-answer]").forEach((radio) => {
    radio.checked = get(state, radio.dataset.answer) === valueOf(radio);
  });
  all("[data-ticked]").forEach((box) => (box.checked = state.vragen.indexOf(box.value) >= 0));
  all("[data-own]").forEach((area) => {
    if (area !== typing) area.value = state.eigen[area.dataset.own] || "";
  });
}

function refresh() {
  const found = answers.read();
  if (!answers.blocked) fill(found);
  all("[data-own]").forEach((area) => {
    const left = OWN_CHARACTERS - Array.from(area.value).length;
    all(`[data-count="${area.dataset.own}"]`).forEach((element) => (element.textContent = String(left)));
  });
}

document.addEventListener("change", ({ target }) => {
  if (target.dataset.answer) answers.change((state) => set(state, target.dataset.answer, valueOf(target)));
  else if (target.dataset.ticked !== undefined) {
    answers.change((state) => {
      state.vragen = state.vragen.filter((text) => text !== target.value).concat(target.checked ? [target.value] : []);
    });
  } else if (target.dataset.known) document.getElementById(target.dataset.known).open = true;
});

document.addEventListener("input", ({ target }) => {
  if (!target.dataset.own) return;
  const text = limit(target, OWN_CHARACTERS);
  typing = target;
  answers.change((state) => {
    if (text.trim()) state.eigen[target.dataset.own] = text;
    else delete state.eigen[target.dataset.own];
  });
  typing = null;
});

// What was ticked or typed before this script came is an answer too.
if (!answers.blocked) {
  const found = all("[data-answer]:checked").concat(all("[data-ticked]:checked"));
  const written = all("[data-own]").filter((area) => area.value);
  found.concat(written).forEach((control) => {
    control.dispatchEvent(new Event(control.dataset.own ? "input" : "change", { bubbles: true }));
  });
}
whenever(refresh);
