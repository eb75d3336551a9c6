// The summary: the server printed every line hidden; here the reader's own come into view. Nothing is added up (ADR 2).
import { Answers, aidOf, isEmpty, whenever } from "./answers.js";

const main = document.querySelector("main");
const aid = aidOf(main);
const answers = new Answers(aid);
const all = (selector) => Array.from(document.querySelectorAll(selector));
const list = document.querySelector("[data-points]");

// The reader's own order, then very important (3), a little (2), not known yet (4), not important (1).
const ordered = (state) => {
  const own = state.volgorde || [];
  const place = (nr) => "43102"[state.antwoorden[nr] || 0];
  const rest = aid.questions.filter((nr) => own.indexOf(nr) < 0);
  return own.concat(rest.sort((a, b) => place(a) - place(b)));
};

function move(nr, by) {
  answers.change((state) => {
    const order = ordered(state).filter((other) => state.antwoorden[other]);
    const from = order.indexOf(nr);
    const to = from + by;
    if (from < 0 || to < 0 || to >= order.length) return;
    order.splice(to, 0, order.splice(from, 1)[0]);
    state.volgorde = order;
  });
  refresh();
}

function points(state) {
  const order = ordered(state);
  const items = all("[data-point]");
  items.sort((a, b) => order.indexOf(Number(a.dataset.point)) - order.indexOf(Number(b.dataset.point)));
  const seen = items.filter((item) => state.antwoorden[item.dataset.point]);
  items.forEach((item, at) => {
    if (list.children[at] !== item) list.insertBefore(item, list.children[at] || null);
    const answer = state.antwoorden[item.dataset.point];
    item.hidden = !answer;
    Array.from(item.querySelectorAll("[data-said]")).forEach((word) => {
      word.hidden = Number(word.dataset.said) !== answer;
    });
    item.querySelector("[data-up]").disabled = item === seen[0];
    item.querySelector("[data-down]").disabled = item === seen[seen.length - 1];
  });
  return seen.length;
}

function goals(state) {
  const host = document.querySelector("[data-list]");
  const { firstElementChild } = host.querySelector("template").content;
  all("[data-list] li").forEach((item) => item.remove());
  state.doelen.forEach(({ tekst }) => {
    host.appendChild(firstElementChild.cloneNode(true)).firstElementChild.textContent = tekst;
  });
  host.parentNode.hidden = !state.doelen.length;
}

function refresh() {
  const { state } = answers.read();
  goals(state);
  const shown = {
    points: points(state) > 0,
    leaning: state.neiging !== undefined,
    role: state.rol !== undefined,
    help: Object.keys(state.hulp).some((name) => state.hulp[name] === "nee"),
    ticked: state.vragen.length > 0,
    worry: Boolean(state.eigen.zorg),
    questions: Boolean(state.eigen.vragen),
  };
  all("[data-if]").forEach((element) => (element.hidden = !shown[element.dataset.if]));
  all("[data-unless]").forEach((element) => (element.hidden = shown[element.dataset.unless]));
  all("[data-leaning]").forEach((element) => (element.hidden = Number(element.dataset.leaning) !== state.neiging));
  all("[data-role]").forEach((element) => (element.hidden = Number(element.dataset.role) !== state.rol));
  all("[data-help]").forEach((element) => (element.hidden = state.hulp[element.dataset.help] !== "nee"));
  all("[data-question]").forEach((element) => {
    element.hidden = state.vragen.indexOf(element.textContent.trim()) < 0;
  });
  all("[data-words]").forEach((element) => (element.textContent = state.eigen[element.dataset.words] || ""));
  all("[data-empty]").forEach((element) => (element.hidden = !isEmpty(state)));
  all("[data-filled]").forEach((element) => (element.hidden = isEmpty(state)));
}

document.addEventListener("click", ({ target }) => {
  const button = target.closest("button");
  if (!button) return;
  if (button.dataset.print !== undefined) window.print();
  const step = button.dataset.up !== undefined ? -1 : button.dataset.down !== undefined ? 1 : 0;
  if (!step) return;
  const item = button.closest("[data-point]");
  move(Number(item.dataset.point), step);
  (button.disabled ? item.querySelector("button:not([disabled])") : button).focus();
  document.activeElement.scrollIntoView({ block: "center" });
  const seen = all("[data-point]:not([hidden])");
  const moved = document.querySelector("[data-moved]");
  moved.textContent = moved.dataset.moved.replace("{number}", seen.indexOf(item) + 1).replace("{count}", seen.length);
});

whenever(refresh);
all(".kh-waits").forEach((element) => element.classList.remove("kh-waits"));
