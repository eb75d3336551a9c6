// "Mijn plaatje": the list comes first, and from it, at once, the drawing. Words of readers are only ever text.
import { Answers, OWN_CHARACTERS, aidOf, cut, whenever } from "./answers.js";
import { all, limit, one } from "./page.js";
import { decorate, expression, show, whenDrawn } from "./picture.js";

const NAME = 60;
const MOST = { themas: 40, mensen: 30 };
const answers = new Answers(aidOf(document.querySelector("main")));
const figure = one("[data-picture]");
const words = JSON.parse(figure.dataset.words);
const list = one("[data-areas]");
const people = one("[data-people]");
const form = one("[data-person]");
// Themes that were unticked on this page, with what was written there: who ticks one again finds it back.
const unticked = {};
let editing = -1;

const sheet = () => answers.read().state.plaatje || {};
const tidy = (text, most) => cut(text.replace(/\s+/g, " ").trim(), most);

// Change the sheet, and leave nothing empty in it.
function change(edit) {
  answers.change((state) => {
    const found = Object.assign({ themas: [], mensen: [] }, state.plaatje);
    edit(found);
    ["themas", "mensen"].forEach((part) => found[part].length || delete found[part]);
    if (!found.naam) delete found.naam;
    state.plaatje = found;
    if (!Object.keys(found).length) delete state.plaatje;
  });
}

function say(kind, name, host) {
  all(`[data-${kind}-problem]`, host).forEach((element) => {
    element.hidden = element.getAttribute(`data-${kind}-problem`) !== name;
  });
}

// The themes, each with its controls.

function help(nr) {
  const found = one(`template[data-area-help="${nr}"]`);
  return found ? found.content : document.createDocumentFragment();
}

function makeArea(theme, at) {
  const node = list.querySelector("template").content.cloneNode(true);
  const root = node.firstElementChild;
  const id = `thema-${at}`;
  root.dataset.at = String(at);
  all("[data-title]", root).forEach((element) => (element.textContent = theme.naam));
  all("input[type=radio]", root).forEach((radio) => (radio.name = `${id}-${radio.dataset.field}`));
  all("textarea", root).forEach((area) => {
    area.id = `${id}-${area.dataset.field}`;
    one("label", area.parentNode).htmlFor = area.id;
  });
  const offered = help(theme.nr).cloneNode(true);
  all("li", offered).forEach((item) => one("[data-prompts]", root).appendChild(item));
  all("button", offered).forEach((button) => one(`[data-chips="${button.dataset.into}"]`, root).appendChild(button));
  decorate(root);
  return root;
}

function fillArea(root, theme) {
  one("[data-said]", root).textContent = theme.hoe ? words.how[theme.hoe - 1] : "";
  expression(one("[data-face-now]", root), theme.hoe || 6);
  all("[data-field]", root).forEach((control) => {
    const value = theme[control.dataset.field];
    if (control.type === "radio") control.checked = value === Number(control.value);
    else if (control !== document.activeElement) control.value = value || "";
  });
}

function showAreas(themes) {
  const mark = JSON.stringify(themes.map(({ nr, naam }) => [nr, naam]));
  if (list.dataset.mark !== mark) {
    list.dataset.mark = mark;
    const open = all("details[open]", list).map((root) => one("[data-title]", root).textContent);
    all("details", list).forEach((root) => root.remove());
    themes.forEach((theme, at) => {
      const root = makeArea(theme, at);
      root.open = open.indexOf(theme.naam) >= 0;
      list.appendChild(root);
    });
  }
  all("details", list).forEach((root, at) => fillArea(root, themes[at]));
  one("[data-some-areas]").hidden = !themes.length;
  all("[data-area]").forEach((box) => (box.checked = themes.some(({ nr }) => nr === Number(box.value))));
}

function addArea(theme) {
  const { themas = [] } = sheet();
  if (!theme.naam) return "empty";
  if (themas.length >= MOST.themas) return "full";
  if (themas.some(({ naam }) => naam.toLowerCase() === theme.naam.toLowerCase())) return "same";
  change((found) => (found.themas = found.themas.concat(theme)));
  return "";
}

function changeArea(control, value) {
  const { at } = control.closest("[data-at]").dataset;
  change((found) => {
    const theme = found.themas[Number(at)];
    if (value) theme[control.dataset.field] = value;
    else delete theme[control.dataset.field];
  });
}

// The people.

const fields = () => all("[data-person-field]", form);

function readPerson() {
  const found = {};
  fields().forEach((field) => {
    const { personField } = field.dataset;
    if (field.type === "radio") {
      if (field.checked) found[personField] = Number(field.value);
    } else if (field.type === "checkbox") {
      if (field.checked) found[personField] = true;
    } else if (tidy(field.value, NAME)) found[personField] = tidy(field.value, NAME);
  });
  return found;
}

function writePerson(person) {
  fields().forEach((field) => {
    const value = person[field.dataset.personField];
    if (field.type === "radio") field.checked = value === Number(field.value);
    else if (field.type === "checkbox") field.checked = Boolean(value);
    else {
      if (field.options && value && !all("option", field).some((option) => option.value === value)) {
        field.appendChild(new Option(value, value));
      }
      field.value = value || "";
    }
  });
}

