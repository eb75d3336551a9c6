// The answers of a reader, kept in this browser only (ADR 1; schemas/antwoorden.schema.json).
// sessionStorage by default, gone after eight hours; localStorage after "Bewaar op dit apparaat".
// Nothing here sends anything, and nothing read from storage is trusted: every field is checked before use.

const HOURS_8 = 8 * 60 * 60 * 1000;
const PREFIX = "keuzehulp:";
const WIPED = PREFIX + "gewist";
const HELP = ["zeker", "begrip", "waarden", "steun"];
export const OWN_CHARACTERS = 500;

// The first characters of a text as people count them: an emoji is one.
export const cut = (text, most) => Array.from(text).slice(0, most).join("");

const whole = (value, least, most) => Number.isInteger(value) && value >= least && value <= most;
const plain = (value) => (value !== null && typeof value === "object" && !Array.isArray(value) ? value : {});

function storage(name) {
  try {
    const found = window[name];
    found.setItem(PREFIX + "proef", "1");
    found.removeItem(PREFIX + "proef");
    return found;
  } catch (error) {
    return null;
  }
}

// What of a stored value is an answer to this aid. `dropped` counts answers to questions it no longer has.
export function clean(raw, aid) {
  const found = plain(raw);
  if (found.formaat !== 1 || found.nr !== aid.nr) return null;
  const answers = {};
  let dropped = 0;
  Object.keys(plain(found.antwoorden)).forEach((nr) => {
    const value = found.antwoorden[nr];
    if (!whole(value, 1, 4)) return;
    if (aid.questions.indexOf(Number(nr)) < 0) dropped += 1;
    else answers[Number(nr)] = value;
  });
  const state = { formaat: 1, nr: aid.nr, versie: aid.version, gewijzigd: "", antwoorden: answers };
  const time = Date.parse(found.gewijzigd);
  state.gewijzigd = new Date(isNaN(time) ? 0 : Math.min(time, Date.now())).toISOString();
  if (Array.isArray(found.volgorde)) {
    state.volgorde = found.volgorde.filter((nr, at, all) => aid.questions.indexOf(nr) >= 0 && all.indexOf(nr) === at);
  }
  if (found.neiging === 0 || aid.options.indexOf(found.neiging) >= 0) state.neiging = found.neiging;
  else if (whole(found.neiging, 1, 15)) dropped += 1;
  if (whole(found.rol, 1, 6)) state.rol = found.rol;
  const help = plain(found.hulp);
  state.hulp = {};
  HELP.forEach((name) => {
    if (help[name] === "ja" || help[name] === "nee") state.hulp[name] = help[name];
  });
  state.vragen = (Array.isArray(found.vragen) ? found.vragen : [])
    .filter((text, at, all) => typeof text === "string" && text.length <= 250 && all.indexOf(text) === at)
    .slice(0, 20);
  const own = plain(found.eigen);
  state.eigen = {};
  ["zorg", "vragen"].forEach((name) => {
    if (typeof own[name] === "string" && own[name]) state.eigen[name] = cut(own[name], OWN_CHARACTERS);
  });
  return { state, dropped, changed: found.versie !== aid.version };
}

const empty = (aid) => clean({ formaat: 1, nr: aid.nr, versie: aid.version, antwoorden: {} }, aid).state;

export const isEmpty = (state) =>
  !Object.keys(state.antwoorden).length &&
  !Object.keys(state.hulp).length &&
  !Object.keys(state.eigen).length &&
  !state.vragen.length &&
  state.neiging === undefined &&
  state.rol === undefined;

// One reader's answers to one aid. `read()` looks at the storage each time, so every tab and every return sees the same.
export class Answers {
  constructor(aid) {
    this.aid = aid;
    this.key = PREFIX + aid.nr;
    this.local = storage("localStorage");
    this.session = storage("sessionStorage");
    this.full = false;
    this.unreadable = false;
  }

