// Changing one's mind: what was said then stays, and stands beside what is said now. Neither is right or wrong.
import { Answers, aidOf, whenever } from "./answers.js";
import { all } from "./page.js";

const answers = new Answers(aidOf(document.querySelector("main")));

function value(state, path) {
  const [moment, ...rest] = path.split(".");
  const from = moment === "toen" ? state.toen : state;
  return rest.reduce((part, name) => (part === undefined ? undefined : part[name]), from);
}

function refresh() {
  const { state } = answers.read();
  all("[data-changed]").forEach((element) => (element.hidden = !state.toen));
  all("[data-moment]").forEach((element) => {
    const parts = element.dataset.moment.split(".");
    element.hidden = value(state, parts.slice(0, -1).join(".")) !== Number(parts[parts.length - 1]);
  });
  all("[data-nothing]").forEach((element) => (element.hidden = value(state, element.dataset.nothing) !== undefined));
  // What was never said has no then and no now.
  all("[data-changed] dl > div").forEach((row) => (row.hidden = !row.querySelector("strong:not([hidden])")));
}

document.querySelector("[data-mind]").addEventListener("click", () => {
  answers.change((state) => {
    state.toen = { op: new Date().toISOString(), antwoorden: Object.assign({}, state.antwoorden) };
    ["neiging", "rol"].forEach((name) => {
      if (state[name] !== undefined) state.toen[name] = state[name];
    });
  });
});

whenever(refresh);
