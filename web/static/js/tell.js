// "Dit heb ik al verteld": only what the child ticks goes on the page, for whom the child writes.
import { Answers, aidOf, whenever } from "./answers.js";
import { all, limit, one } from "./page.js";
import { decorate, show, whenDrawn } from "./picture.js";
import { VOICES } from "./shape.js";

const aid = aidOf(document.querySelector("main"));
const answers = new Answers(aid);
const host = one("[data-parts]");
const names = JSON.parse(host.dataset.names);
const figure = one("[data-picture]");
const words = JSON.parse(figure.dataset.words);
const THEME = "thema:";

// What there is to tell: agreements are on the shared sheet.
function known() {
  const { state } = answers.read();
  const { plaatje = {} } = state;
  const shared = new Answers(aid, VOICES[0]).read().state;
  return { plaatje, themas: plaatje.themas || [], mensen: plaatje.mensen || [], doelen: state.doelen, proberen: state.proberen || [], afspraken: shared.afspraken, vertellen: state.vertellen || {} };
}

function parts(found) {
  const some = found.themas.length || found.mensen.length || found.plaatje.naam;
  const whole = ["mensen", "doelen", "proberen", "afspraken"].filter((name) => found[name].length);
  const themes = found.themas.map(({ naam }) => [THEME + naam, naam]);
  const first = [found.plaatje.naam && "naam", some && "plaatje"].filter(Boolean);
  return first.map((name) => [name, names[name]]).concat(themes, whole.map((name) => [name, names[name]]));
}

function box([id, label]) {
  const made = document.createElement("label");
  made.className = "kh-choice";
  const input = document.createElement("input");
  Object.assign(input, { type: "checkbox", value: id, autocomplete: "off" });
  const text = document.createElement("span");
  text.textContent = label;
  text.dir = "auto";
  made.appendChild(input);
  made.appendChild(text);
  return made;
}

function lines(name, texts) {
  const list = one(`[data-list="${name}"]`);
  list.textContent = "";
  texts.forEach((text) => {
    const item = document.createElement("li");
    item.dir = "auto";
    item.textContent = text;
    list.appendChild(item);
  });
  return texts.length > 0;
}

function theme({ naam, hoe, anders, kan, helpt }) {
  const list = one('[data-list="themas"]');
  const labels = JSON.parse(list.dataset.labels);
  const can = JSON.parse(list.dataset.can);
  const said = [hoe ? `${naam}: ${words.how[hoe - 1]}` : naam, anders && `${labels.anders} ${anders}`, kan && `${labels.kan} ${can[kan - 1]}`, helpt && `${labels.helpt} ${helpt}`];
  return said.filter(Boolean).map((text) => (/[.?!]$/.test(text) ? text : `${text}.`)).join(" ");
}

const person = ({ naam, rol, kring }) => [naam, rol, words.rings[kring - 1]].filter(Boolean).join(", ");

function refresh(paper) {
  const found = known();
  const offered = parts(found);
  const mark = JSON.stringify(offered);
  if (host.dataset.mark !== mark) {
    host.dataset.mark = mark;
    host.textContent = "";
    offered.forEach((part) => host.appendChild(box(part)));
    one("[data-people]").textContent = "";
    found.mensen.forEach(({ naam, rol }) => one("[data-people]").appendChild(new Option(naam || rol)));
  }
  const chosen = (found.vertellen.delen || []).filter((id) => offered.some(([part]) => part === id));
  const has = (id) => chosen.indexOf(id) >= 0;
  all("[data-parts] input").forEach((input) => (input.checked = has(input.value)));
  one("[data-nothing]").hidden = offered.length > 0;
  const field = one("[data-for]");
  if (field !== document.activeElement) field.value = found.vertellen.voor || "";
  one("[data-told]").hidden = !chosen.length;
  const row = (name, visible) => (one(`[data-row="${name}"]`).hidden = !visible);
  const text = (name, value) => {
    one(`[data-text="${name}"]`).textContent = value || "";
    row(name, Boolean(value));
  };
  text("voor", found.vertellen.voor);
  text("naam", has("naam") ? found.plaatje.naam : "");
  row("plaatje", has("plaatje"));
  // The drawing shows no more than what may be told.
  const told = {
    naam: has("naam") ? found.plaatje.naam : "",
    themas: found.themas.filter(({ naam }) => has(THEME + naam)),
    mensen: has("mensen") ? found.mensen : [],
  };
  show(figure, has("plaatje") ? told : {}, paper);
  row("themas", lines("themas", found.themas.filter(({ naam }) => has(THEME + naam)).map(theme)));
  row("mensen", lines("mensen", has("mensen") ? found.mensen.map(person) : []));
  row("doelen", lines("doelen", has("doelen") ? found.doelen.map(({ tekst }) => tekst) : []));
  row("proberen", lines("proberen", has("proberen") ? found.proberen : []));
  row("afspraken", lines("afspraken", has("afspraken") ? found.afspraken.map(({ wat, wie, wanneer }) => [wat, wie, wanneer].filter(Boolean).join(", ")) : []));
}

function change(edit) {
  answers.change((state) => {
    const told = Object.assign({ delen: [] }, state.vertellen);
    edit(told);
    if (!told.voor) delete told.voor;
    if (!told.delen.length) delete told.delen;
    state.vertellen = told;
    if (!Object.keys(told).length) delete state.vertellen;
  });
}

host.addEventListener("change", ({ target }) => {
  change((told) => {
    told.delen = told.delen.filter((id) => id !== target.value).concat(target.checked ? [target.value] : []);
  });
});

one("[data-for]").addEventListener("input", ({ target }) => {
  const text = limit(target, 60);
  change((told) => (told.voor = text.trim()));
});

one("[data-print]").addEventListener("click", () => window.print());
// On paper the drawing is half a page, whatever the screen was.
window.addEventListener("beforeprint", () => refresh({ width: 690, height: 330 }));
window.addEventListener("afterprint", () => refresh());
decorate(document);
whenDrawn(() => refresh());
whenever(() => refresh());
