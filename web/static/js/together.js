// Two sheets side by side, but only after "Laat zien". Nothing is merged, compared or counted (ADR 22).
import { Answers, aidOf, isEmpty, whenever } from "./answers.js";
import { all, one } from "./page.js";
import { say } from "./said.js";
import { VOICES } from "./shape.js";

const aid = aidOf(document.querySelector("main"));
const host = one("[data-sheets]");
const names = JSON.parse(host.dataset.names);
const shared = new Answers(aid, VOICES[0]);

// Who has a sheet with something on it; what it says stays closed until it is shown.
const present = () =>
  VOICES.slice(1).filter((voice) => {
    const sheet = new Answers(aid, voice);
    const found = sheet.newest(sheet.key);
    return Boolean(found) && !isEmpty(found.state);
  });

function draw(voice) {
  const { state } = new Answers(aid, voice).read();
  // Each sheet speaks in the words that its owner read.
  const own = host.querySelector(`[data-for="${voice}"]`) || host.querySelector('[data-for=""]');
  const node = own.content.cloneNode(true);
  node.firstElementChild.dataset.voice = voice;
  node.querySelector("[data-name]").textContent = names[voice];
  node.querySelector("[data-sheet-empty]").hidden = !isEmpty(state);
  say(state, node);
  state.doelen.forEach(({ tekst }) => {
    const item = document.createElement("li");
    item.textContent = tekst;
    item.dir = "auto";
    node.querySelector("[data-goals]").appendChild(item);
  });
  host.appendChild(node);
}

function refresh() {
  const voices = present();
  const { shown } = shared;
  one("[data-shown]").hidden = !shown;
  one("[data-not-shown]").hidden = shown;
  one("[data-ready]").hidden = voices.length < 2;
  one("[data-present]").textContent = voices.map((voice) => names[voice]).join(", ");
  all("[data-one]", host).forEach((sheet) => sheet.remove());
  if (shown) voices.forEach(draw);
}

one("[data-show]").addEventListener("click", () => {
  shared.change((state) => {
    state.getoond = true;
  });
  one("[data-shown]").focus();
});

whenever(refresh);
