// Looking back: the sheet of then stays, and stands beside the sheet of now. Nothing is counted or judged.
import { Answers, aidOf, whenever } from "./answers.js";
import { inWords, one } from "./page.js";
import { show, whenDrawn } from "./picture.js";

const DAY = 24 * 60 * 60 * 1000;
const answers = new Answers(aidOf(document.querySelector("main")));
const figure = (name) => one(`[data-picture="${name}"]`);
const rows = one("[data-then-rows]");
const words = JSON.parse(figure("nu").dataset.words);

const known = (found) => (found && found.themas) || [];
const named = (found, name) => known(found).filter(({ naam }) => naam === name)[0];

function row(name, then, now) {
  const made = document.createElement("tr");
  const cells = [name, then, now].map((text, at) => {
    const cell = document.createElement(at ? "td" : "th");
    if (!at) cell.scope = "row";
    cell.dir = "auto";
    cell.textContent = text;
    return cell;
  });
  cells.forEach((cell) => made.appendChild(cell));
  return made;
}

const how = (theme) => (theme && theme.hoe ? words.how[theme.hoe - 1] : rows.dataset.none);

function refresh() {
  const { toen, plaatje } = answers.read().state;
  const then = toen && toen.plaatje;
  one("[data-then]").hidden = !then;
  rows.textContent = "";
  show(figure("toen"), then);
  show(figure("nu"), then && plaatje);
  if (!then) return;
  one("[data-then-day]").textContent = inWords(toen.op);
  const names = known(then).concat(known(plaatje)).map(({ naam }) => naam);
  names.filter((name, at) => names.indexOf(name) === at).forEach((name) => {
    rows.appendChild(row(name, how(named(then, name)), how(named(plaatje, name))));
  });
}

one("[data-again]").addEventListener("click", () => {
  answers.change((state) => {
    // A second tap on the same day does not lose what it was.
    const just = state.toen && Date.now() - Date.parse(state.toen.op) < DAY;
    if (!state.plaatje || just) return;
    state.toen = { op: new Date().toISOString(), antwoorden: {}, plaatje: JSON.parse(JSON.stringify(state.plaatje)) };
  });
});

whenDrawn(refresh);
whenever(refresh);
