// Wiping: this aid or all, in every tab, at once. What is gone cannot come back with Back or Forward. So there is no
// undo, which would have to keep it, but a question first.
import { Answers, CHANGED, PREFIX, WIPED, aidOf } from "./answers.js";

const answers = new Answers(aidOf(document.querySelector("main")));

function wipe(all) {
  const now = Date.now();
  [answers.local, answers.session].forEach((store) => {
    if (!store) return;
    Object.keys(store)
      .filter((key) => answers.mine(key) || (all && key.indexOf(PREFIX) === 0))
      .forEach((key) => store.removeItem(key));
  });
  if (!answers.local) return;
  // Other tabs hold answers of their own. They drop what is older than this mark, also when they come back later.
  const marks = all ? { alle: now } : Object.assign(answers.marks(), { [answers.aid.nr]: now });
  answers.local.setItem(WIPED, JSON.stringify(marks));
}

const wiping = document.querySelector("[data-wiping]");
const sure = document.querySelector("[data-sure]");
const done = document.querySelector("[data-wiped]");
let asked = null;

// Show the question with its two buttons, or the buttons it came from.
function ask(button) {
  asked = button;
  wiping.hidden = Boolean(button);
  sure.hidden = !button;
  done.hidden = true;
  if (!button) return;
  sure.querySelectorAll("[data-asked]").forEach((text) => (text.hidden = text.dataset.asked !== button.dataset.ask));
  sure.focus();
}

function spare() {
  const from = asked;
  ask(null);
  from.focus();
}

document.addEventListener("click", ({ target }) => {
  const button = target.closest("button");
  if (!button) return;
  if (button.dataset.ask) ask(button);
  if (button.dataset.spare !== undefined) spare();
  if (button.dataset.wipe === undefined) return;
  wipe(asked.dataset.ask === "all");
  ask(null);
  window.dispatchEvent(new Event(CHANGED));
  done.hidden = false;
  done.focus();
});
sure.addEventListener("keydown", (event) => event.key === "Escape" && spare());
// Whoever comes back to this page begins again.
window.addEventListener("pagehide", () => ask(null));
