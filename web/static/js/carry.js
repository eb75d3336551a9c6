// Everything that was filled in, as one file that people keep themselves (ADR 23). It is made and opened here; nothing
// is sent. Nothing in a file is trusted, and nothing is replaced before the reader agrees.
import { Answers, TURN, fit, isEmpty } from "./answers.js";
import { FORMAT, VOICES, WHOLE, block, isBlock, list } from "./shape.js";

export const BYTES = 1024 * 1024;
const SHARED = VOICES[0];
const NEEDED = ["formaat", "nr", "versie", "gewijzigd", "antwoorden"];
const ALONE = Object.assign({}, WHOLE);
delete ALONE.getoond;
const carried = block({ ...WHOLE, stemmen: list(4, block(ALONE, NEEDED.concat("stem"))) }, NEEDED);

// Whether anything is on a sheet, also when it is closed.
function exists(aid, voice) {
  const sheet = new Answers(aid, voice);
  const found = sheet.newest(sheet.key);
  return Boolean(found) && !isEmpty(found.state);
}

// Which sheets may leave: the shared one, the one of who has the turn, and after "Laat zien" all of them.
function open(aid) {
  const { shown } = new Answers(aid, SHARED);
  const found = {};
  VOICES.forEach((voice) => {
    const { state, closed } = new Answers(aid, voice).read();
    const own = voice === SHARED || voice === aid.voice;
    if (!closed && (own || shown) && (voice === SHARED || !isEmpty(state))) found[voice] = state;
  });
  return found;
}

// {text, some, all}: the file, whether anything is in it, and whether every sheet is.
export function pack(aid) {
  const sheets = open(aid);
  const others = VOICES.slice(1).filter((voice) => sheets[voice]);
  const file = Object.assign({}, sheets[SHARED], { stemmen: others.map((voice) => sheets[voice]) });
  if (!others.length) delete file.stemmen;
  const hidden = VOICES.some((voice) => !sheets[voice] && exists(aid, voice));
  return { text: JSON.stringify(file, null, 1), some: !Object.values(sheets).every(isEmpty), all: !hidden };
}

// {aid, sheets, left, dropped}, or {problem}: big, broken, foreign, newer or aid (whole, but not of these).
export function unpack(text, aids) {
  if (text.length > BYTES) return { problem: "big" };
  let raw = null;
  try {
    raw = JSON.parse(text);
  } catch (error) {
    return { problem: "broken" };
  }
  if (!isBlock(raw) || !Number.isInteger(raw.formaat)) return { problem: "foreign" };
  if (raw.formaat > FORMAT) return { problem: "newer" };
  const left = {};
  const found = carried(raw, left);
  if (!found) return { problem: "foreign" };
  const aid = aids.filter(({ nr }) => nr === found.nr)[0];
  return aid ? sorted(found, aid, left) : { problem: "aid" };
}

function sorted(found, aid, left) {
  const sheets = {};
  let dropped = 0;
  [found].concat(found.stemmen || []).forEach((sheet) => {
    const voice = sheet.stem || SHARED;
    if (sheet.nr !== aid.nr || sheets[voice]) {
      left.wrong = (left.wrong || 0) + 1;
      return;
    }
    const cut = fit(sheet, aid);
    delete cut.state.stemmen;
    sheets[voice] = cut.state;
    dropped += cut.dropped;
  });
  const at = Object.values(sheets).map((sheet) => sheet.gewijzigd).sort().pop();
  return { aid, sheets, left, dropped, at };
}

// Whether there is something here that a file would take the place of.
export const taken = (aid) => VOICES.some((voice) => exists(aid, voice));

// Put the sheets of a file in place of those that are here.
export function replace(aid, sheets) {
  const each = VOICES.map((voice) => ({ voice, here: new Answers(aid, voice) }));
  // First write, then clear: that what is kept stays kept shows from what is there.
  each.forEach(({ voice, here }) => sheets[voice] && here.write(sheets[voice]));
  each.forEach(({ voice, here }) => {
    [here.local, here.session].forEach((store) => {
      if (!store) return;
      store.removeItem(here.base + TURN);
      if (!sheets[voice]) store.removeItem(here.key);
    });
  });
}
