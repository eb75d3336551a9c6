// Suggestions while typing. One file is fetched when the box gets the focus; everything else happens here, so that no
// keystroke leaves this device. Without this script the box is an ordinary form.
const MOST = 6;
const TYPO_LETTERS = 4;

// The same folding as the server: small letters, no accents, nothing that joins words.
export const fold = (text) =>
  text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[\u0300-\u036f’'‘`´\u00ad]/g, "")
    .split(/[^a-z0-9]+/)
    .filter(Boolean);

// Whether a word begins with what was typed, with at most one error: 2 without, 1 with, 0 not.
export function fits(typed, word) {
  if (word.startsWith(typed)) return 2;
  if (typed.length < TYPO_LETTERS) return 0;
  let at = 0;
  while (typed[at] === word[at]) at += 1;
  const from = (left, right) => word.startsWith(typed.slice(left), right);
  const swapped = typed[at] === word[at + 1] && typed[at + 1] === word[at] && from(at + 2, at + 2);
  return from(at + 1, at + 1) || from(at, at + 1) || from(at + 1, at) || swapped ? 1 : 0;
}

// How well the texts of one aid answer what was typed, and the text that does so best. Of three words one may be
// unknown here: the whole search knows more words than this file.
function answer(typed, texts) {
  const words = texts.map(fold);
  const each = words.map((text) => typed.map((one) => Math.max(0, ...text.map((word) => fits(one, word)))));
  const missed = typed.filter((_one, at) => each.every((values) => !values[at])).length;
  if (missed > Math.floor(typed.length / 3)) return { value: 0 };
  const values = each.map(
    (found, at) => found.reduce((sum, value) => sum + value, 0) / typed.length + 1 / (1 + words[at].length),
  );
  const best = values.indexOf(Math.max(...values.filter((_value, at) => each[at].some(Boolean))));
  // A title that says all of it needs nothing before it.
  const text = each[0].every((value, at) => value >= each[best][at]) ? texts[0] : texts[best];
  return { value: values[best] - missed, text };
}

export function matches(rows, query) {
  const typed = fold(query);
  if (!typed.length || query.trim().length < 2) return [];
  const found = [];
  rows.forEach(([title, slug, ...texts]) => {
    const { value, text } = answer(typed, [title, ...texts]);
    if (value > 0) found.push({ value, text, title, slug });
  });
  return found.sort((one, other) => other.value - one.value || one.title.localeCompare(other.title)).slice(0, MOST);
}

function start(box, list, status) {
  let rows = null;
  let active = -1;
  const options = () => Array.from(list.children);

  const mark = (number) => {
    active = number;
    options().forEach((option, at) => option.setAttribute("aria-selected", String(at === active)));
    if (active < 0) box.removeAttribute("aria-activedescendant");
    else {
      box.setAttribute("aria-activedescendant", options()[active].id);
      options()[active].scrollIntoView({ block: "nearest" });
    }
  };
  const close = () => {
    list.hidden = true;
    box.setAttribute("aria-expanded", "false");
    mark(-1);
  };
  const open = (slug) => {
    location.href = `/k/${encodeURIComponent(slug)}/start`;
  };
  const show = () => {
    const found = rows ? matches(rows, box.value) : [];
    list.textContent = "";
    found.forEach(({ text, title, slug }, number) => {
      const option = document.createElement("li");
      option.id = `q-option-${number}`;
      option.setAttribute("role", "option");
      option.dataset.slug = slug;
      option.textContent = text === title ? title : `${text} → ${title}`;
      list.append(option);
    });
    mark(-1);
    list.hidden = !found.length;
    box.setAttribute("aria-expanded", String(found.length > 0));
    const { none, one, more } = box.dataset;
    const typed = box.value.trim().length > 1;
    status.textContent = typed ? [none, one][found.length] || more.replace("{count}", found.length) : "";
  };
  const load = () => {
    if (rows) return;
    rows = [];
    fetch(box.dataset.suggestions)
      .then((answer) => answer.json())
      .then((found) => {
        rows = found;
        if (document.activeElement === box && box.value !== box.defaultValue) show();
      })
      .catch(() => {});
  };

  box.setAttribute("role", "combobox");
  box.setAttribute("aria-autocomplete", "list");
  box.setAttribute("aria-expanded", "false");
  box.setAttribute("aria-controls", list.id);
  box.addEventListener("focus", load);
  box.addEventListener("input", show);
  // The list pushes down what is under it. Were it to close when a press begins, the button would jump from the finger.
  let pressing = false;
  document.addEventListener("mousedown", () => (pressing = true), true);
  document.addEventListener("mouseup", () => {
    pressing = false;
    if (document.activeElement !== box) setTimeout(close);
  }, true);
  box.addEventListener("blur", () => pressing || close());
  box.addEventListener("keydown", (event) => {
    const last = list.children.length - 1;
    const down = event.key === "ArrowDown";
    if (down || event.key === "ArrowUp") {
      if (list.hidden) show();
      if (list.hidden) return;
      event.preventDefault();
      if (down) mark(active >= last ? 0 : active + 1);
      else mark(active <= 0 ? options().length - 1 : active - 1);
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    } else if (event.key === "Enter" && active >= 0) {
      event.preventDefault();
      open(options()[active].dataset.slug);
    }
  });
  // The box keeps the focus, so that a tap is not also a blur.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", ({ target }) => target.dataset.slug && open(target.dataset.slug));
  if (document.activeElement === box) load();
}

const box = document.getElementById("q");
if (box) start(box, document.getElementById("q-suggestions"), document.getElementById("q-status"));
