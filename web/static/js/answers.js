// The answers of a reader, kept in this browser only (ADR 1): sessionStorage, gone after eight hours, or localStorage
// after "Bewaar op dit apparaat". Nothing is sent, and nothing read from storage is trusted (shape.js).

import { FORMAT, VOICES, isBlock, isEmpty, sheet } from "./shape.js";

export { OWN_CHARACTERS, aidOf, cut, isEmpty } from "./shape.js";

const HOURS_8 = 8 * 60 * 60 * 1000;
export const PREFIX = "keuzehulp:";
export const WIPED = PREFIX + "gewist";
export const TURN = ":beurt";
export const CHANGED = "keuzehulp-changed";
let full = false;
let unreadable = false;

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

// A sheet cut to this version of the aid; `dropped` counts answers to questions it no longer has.
export function fit(found, aid) {
  const time = Date.parse(found.gewijzigd);
  const state = Object.assign({ hulp: {}, vragen: [], eigen: {}, doelen: [], afspraken: [] }, found, {
    versie: aid.version,
    gewijzigd: new Date(isNaN(time) ? 0 : Math.min(time, Date.now())).toISOString(),
  });
  let dropped = 0;
  const known = (part) => {
    const answers = {};
    Object.keys(part.antwoorden || {}).forEach((nr) => {
      if (aid.questions.indexOf(Number(nr)) >= 0) answers[nr] = part.antwoorden[nr];
      else dropped += 1;
    });
    part.antwoorden = answers;
    if (!part.neiging || aid.options.indexOf(part.neiging) >= 0) return;
    dropped += 1;
    delete part.neiging;
  };
  known(state);
  if (state.toen) known(state.toen);
  if (state.volgorde) state.volgorde = state.volgorde.filter((nr) => aid.questions.indexOf(nr) >= 0);
  return { state, dropped };
}

const empty = (aid) => fit({ formaat: FORMAT, nr: aid.nr, versie: aid.version, gewijzigd: "" }, aid).state;

// One voice's sheet of one aid, read from storage each time. It is closed while another voice has the turn, until "Laat
// zien" (ADR 22); the shared sheet never is.
export class Answers {
  constructor(aid, voice) {
    this.aid = aid;
    this.voice = voice || aid.voice;
    this.base = PREFIX + aid.nr;
    this.key = this._key(this.voice);
    this.local = storage("localStorage");
    this.session = storage("sessionStorage");
  }

  get blocked() {
    return full || (!this.session && !this.local);
  }

  get unreadable() {
    return unreadable;
  }

  // {state, kept, closed, dropped}: what there is now; `kept` says whether it stays on this device.
  read() {
    const found = this.newest(this.key);
    const turn = this._turn();
    const closed = this.voice !== VOICES[0] && Boolean(turn) && turn !== this.voice && found && !isEmpty(found.state);
    const seen = closed && !this.shown ? null : found;
    return {
      state: seen ? seen.state : empty(this.aid),
      dropped: seen ? seen.dropped : 0,
      kept: this._keeping(),
      closed: Boolean(found) && !seen,
    };
  }

  change(edit) {
    const { state, closed } = this.read();
    if (closed) return;
    edit(state);
    this.write(state);
  }

  write(state) {
    if (this.voice !== VOICES[0]) state.stem = this.voice;
    state.gewijzigd = new Date().toISOString();
    this._put(this.key, JSON.stringify(state), this._keeping());
  }

  // All sheets of this aid stay on this device until they are wiped, or only in this tab.
  keep(lasting) {
    const found = this.newest(this.key);
    this.write(found ? found.state : empty(this.aid));
    const from = lasting ? this.session : this.local;
    if (from) Object.keys(from).filter((key) => this.mine(key)).forEach((key) => this._put(key, from.getItem(key), lasting));
  }

  // Whether the first said "Laat zien".
  get shown() {
    const shared = this.newest(this._key(VOICES[0]));
    return Boolean(shared && shared.state.getoond);
  }

  // This voice has the turn from now on; with `again` also when its sheet is closed.
  take(again) {
    const turn = this._turn();
    if (turn === this.voice || (!turn && this.voice === VOICES[0])) return;
    if (again || !this.read().closed) this._put(this.base + TURN, this.voice, this._keeping());
  }

  _turn() {
    const store = this._keeping() ? this.local : this.session;
    return store && store.getItem(this.base + TURN);
  }

  _key(voice) {
    return voice === VOICES[0] ? this.base : `${this.base}:${voice}`;
  }

  mine(key) {
    return key === this.base || key.indexOf(`${this.base}:`) === 0;
  }

  _keeping() {
    return Boolean(this.local) && Object.keys(this.local).some((key) => this.mine(key));
  }

  newest(key) {
    const lasting = this._read(this.local, key);
    const passing = this._read(this.session, key);
    return (!passing.found || (lasting.found && lasting.at >= passing.at) ? lasting : passing).found;
  }

  // Times of wiping, by aid, no older than an answer can be.
  marks() {
    let marks = {};
    try {
      marks = JSON.parse((this.local && this.local.getItem(WIPED)) || "{}");
      if (!isBlock(marks)) marks = {};
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

  _read(store, key) {
    const text = store && store.getItem(key);
    if (!text) return {};
    let found = null;
    try {
      found = sheet(JSON.parse(text), {});
    } catch (error) {}
    if (!found || found.nr !== this.aid.nr) {
      store.removeItem(key);
      unreadable = true;
      return {};
    }
    found = fit(found, this.aid);
    const at = Date.parse(found.state.gewijzigd);
    const marks = this.marks();
    const wiped = Math.max(marks.alle || 0, marks[this.aid.nr] || 0);
    if ((wiped && at <= wiped) || (store === this.session && Date.now() - at > HOURS_8)) {
      store.removeItem(key);
      return {};
    }
    return { found, at };
  }

  _put(key, text, lasting) {
    const target = lasting && this.local ? this.local : this.session || this.local;
    const other = target === this.local ? this.session : this.local;
    try {
      if (target) target.setItem(key, text);
      if (target && other) other.removeItem(key);
    } catch (error) {
      full = true; // what was there stays, and the page says so
    }
    window.dispatchEvent(new Event(CHANGED));
  }
}

// Run now and after each change, Back or Forward. A page that is left blanks itself: it may come back from the page
// cache in front of someone else.
export function whenever(show) {
  [CHANGED, "storage"].forEach((name) => window.addEventListener(name, show));
  document.addEventListener("visibilitychange", () => document.hidden || show());
  const main = document.querySelector("main");
  window.addEventListener("pagehide", () => (main.style.visibility = "hidden"));
  window.addEventListener("pageshow", () => {
    show();
    main.style.visibility = "";
  });
  show();
}
