// What someone said, brought into view: the server printed every line, hidden.
import { all } from "./page.js";

const at = (state, path) => path.split(".").reduce((part, name) => (part === undefined ? undefined : part[name]), state);

function some(state, path) {
  const found = at(state, path);
  return found !== undefined && (typeof found !== "object" || Object.keys(found).length > 0);
}

export function say(state, inside) {
  all("[data-has]", inside).forEach((element) => (element.hidden = !some(state, element.dataset.has)));
  all("[data-text]", inside).forEach((element) => (element.textContent = at(state, element.dataset.text) || ""));
  all("[data-value]", inside).forEach((element) => {
    const parts = element.dataset.value.split(".");
    element.hidden = at(state, parts.slice(0, -1).join(".")) !== Number(parts[parts.length - 1]);
  });
}
