// What was written at home, together on one sheet. The goals come from lists.js, which is ready before this.
import { Answers, aidOf, whenever } from "./answers.js";
import { all, one } from "./page.js";
import { say } from "./said.js";

const answers = new Answers(aidOf(one("main")));
const nothing = (inside) => all("[data-has]", inside).every((element) => element.hidden);

function refresh() {
  const { state } = answers.read();
  say(state, one("[data-prepared]"));
  all("[data-question]").forEach((line) => (line.hidden = state.vragen.indexOf(line.textContent.trim()) < 0));
  all('[data-has="vragen"]').forEach((part) => {
    part.hidden = all("[data-question]", part).every((line) => line.hidden);
  });
  all("[data-taken]").forEach((part) => (one("[data-none]", part).hidden = !nothing(part)));
  const empty = nothing();
  one("[data-empty]").hidden = !empty;
  one("[data-filled]").hidden = empty;
  // A sheet with nothing on it, also where this script does not come, is of use on paper only.
  one(".kh-sheet").classList.toggle("kh-onlyprint", empty);
}

whenever(refresh);
one(".kh-waits").classList.remove("kh-waits");
