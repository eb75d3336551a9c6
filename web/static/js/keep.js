// What a page says about the store, and whose turn it is.
import { Answers, aidOf, isEmpty, whenever } from "./answers.js";

const answers = new Answers(aidOf(document.querySelector("main")));
const all = (selector) => Array.from(document.querySelectorAll(selector));
const show = (name, visible) => all(`[data-notice="${name}"]`).forEach((element) => (element.hidden = !visible));

answers.take();
document.addEventListener("click", ({ target }) => target.dataset.reopen !== undefined && answers.take(true));
document.addEventListener("change", ({ target }) => {
  if (target.dataset.keep !== undefined) answers.keep(target.checked);
});
all("[data-needs-script]").forEach((element) => (element.hidden = false));
whenever(() => {
  const found = answers.read();
  const used = !isEmpty(found.state);
  all("[data-keep]").forEach((box) => (box.checked = found.kept));
  show("blocked", answers.blocked);
  show("unreadable", answers.unreadable);
  show("dropped", found.dropped > 0);
  show("kept", found.kept && used);
  show("passing", !found.kept && used);
  show("closed", found.closed);
  all("[data-open-sheet]").forEach((part) => (part.hidden = found.closed));
});
