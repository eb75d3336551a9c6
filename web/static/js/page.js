// Small means of pages where people write. The summary, which must stay light, does without.
import { cut } from "./shape.js";

export const one = (selector, inside) => (inside || document).querySelector(selector);
export const all = (selector, inside) => Array.from((inside || document).querySelectorAll(selector));

// A day as people say it, in the language of the page.
export const inWords = (day, timeZone) =>
  new Date(day).toLocaleDateString(document.documentElement.lang, { dateStyle: "long", timeZone });

// What is in a field, cut where it is too long, also on the page.
export function limit(field, most) {
  const text = cut(field.value, most);
  if (text !== field.value) field.value = text;
  return text;
}