function putPerson() {
  const person = readPerson();
  const { mensen = [] } = sheet();
  const problem = !person.naam && !person.rol ? "who" : !person.kring ? "ring" : editing < 0 && mensen.length >= MOST.mensen ? "full" : "done";
  say("person", problem, form);
  if (problem !== "done") {
    if (problem !== "full") one(problem === "ring" ? '[data-person-field="kring"]' : '[data-person-field="naam"]', form).focus();
    return;
  }
  change((found) => {
    if (editing >= 0 && found.mensen[editing]) found.mensen[editing] = person;
    else found.mensen = found.mensen.concat(person);
  });
  editing = -1;
  writePerson({});
  one('[data-person-field="naam"]', form).focus();
}

function about(person) {
  const marks = all("[data-mark]", figure).map((svg) => [svg.dataset.mark, svg.parentNode.textContent.trim()]);
  const label = (name) => (marks.filter(([mark]) => mark === name)[0] || ["", ""])[1];
  const parts = [person.naam && person.rol, words.rings[person.kring - 1], person.helpt && label("heart"), person.weten && label("bubble")];
  return parts.filter(Boolean).join(", ");
}

function showPeople(found) {
  const mark = JSON.stringify(found);
  if (people.dataset.mark === mark) return;
  people.dataset.mark = mark;
  all("li", people).forEach((item) => item.remove());
  found.forEach((person, at) => {
    const node = people.querySelector("template").content.cloneNode(true);
    node.firstElementChild.dataset.at = String(at);
    all("[data-who]", node).forEach((element) => (element.textContent = person.naam || person.rol));
    one("[data-about]", node).textContent = about(person);
    people.appendChild(node);
  });
}

// Everything.

function refresh() {
  const found = sheet();
  const name = one("[data-name]");
  if (name !== document.activeElement) name.value = found.naam || "";
  showAreas(found.themas || []);
  showPeople(found.mensen || []);
  // Also where it is not in view: a closed sheet leaves nothing behind.
  show(figure, found);
}

function addOwn() {
  const field = one("[data-own-area]");
  const problem = addArea({ naam: tidy(field.value, NAME) });
  say("area", problem);
  if (!problem) field.value = "";
  field.focus();
}

document.addEventListener("input", ({ target }) => {
  if (target.dataset.name !== undefined) {
    const text = limit(target, NAME);
    change((found) => (found.naam = text.trim()));
  } else if (target.tagName === "TEXTAREA" && target.dataset.field) {
    const text = limit(target, OWN_CHARACTERS);
    changeArea(target, text.trim());
  } else if (target.tagName === "INPUT" && target.type === "text") {
    limit(target, NAME);
  }
});

document.addEventListener("change", ({ target }) => {
  if (target.dataset.area !== undefined) {
    if (target.checked) {
      say("area", addArea(unticked[target.value] || { nr: Number(target.value), naam: target.dataset.label }));
      refresh();
    } else {
      unticked[target.value] = sheet().themas.filter(({ nr }) => nr === Number(target.value))[0];
      change((found) => (found.themas = found.themas.filter(({ nr }) => nr !== Number(target.value))));
    }
  } else if (target.type === "radio" && target.dataset.field) changeArea(target, Number(target.value));
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target.dataset.ownArea !== undefined) addOwn();
});

document.addEventListener("click", ({ target }) => {
  const button = target.closest("button");
  if (!button) return;
  const { at } = (button.closest("[data-at]") || { dataset: {} }).dataset;
  if (button.dataset.addArea !== undefined) addOwn();
  else if (button.dataset.putPerson !== undefined) putPerson();
  else if (button.dataset.into) {
    const area = one(`textarea[data-field="${button.dataset.into}"]`, button.closest("details"));
    area.value = cut([area.value.trim(), button.textContent].filter(Boolean).join(" "), OWN_CHARACTERS);
    changeArea(area, area.value);
    area.focus();
  } else if (button.dataset.removeArea !== undefined) {
    change((found) => found.themas.splice(Number(at), 1));
    (list.querySelector("summary") || one("[data-own-area]")).focus();
  } else if (button.dataset.editPerson !== undefined) {
    editing = Number(at);
    writePerson(sheet().mensen[editing]);
    say("person", "", form);
    one('[data-person-field="naam"]', form).focus();
  } else if (button.dataset.removePerson !== undefined) {
    editing = -1;
    change((found) => found.mensen.splice(Number(at), 1));
    (people.querySelector("button") || one('[data-person-field="naam"]', form)).focus();
  }
});

// Who goes on without the button meant to write it down all the same.
window.addEventListener("pagehide", () => {
  if (one("[data-own-area]").value.trim()) addOwn();
  const { naam, rol, kring } = readPerson();
  if ((naam || rol) && kring) putPerson();
});

decorate(document);
whenDrawn(refresh);
whenever(refresh);
