// The day to look back: kept with the answers, and as a calendar file made here. What the file says is no secret.
import { Answers, aidOf, whenever } from "./answers.js";
import { VOICES } from "./shape.js";
import { save } from "./save.js";

const aid = aidOf(document.querySelector("main"));
const answers = new Answers(aid, VOICES[0]);
const field = document.querySelector("[data-day]");
const blank = document.querySelector("[data-day-blank]");
const ready = document.querySelector("[data-day-set]");
const DAY = 24 * 60 * 60 * 1000;

const note = (name) => {
  document.querySelectorAll("[data-day-note]").forEach((element) => (element.hidden = element.dataset.dayNote !== name));
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
  if (blank) {
    blank.hidden = Boolean(terugkijken);
    field.classList.toggle("kh-noprint", !terugkijken);
  }
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

document.querySelector("[data-calendar]").addEventListener("click", ({ target }) => {
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

// On a page to fill in with a pen, an empty field is a line.
if (blank) blank.classList.add("kh-onlyprint");
whenever(refresh);