  // Whether answers cannot be kept at all: storage is switched off, or full.
  get blocked() {
    return this.full || (!this.session && !this.local);
  }

  // {state, kept, dropped, changed, unreadable}: what there is now; `kept` says whether it stays on this device.
  read() {
    const lasting = this._read(this.local);
    const passing = this._read(this.session);
    const best = !passing.found || (lasting.found && lasting.at >= passing.at) ? lasting : passing;
    const found = best.found || { state: empty(this.aid), dropped: 0, changed: false };
    return {
      state: found.state,
      dropped: found.dropped,
      changed: found.changed,
      kept: Boolean(lasting.found),
      unreadable: this.unreadable,
    };
  }

  change(edit) {
    const { state, kept } = this.read();
    edit(state);
    state.gewijzigd = new Date().toISOString();
    this._write(state, kept);
  }

  // Keep the answers on this device until they are wiped, or only in this tab.
  keep(lasting) {
    const { state } = this.read();
    state.gewijzigd = new Date().toISOString();
    this._write(state, lasting);
    if (!lasting && this.local) this.local.removeItem(this.key);
  }

  wipe(all) {
    const now = Date.now();
    [this.local, this.session].forEach((store) => {
      if (!store) return;
      Object.keys(store)
        .filter((key) => key === this.key || (all && key.indexOf(PREFIX) === 0))
        .forEach((key) => store.removeItem(key));
    });
    if (!this.local) return;
    // Other tabs hold answers of their own. They drop what is older than this mark, also when they come back later.
    const marks = all ? { alle: now } : Object.assign(this._marks(), { [this.aid.nr]: now });
    this.local.setItem(WIPED, JSON.stringify(marks));
  }

  // Times of wiping, by aid; older than any unkept answer can be, they have no use and go.
  _marks() {
    let marks = {};
    try {
      marks = plain(JSON.parse((this.local && this.local.getItem(WIPED)) || "{}"));
    } catch (error) {
      marks = {};
    }
    const fresh = {};
    Object.keys(marks).forEach((name) => {
      if (typeof marks[name] === "number" && Date.now() - marks[name] < HOURS_8) fresh[name] = marks[name];
    });
    if (this.local && this.local.getItem(WIPED) !== null && !Object.keys(fresh).length) this.local.removeItem(WIPED);
    return fresh;
  }

  _read(store) {
    const text = store && store.getItem(this.key);
    if (!text) return {};
    let found = null;
    try {
      found = clean(JSON.parse(text), this.aid);
    } catch (error) {
      found = null;
    }
    if (!found) {
      store.removeItem(this.key);
      this.unreadable = true;
      return {};
    }
    const at = Date.parse(found.state.gewijzigd);
    const marks = this._marks();
    const wiped = Math.max(marks.alle || 0, marks[this.aid.nr] || 0);
    if ((wiped && at <= wiped) || (store === this.session && Date.now() - at > HOURS_8)) {
      store.removeItem(this.key);
      return {};
    }
    return { found, at };
  }

  _write(state, lasting) {
    const target = lasting && this.local ? this.local : this.session || this.local;
    if (!target) return;
    const other = target === this.local ? this.session : null;
    try {
      target.setItem(this.key, JSON.stringify(state));
      if (other) other.removeItem(this.key);
    } catch (error) {
      this.full = true; // what was there stays, and the page says so
    }
  }
}

// The aid of this page, as the server wrote it on <main>.
export function aidOf(main) {
  const numbers = (text) => text.split(" ").filter(Boolean).map(Number);
  return {
    nr: Number(main.dataset.nr),
    version: Number(main.dataset.version),
    questions: numbers(main.dataset.questions),
    options: numbers(main.dataset.options),
  };
}

// Run now, and whenever the page may show something old: after Back or Forward, or when another tab changed the store.
export function whenever(show) {
  window.addEventListener("pageshow", show);
  window.addEventListener("storage", show);
  document.addEventListener("visibilitychange", () => document.hidden || show());
  show();
}
