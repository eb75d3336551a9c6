// The day to look back, kept with the answers and in a calendar file, which tells no secret.
import { Answers, aidOf, whenever } from "./answers.js";
import { all, inWords, one } from "./page.js";
import { VOICES } from "./shape.js";
import { save } from "./save.js";

const answers = new Answers(aidOf(one("main")), VOICES[0]);
const field = one("[data-day]");
const said = one("[data-day-said]");
const blank = one("[data-day-blank]");
const ready = one("[data-day-set]");
const DAY = 24 * 60 * 60 * 1000;

const note = (name) => {
  all("[data-day-note]").forEach((element) => (element.hidden = element.dataset.dayNote !== name));
};

function judge(value) {
  if (!value) return "";
  const from = Date.parse(`${value}T23:59:59`) - Date.now();
  if (from < 0) return "past";
  return from > 2 * 365 * DAY ? "far" : "";
}

function refresh() {
  const { terugkijken } = answers.read().state;
  if (field !== document.activeElement) field.value = terugkijken || "";
  ready.hidden = !terugkijken;
  said.textContent = terugkijken ? inWords(terugkijken, "UTC") : "";
  if (blank) blank.hidden = Boolean(terugkijken);
  else field.parentElement.classList.toggle("kh-noprint", !terugkijken);
  note(judge(terugkijken));
}

field.addEventListener("change", () => {
  const { value } = field;
  if (field.validity.badInput || (value && !/^\d{4}-\d{2}-\d{2}$/.test(value))) {
    note("none");
    return;
  }
  answers.change((state) => {
    if (value) state.terugkijken = value;
    else delete state.terugkijken;
  });
});

one("[data-calendar]").addEventListener("click", ({ target }) => {
  const day = answers.read().state.terugkijken;
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + DAY).toISOString().slice(0, 10);
  const bare = (text) => text.replace(/-/g, "");
  const now = new Date().toISOString().replace(/[-:]|\.\d+/g, "");
  const lines = [
    ...["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Keuzehulp//Terugkijken//NL", "BEGIN:VEVENT"],
    ...[`UID:${now}-${bare(day)}@keuzehulp`, `DTSTAMP:${now}`],
    ...[`DTSTART;VALUE=DATE:${bare(day)}`, `DTEND;VALUE=DATE:${bare(next)}`, `SUMMARY:${target.dataset.title}`],
    ...["BEGIN:VALARM", "ACTION:DISPLAY", `DESCRIPTION:${target.dataset.title}`, "TRIGGER:-P1D", "END:VALARM"],
    ...["END:VEVENT", "END:VCALENDAR", ""],
  ];
  save("terugkijken", "ics", "text/calendar", lines.join("\r\n"));
});

// On paper the day is words, or a line for a pen.
field.classList.add("kh-noprint");
if (blank) blank.classList.add("kh-onlyprint");
whenever(refresh);
