// Wiping: this aid or all, in every tab, at once. What is gone cannot come back with Back or Forward.
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

document.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-wipe]");
  if (!button) return;
  wipe(button.dataset.wipe === "all");
  window.dispatchEvent(new Event(CHANGED));
  const done = document.querySelector("[data-wiped]");
  done.hidden = false;
  done.focus();
});
