// What stands in the drawing, each as a block: its size and, from its own corner, where its face and lines are.
import { wrap } from "./wrapping.js";

const LINE = 1.25;

// Lines under each other in the middle of a block, from `top`; gives the parts and where the next thing may start.
function column(texts, { width, top, size, most, measure, tone, bold }) {
  const parts = [];
  let y = top;
  let cut = false;
  texts.filter(Boolean).forEach((text) => {
    const found = wrap(text, { size, width, bold, most, measure });
    cut = cut || found.cut;
    found.lines.forEach((line) => {
      parts.push({ kind: "line", text: line, x: 0, y: y + size, size, bold, tone });
      y += size * LINE;
    });
  });
  return { parts, y, cut };
}

// A theme: its face with the sign beside it, its name, how it is in words, and a star where it should change.
export function themeBlock(theme, { size, most, tight, measure }) {
  const width = size * (tight ? 7 : 7.6);
  const inner = width - size * 0.8;
  const face = size * (tight ? 0.8 : 1.15);
  const top = size * 0.45;
  const parts = [{ kind: "face", how: theme.how, x: 0, y: top + face, r: face }];
  if (theme.wish) parts.push({ kind: "star", x: width / 2 - size * 0.95, y: top + size * 0.5, r: size * 0.5 });
  const name = column([theme.name], { width: inner, top: top + face * 2 + size * 0.1, size, most, measure, bold: true });
  const word = tight ? "" : theme.word;
  const said = column([word], { width: inner, top: name.y, size: size * 0.8, most: 2, measure, tone: "soft" });
  return whole("theme", theme, width, said.y + size * 0.3, parts.concat(name.parts, said.parts), name.cut);
}

// A person: name, who that is, and signs for "helps me" and "should know".
export function personBlock(person, { size, most, tight, measure }) {
  const width = size * (tight ? 7 : 7.2);
  const inner = width - size * 0.9;
  const head = size * (tight ? 0.65 : 0.9);
  const top = size * 0.4;
  const parts = [{ kind: "person", x: 0, y: top + head, r: head }];
  const marks = [person.helps && "heart", person.knows && "bubble"].filter(Boolean);
  marks.forEach((kind, at) => {
    const side = at ? -1 : 1;
    parts.push({ kind, x: side * (head + size * 0.9), y: top + head, r: size * 0.5 });
  });
  const name = column([person.name || person.role], {
    width: inner, top: top + head * 2 + size * 0.05, size, most, measure, bold: true,
  });
  const second = person.name && !tight ? person.role : "";
  const role = column([second], { width: inner, top: name.y, size: size * 0.8, most: 2, measure, tone: "soft" });
  return whole("person", person, width, role.y + size * 0.35, parts.concat(name.parts, role.parts), name.cut);
}

// The child in the middle: a circle with the name in it, or room to draw in.
export function childBlock(name, { size, most, measure }) {
  const type = size * 1.25;
  // One long word is rather a wider circle than two halves.
  const longest = Math.max(0, ...name.split(/\s+/).map((word) => measure(word, true))) / 100;
  const width = type * Math.min(8.5, Math.max(name.length > 24 ? 7.2 : 5.2, longest + 0.1));
  const found = wrap(name, { size: type, width, bold: true, most: Math.max(most, 2), measure });
  const tall = found.lines.length * type * LINE;
  const wide = Math.max(0, ...found.lines.map((line) => (measure(line, true) * type) / 100));
  const r = Math.max(size * 2.9, Math.sqrt(wide * wide + tall * tall) / 2 + size * 0.5);
  const parts = found.lines.map((text, at) => ({
    kind: "line", text, x: 0, y: r - tall / 2 + at * type * LINE + type * 0.98, size: type, bold: true,
  }));
  return { ...whole("child", { name }, r * 2, r * 2, parts, found.cut), r };
}

function whole(kind, about, w, h, parts, cut) {
  return { kind, about, w, h, parts, cut };
}
