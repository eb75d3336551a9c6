// Words cut into lines that fit a width. `measure(text, bold)` is the width at 100 px; it is asked once per text.
const DOTS = "…";

const SEGMENTS = typeof Intl !== "undefined" && Intl.Segmenter ? new Intl.Segmenter("nl") : null;

// What people count as characters: an emoji of four code points is one.
export function signs(text) {
  return SEGMENTS ? Array.from(SEGMENTS.segment(text), (part) => part.segment) : Array.from(text);
}

// Remembers what was measured, and in `wrapped` what was cut into lines.
export function remembering(measure) {
  const known = new Map();
  const remembered = (text, bold) => {
    const key = (bold ? "*" : " ") + text;
    if (!known.has(key)) known.set(key, measure(text, bold));
    return known.get(key);
  };
  remembered.wrapped = new Map();
  return remembered;
}

// {lines, cut}: at most `most` lines no wider than `width` at `size`; `cut` says that the end is left out. The same
// words in the same number of letters give the same lines at any size.
export function wrap(text, { size, width, bold, most, measure }) {
  const { wrapped } = measure;
  const room = Math.round((width / size) * 1000) / 10;
  const key = `${room} ${bold} ${most} ${text}`;
  if (!wrapped.has(key)) wrapped.set(key, lines(text, room, bold, most, measure));
  return wrapped.get(key);
}

function lines(text, room, bold, most, measure) {
  const fits = (part) => measure(part, bold) <= room;
  const found = [];
  let line = "";
  const add = (part) => {
    const longer = line ? `${line} ${part}` : part;
    if (fits(longer)) line = longer;
    else {
      if (line) found.push(line);
      line = part;
    }
  };
  text.split(/\s+/).filter(Boolean).forEach((word) => {
    if (fits(word)) add(word);
    else pieces(word, fits).forEach(add);
  });
  if (line) found.push(line);
  if (found.length <= most) return { lines: found, cut: false };
  const kept = found.slice(0, most);
  let end = signs(kept[most - 1]);
  while (end.length && !fits(end.join("") + DOTS)) end = end.slice(0, -1);
  kept[most - 1] = end.join("").trim() + DOTS;
  return { lines: kept, cut: true };
}

// A word that is wider than a line, in pieces that are not.
function pieces(word, fits) {
  const found = [];
  let piece = "";
  signs(word).forEach((sign) => {
    if (piece && !fits(piece + sign)) {
      found.push(piece);
      piece = "";
    }
    piece += sign;
  });
  return piece ? found.concat(piece) : found;
}
