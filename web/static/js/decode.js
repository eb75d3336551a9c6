// Reading an antwoordcode (ADR 16, code.js), in this browser.
import { CHECK, FORMAT, SIGNS, bits, highest, remainder } from "./code.js";

const HEAD = 30;
const SHORTEST = 9;

// What was typed or pasted, a whole link too, as the code's own signs.
export const normal = (text) =>
  text
    .split(/#|%23/)
    .pop()
    .replace(/[\s\-\u00ad\u200b\u2010-\u2015\u2212]/g, "")
    .toUpperCase()
    .replace(/O/g, "0")
    .replace(/[IL]/g, "1");

// {aid, version, leaning, role, answers}, or {problem}: empty, wrong, aid or version (whole, but unknown here).
export function read(text, aids) {
  const typed = normal(text);
  if (!typed) return { problem: "empty" };
  const values = Array.from(typed, (sign) => SIGNS.indexOf(sign));
  if (typed.length < SHORTEST || values.indexOf(-1) >= 0) return { problem: "wrong" };
  const all = values.map((value) => bits(value, 5)).join("");
  const part = (from, width) => parseInt(all.slice(from, from + width), 2);
  if (remainder(all) || !part(0, 3)) return { problem: "wrong" };
  if (part(0, 3) !== FORMAT) return { problem: "version" };
  const known = aids.filter((aid) => aid.nr === part(3, 10));
  if (!known.length) return { problem: "aid" };
  const aid = known[0];
  const version = aid.versions.filter((one) => one.n === part(13, 10))[0];
  return version ? answers(all, part, aid, version) : { problem: "version" };
}

function answers(all, part, aid, version) {
  const end = HEAD + 3 * highest(version.questions);
  const found = { aid, version, leaning: part(23, 4), role: part(27, 3), answers: {} };
  let whole = all.length === Math.ceil((end + CHECK) / 5) * 5 && !/1/.test(all.slice(end + CHECK));
  whole = whole && (!found.leaning || version.options.indexOf(found.leaning) >= 0) && found.role <= 6;
  for (let from = HEAD, nr = 1; whole && from < end; from += 3, nr += 1) {
    const value = part(from, 3);
    const asked = version.questions.indexOf(nr) >= 0;
    whole = value <= (asked ? 4 : 0);
    if (asked) found.answers[nr] = value;
  }
  return whole ? found : { problem: "wrong" };
}
