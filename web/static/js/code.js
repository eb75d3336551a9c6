// The antwoordcode: what a reader answered as a short code to read aloud, without a word of their own (ADR 16).
// Format 3 bits, aid 10, version 10, leaning 4, role 3, three per question up to the highest number, CRC-10; then
// zeros up to a whole character. In leaning, role and question 0 is: not said. Nothing here sends or stores anything.
const SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const FORMAT = 1;
const HEAD = 30;
const CHECK = 10;
const SHORTEST = 9;

const bits = (value, width) => value.toString(2).padStart(width, "0");
const highest = (questions) => Math.max.apply(null, questions);

// What is left after division by x¹⁰+x⁹+x⁵+x⁴+x+1 (CRC-10/ATM). Zeros behind a whole code leave nothing too.
export function remainder(text) {
  let rest = 0;
  Array.from(text).forEach((bit) => {
    rest = (rest << 1) | Number(bit);
    if (rest >> CHECK) rest ^= 0x633;
  });
  return rest;
}

// The code of `state` (schemas/antwoorden.schema.json) of an aid with these question numbers.
export function write(state, questions) {
  let all = bits(FORMAT, 3) + bits(state.nr, 10) + bits(state.versie, 10);
  all += bits(state.neiging || 0, 4) + bits(state.rol || 0, 3);
  for (let nr = 1; nr <= highest(questions); nr += 1) all += bits(state.antwoorden[nr] || 0, 3);
  all += bits(remainder(all + "0".repeat(CHECK)), CHECK);
  all = all.padEnd(Math.ceil(all.length / 5) * 5, "0");
  return all.match(/.{5}/g).map((five) => SIGNS[parseInt(five, 2)]).join("");
}

export const groups = (code) => code.match(/.{1,4}/g);

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
