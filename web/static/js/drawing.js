// The drawing of placing.js as SVG. Words come in as text nodes only, colours from the stylesheet.
const SVG = "http://www.w3.org/2000/svg";
// Per answer, from very good to very bad: the corners of the mouth against its middle. The sixth is not known yet.
const MOUTHS = [0.5, 0.28, 0, -0.28, -0.5];
export const SIGNS = ["++", "+", "+−", "−", "−−", "?"];

function element(name, attributes, inside) {
  const made = document.createElementNS(SVG, name);
  Object.keys(attributes || {}).forEach((key) => made.setAttribute(key, attributes[key]));
  (inside || []).forEach((child) => made.appendChild(child));
  return made;
}

const round = (number) => Math.round(number * 10) / 10;

function line({ text, x, y, size, bold, tone, start }) {
  const made = element("text", {
    x: round(x), y: round(y), "font-size": round(size), class: `kh-draw-text${bold ? " kh-draw-bold" : ""}${tone ? ` kh-draw-${tone}` : ""}`,
    "text-anchor": start ? "start" : "middle",
  });
  made.textContent = text;
  return made;
}

// A face of our own: eyes, a mouth, and the sign beside it.
export function face(how, x, y, r) {
  const stroke = { "stroke-width": round(Math.max(1, r * 0.11)), class: "kh-draw-ink" };
  const parts = [element("circle", { cx: x, cy: y, r: round(r), class: how === 6 ? "kh-draw-unknown" : "kh-draw-face", "stroke-width": stroke["stroke-width"] })];
  if (how === 6) parts.push(line({ text: "?", x, y: y + r * 0.45, size: r * 1.3, bold: true }));
  else {
    const bend = MOUTHS[how - 1] * r;
    [-1, 1].forEach((side) => parts.push(element("circle", { cx: round(x + side * r * 0.35), cy: round(y - r * 0.2), r: round(r * 0.11), class: "kh-draw-eye" })));
    const mouth = `M${round(x - r * 0.48)} ${round(y + r * 0.4 - bend / 2)}Q${round(x)} ${round(y + r * 0.4 + bend)} ${round(x + r * 0.48)} ${round(y + r * 0.4 - bend / 2)}`;
    parts.push(element("path", { d: mouth, fill: "none", ...stroke, "stroke-linecap": "round" }));
  }
  return element("g", {}, parts);
}

function star(x, y, r) {
  const points = Array.from({ length: 10 }, (_, at) => {
    const angle = (at * Math.PI) / 5 - Math.PI / 2;
    const far = at % 2 ? r * 0.45 : r;
    return `${round(x + far * Math.cos(angle))},${round(y + far * Math.sin(angle))}`;
  });
  return element("polygon", { points: points.join(" "), class: "kh-draw-mark" });
}

function person(x, y, r) {
  return element("g", { class: "kh-draw-person" }, [
    element("circle", { cx: round(x), cy: round(y - r * 0.45), r: round(r * 0.48) }),
    element("path", { d: `M${round(x - r * 0.85)} ${round(y + r)}a${round(r * 0.85)} ${round(r * 0.9)} 0 0 1 ${round(r * 1.7)} 0z` }),
  ]);
}

function heart(x, y, r) {
  const d = `M${round(x)} ${round(y + r)}C${round(x - r * 1.9)} ${round(y - r * 0.2)} ${round(x - r * 0.7)} ${round(y - r * 1.3)} ${round(x)} ${round(y - r * 0.35)}C${round(x + r * 0.7)} ${round(y - r * 1.3)} ${round(x + r * 1.9)} ${round(y - r * 0.2)} ${round(x)} ${round(y + r)}z`;
  return element("path", { d, class: "kh-draw-mark" });
}

function bubble(x, y, r) {
  const d = `M${round(x - r)} ${round(y - r * 0.8)}h${round(r * 2)}v${round(r * 1.3)}h${round(-r * 1.1)}l${round(-r * 0.5)} ${round(r * 0.5)}v${round(-r * 0.5)}h${round(-r * 0.4)}z`;
  return element("path", { d, class: "kh-draw-mark" });
}

export const MARKS = { star, person, heart, bubble };

const SHAPES = {
  line,
  face: ({ how, x, y, r }) => face(how, round(x), round(y), r),
  star: ({ x, y, r }) => star(x, y, r),
  person: ({ x, y, r }) => person(x, y, r),
  heart: ({ x, y, r }) => heart(x, y, r),
  bubble: ({ x, y, r }) => bubble(x, y, r),
};

function block(found, size) {
  const { kind, x, y, w, h } = found;
  const centre = x + w / 2;
  const ground = kind === "child"
    ? element("circle", { cx: round(centre), cy: round(y + h / 2), r: round(found.r - 1), class: `kh-draw-child${found.parts.length ? "" : " kh-draw-open"}` })
    : element("rect", { x: round(x), y: round(y), width: round(w), height: round(h), rx: round(kind === "person" ? size * 1.2 : size * 0.7), class: `kh-draw-${kind}` });
  const parts = found.parts.map((part) => SHAPES[part.kind]({ ...part, x: centre + part.x, y: y + part.y }));
  const signed = found.about.how ? [sign(found, centre, size)] : [];
  return element("g", {}, [ground, ...parts, ...signed]);
}

// The sign stands left of its face, so that the face is never the only thing that tells.
function sign(found, centre, size) {
  const { x, y, w, about, parts } = found;
  const { r, y: high } = parts[0];
  const left = (x + centre - r) / 2;
  return about.how === 6 ? element("g") : line({ text: SIGNS[about.how - 1], x: Math.max(left, x + size * 0.7), y: y + high + size * 0.35, size, bold: true, w });
}

// Draw what `place` found in an <svg>, in place of what is there.
export function draw(svg, found) {
  svg.setAttribute("viewBox", `0 0 ${round(found.width)} ${round(found.height)}`);
  svg.textContent = "";
  found.bands.forEach((band) => {
    svg.appendChild(element("rect", {
      x: round(band.x), y: round(band.y), width: round(band.w), height: round(band.h), rx: round(band.r), class: `kh-draw-band kh-draw-band${band.ring}`,
    }));
    (band.label || []).forEach((label) => svg.appendChild(line({ ...label, tone: "soft" })));
  });
  found.links.forEach(([x1, y1, x2, y2]) => {
    svg.appendChild(element("line", { x1: round(x1), y1: round(y1), x2: round(x2), y2: round(y2), class: "kh-draw-link" }));
  });
  found.blocks.forEach((one) => svg.appendChild(block(one, found.size)));
}

// How wide words are in the letters of the page, at 100 px.
export function measurer() {
  const context = document.createElement("canvas").getContext("2d");
  const family = getComputedStyle(document.body).fontFamily;
  return (text, bold) => {
    context.font = `${bold ? 700 : 400} 100px ${family}`;
    return context.measureText(text).width * 1.03;
  };
}
