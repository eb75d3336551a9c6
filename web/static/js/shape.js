// antwoorden.schema.json by hand: what fits is kept, the rest is counted. tests/browser/shapes.json holds them together.

export const FORMAT = 1;
export const OWN_CHARACTERS = 500;
export const MOST = 30; // goals, and agreements
const MOMENT = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?Z$/;

// An emoji is one character.
export const cut = (words, most) => Array.from(words).slice(0, most).join("");

const miss = (left, why, count) => {
  left[why] = (left[why] || 0) + (count || 1);
};
const only = (fits) => (value, left) => (fits(value) ? value : miss(left, "wrong"));
const has = (block, name) => Object.prototype.hasOwnProperty.call(block, name);
export const isBlock = (value) => value !== null && typeof value === "object" && !Array.isArray(value);

// Each makes a check: (value, left) → what to keep.
export const whole = (least, most) => only((value) => Number.isInteger(value) && value >= least && value <= most);
export const oneOf = (...values) => only((value) => values.indexOf(value) >= 0);

export const words = (most) => (value, left) => {
  if (typeof value !== "string" || !value) return miss(left, "wrong");
  const kept = cut(value, most);
  if (kept !== value) miss(left, "long");
  return kept;
};

export const list = (most, item, once) => (value, left) => {
  if (!Array.isArray(value)) return miss(left, "wrong");
  if (value.length > most) miss(left, "many", value.length - most);
  const kept = value.slice(0, most).map((one) => item(one, left)).filter((one) => one !== undefined);
  const unique = once ? kept.filter((one, at) => kept.indexOf(one) === at) : kept;
  if (unique.length < kept.length) miss(left, "wrong", kept.length - unique.length);
  return unique;
};

export const block = (parts, needed) => (value, left) => {
  if (!isBlock(value)) return miss(left, "wrong");
  const kept = {};
  Object.keys(value).forEach((name) => {
    if (!has(parts, name)) return miss(left, "unknown");
    const part = parts[name](value[name], left);
    if (part !== undefined) kept[name] = part;
  });
  return (needed || []).every((name) => has(kept, name)) ? kept : miss(left, "wrong");
};

// Answers by the permanent number of a question.
const byNumber = (item) => (value, left) => {
  if (!isBlock(value)) return miss(left, "wrong");
  const kept = {};
  Object.keys(value).forEach((nr) => {
    const answer = /^([1-9]|[1-5]\d|6[0-3])$/.test(nr) ? item(value[nr], left) : miss(left, "unknown");
    if (answer !== undefined) kept[nr] = answer;
  });
  return kept;
};

const realDay = (value) => {
  const day = new Date(`${value}T00:00:00Z`);
  return !isNaN(day) && day.toISOString().slice(0, 10) === value;
};
const own = words(OWN_CHARACTERS);
const moment = only((value) => typeof value === "string" && MOMENT.test(value));
const yesNo = oneOf("ja", "nee");
const said = { neiging: whole(0, 15), rol: whole(1, 6), antwoorden: byNumber(whole(1, 4)) };

// First the shared sheet.
export const VOICES = ["eigen", "kind", "ouder", "ik", "partner", "school"];

// The aid of this page, as the server wrote it on <main>.
export function aidOf(main) {
  const numbers = (text) => text.split(" ").filter(Boolean).map(Number);
  return {
    nr: Number(main.dataset.nr),
    version: Number(main.dataset.version),
    questions: numbers(main.dataset.questions),
    options: numbers(main.dataset.options),
    voice: main.dataset.voice || VOICES[0],
  };
}

const HEAD = { formaat: oneOf(FORMAT), nr: whole(0, 1023), versie: whole(0, 1023), gewijzigd: moment, stem: oneOf(...VOICES) };
const name = words(60);
const yes = oneOf(true);
const plaatje = block({
  naam: name,
  themas: list(40, block({ nr: whole(1, 99), naam: name, hoe: whole(1, 6), anders: own, kan: whole(1, 4), helpt: own }, ["naam"])),
  mensen: list(MOST, block({ naam: name, rol: name, kring: whole(1, 3), helpt: yes, weten: yes }, ["kring"])),
});
const SHEET = {
  ...said,
  volgorde: list(63, whole(1, 63), true),
  hulp: block({ zeker: yesNo, begrip: yesNo, waarden: yesNo, steun: yesNo }),
  vragen: list(20, words(250), true),
  eigen: block({ zorg: own, vragen: own, speelt: own, bespreken: own, goed: own, anders: own }),
  doelen: list(MOST, block({ tekst: own, ging: whole(1, 4) }, ["tekst"])),
  afspraken: list(MOST, block({ wat: own, wie: own, wanneer: own }, ["wat"])),
  terugkijken: only((value) => typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) && realDay(value)),
  plaatje,
  proberen: list(MOST, own, true),
  vertellen: block({ voor: name, delen: list(60, words(70), true) }),
  toen: block({ op: moment, ...said, plaatje }, ["op"]),
};
export const WHOLE = { ...HEAD, getoond: yes, ...SHEET };
// A store is read mildly; a file strictly, in carry.js.
export const sheet = block(WHOLE, ["formaat", "nr"]);

export const isEmpty = (state) =>
  Object.keys(SHEET).every((name) => {
    const part = state[name];
    if (name === "volgorde" || part === undefined) return true;
    return typeof part === "object" && !Object.keys(part).length;
  });
