// Goals and agreements: lists that readers make themselves. Their words go on the page as text, never as HTML. Goals
// stand on the sheet of the page; agreements on the shared one, because they are made together.
import { Answers, OWN_CHARACTERS, aidOf, cut, whenever } from "./answers.js";
import { all, limit } from "./page.js";
import { MOST, VOICES } from "./shape.js";

const NEEDED = { doelen: "tekst", afspraken: "wat" };
const aid = aidOf(document.querySelector("main"));
const sheetOf = (name) => new Answers(aid, name === "afspraken" ? VOICES[0] : aid.voice);

// Every item to show, with the sheet it is on: of the page, and after "Laat zien" goals of all.
function items(name) {
  const first = sheetOf(name);
  const others = name === "doelen" && first.shown ? VOICES.filter((voice) => voice !== first.voice) : [];
  const sheets = [first].concat(others.map((voice) => new Answers(aid, voice)));
  const found = [];
  sheets.forEach((sheet) => sheet.read().state[name].forEach((item, at) => found.push({ sheet, item, at })));
  return found;
}

function fill(node, { sheet, item, at }, names) {
  all("[data-part]", node).forEach((element) => {
    const text = item[element.dataset.part] || "";
    element.textContent = text;
    const row = element.closest("[data-row]");
    if (row) row.hidden = !text;
  });
  all("[data-of]", node).forEach((element) => (element.textContent = names[sheet.voice] || ""));
  all("[data-went]", node).forEach((radio) => {
    radio.name = `ging-${sheet.voice}-${at}`;
    radio.checked = item.ging === Number(radio.value);
  });
}

function show(list) {
  const name = list.dataset.list;
  const template = list.querySelector("template");
  const found = items(name);
  // What stays the same is left alone: the keyboard keeps its place.
  const mark = JSON.stringify(found.map(({ sheet, item }) => [sheet.voice, item]));
  if (list.dataset.mark === mark) return;
  list.dataset.mark = mark;
  const focused = list.contains(document.activeElement) ? document.activeElement.name + document.activeElement.value : "";
  Array.from(list.children).forEach((child) => child !== template && child.remove());
  found.forEach((one) => {
    const node = template.content.cloneNode(true);
    fill(node, one, list.dataset.names ? JSON.parse(list.dataset.names) : {});
    const root = node.firstElementChild;
    root.dataset.voice = one.sheet.voice;
    root.dataset.at = String(one.at);
    list.appendChild(node);
  });
  all("input", list).forEach((input) => focused && input.name + input.value === focused && input.focus());
}

function refresh() {
  all("[data-list]").forEach(show);
  ["doelen", "afspraken"].forEach((name) => {
    const some = items(name).length > 0;
    all(`[data-has="${name}"]`).forEach((element) => (element.hidden = !some));
    all(`[data-lacks="${name}"]`).forEach((element) => (element.hidden = some));
  });
  const own = sheetOf("doelen").read().state.doelen.map(({ tekst }) => tekst);
  all("[data-goal]").forEach((box) => (box.checked = own.indexOf(box.value) >= 0));
}

// "full", "empty", or nothing where it could be added.
function add(name, item) {
  const sheet = sheetOf(name);
  if (!item[NEEDED[name]]) return "empty";
  if (sheet.read().state[name].length >= MOST) return "full";
  sheet.change((state) => {
    const same = JSON.stringify(item);
    if (!state[name].some((other) => JSON.stringify(other) === same)) state[name].push(item);
  });
  return "";
}

// As `add`, of what stands in the fields.
function take(form) {
  const fields = all("[data-part]", form);
  const item = {};
  fields.forEach(({ value, dataset }) => value.trim() && (item[dataset.part] = cut(value.trim(), OWN_CHARACTERS)));
  const problem = add(form.dataset.add, item);
  if (!problem) fields.forEach((field) => (field.value = ""));
  return problem;
}

function put(form) {
  const problem = take(form);
  all("[data-problem]", form).forEach((element) => (element.hidden = element.dataset.problem !== problem));
  form.querySelector("[data-put-done]").hidden = Boolean(problem);
  count(form);
  form.querySelector("[data-part]").focus();
}

function count(form) {
  const lefts = all("[data-part]", form).map((field) => OWN_CHARACTERS - Array.from(field.value).length);
  form.querySelector("[data-left]").textContent = String(Math.min.apply(null, lefts));
}

document.addEventListener("input", ({ target }) => {
  const form = target.closest("[data-add]");
  if (!form || !target.dataset.part) return;
  limit(target, OWN_CHARACTERS);
  count(form);
});

document.addEventListener("change", ({ target }) => {
  if (target.dataset.goal !== undefined) {
    if (target.checked) target.checked = add("doelen", { tekst: target.value }) === "";
    else {
      sheetOf("doelen").change((state) => {
        state.doelen = state.doelen.filter(({ tekst }) => tekst !== target.value);
      });
    }
  } else if (target.dataset.went !== undefined) {
    const { voice, at } = target.closest("[data-at]").dataset;
    new Answers(aid, voice).change((state) => {
      state.doelen[Number(at)].ging = Number(target.value);
    });
  }
});

document.addEventListener("click", ({ target }) => {
  const button = target.closest("button");
  if (!button) return;
  const form = button.closest("[data-add]");
  if (button.dataset.put !== undefined) put(form);
  else if (button.dataset.fill !== undefined) {
    const field = document.querySelector('[data-add="afspraken"] [data-part="wat"]');
    field.value = button.dataset.fill;
    field.focus();
  } else if (button.dataset.remove !== undefined) {
    const { voice, at } = button.closest("[data-at]").dataset;
    const list = button.closest("[data-list]");
    new Answers(aid, voice).change((state) => state[list.dataset.list].splice(Number(at), 1));
    const next = list.querySelector("button") || document.querySelector(`[data-add="${list.dataset.list}"] textarea`);
    next.focus();
  }
});

// Who goes on without the button meant it all the same.
window.addEventListener("pagehide", () => all("[data-add]").forEach(take));
all("[data-print]").forEach((button) => button.addEventListener("click", () => window.print()));
// What was ticked before this script came counts too.
all("[data-goal]:checked").forEach((box) => box.dispatchEvent(new Event("change", { bubbles: true })));
all("[data-add]").forEach((form) => form.classList.add("kh-noprint"));
whenever(refresh);
