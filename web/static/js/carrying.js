// The buttons that save and open the file of carry.js.
import { aidOf, whenever } from "./answers.js";
import { BYTES, pack, replace, taken, unpack } from "./carry.js";
import { inWords } from "./page.js";
import { save } from "./save.js";

const aid = aidOf(document.querySelector("main"));
const place = document.querySelector("[data-carry]");
const one = (selector) => place.querySelector(selector);
const all = (selector) => Array.from(place.querySelectorAll(selector));
const field = one("[data-open]");
let found = null;

const say = (name) => all("[data-carried]").forEach((element) => (element.hidden = element.dataset.carried !== name));

function tell(name) {
  say(name);
  const { left, dropped, at } = found;
  one("[data-found]").hidden = false;
  one("[data-at]").textContent = inWords(at);
  all("[data-left]").forEach((element) => {
    const count = element.dataset.left === "dropped" ? dropped : left[element.dataset.left] || 0;
    element.hidden = !count;
    element.querySelector("span").textContent = String(count);
  });
  one("[data-found]").focus();
}

function take() {
  replace(found.aid, found.sheets);
  tell("opened");
}

function close() {
  found = null;
  field.value = "";
  one("[data-found]").hidden = true;
}

function read(text) {
  close();
  const result = unpack(text, [aid]);
  if (result.problem) {
    say(result.problem);
    return;
  }
  found = result;
  if (taken(aid)) tell("taken");
  else take();
}

field.addEventListener("change", () => {
  const [file] = field.files;
  if (!file) return;
  if (file.size > BYTES) {
    close();
    say("big");
    return;
  }
  const reader = new FileReader();
  reader.onload = () => read(reader.result);
  reader.onerror = () => say("broken");
  reader.readAsText(file);
});

place.addEventListener("click", ({ target }) => {
  if (target.closest("[data-save]")) {
    const { text, some } = pack(aid);
    if (some) save(`keuzehulp${place.dataset.file}`, "json", "application/json", text);
    say(some ? "saved" : "nothing");
  } else if (target.closest("[data-agree]")) take();
  else if (target.closest("[data-refuse]")) {
    close();
    say("");
    field.focus();
  }
});

whenever(() => {
  one("[data-partly]").hidden = pack(aid).all;
});
