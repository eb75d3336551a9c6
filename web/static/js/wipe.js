// Wiping: this aid or all, in every tab, at once. What is gone cannot come back with Back or Forward.
import { Answers, aidOf } from "./answers.js";

const answers = new Answers(aidOf(document.querySelector("main")));
document.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-wipe]");
  if (!button) return;
  answers.wipe(button.dataset.wipe === "all");
  const done = document.querySelector("[data-wiped]");
  done.hidden = false;
  done.focus();
});
