// The drawing in a <figure>: from a sheet in the store to SVG, with a sentence for who does not see it.
import { MARKS, draw, face, measurer } from "./drawing.js";
import { place } from "./placing.js";

const SVG = "http://www.w3.org/2000/svg";

// What placing.js draws, of the part `plaatje` of a sheet.
function sheetOf(found, words) {
  return {
    name: found.naam || "",
    labels: words.rings,
    themes: (found.themas || []).map(({ naam, hoe, anders }) => ({
      name: naam, how: hoe || 6, word: hoe ? words.how[hoe - 1] : "", wish: Boolean(anders),
    })),
    people: (found.mensen || []).map(({ naam, rol, kring, helpt, weten }) => ({
      name: naam || "", role: rol || "", ring: kring, helps: Boolean(helpt), knows: Boolean(weten),
    })),
  };
}

// The room there is on the screen, with letters a bit smaller than those of the text.
function screen(figure) {
  const letters = parseFloat(getComputedStyle(document.documentElement).fontSize);
  return { width: Math.max(240, figure.clientWidth || 320), size: letters * 0.84 };
}

export function show(figure, found, paper) {
  const words = JSON.parse(figure.dataset.words);
  const sheet = sheetOf(found || {}, words);
  const svg = figure.querySelector("svg");
  const placed = place(sheet, paper || screen(figure), measurer());
  draw(svg, placed);
  const said = words.alt
    .replace("{name}", () => sheet.name || words.nobody)
    .replace("{themes}", String(sheet.themes.length))
    .replace("{people}", String(sheet.people.length));
  svg.setAttribute("aria-label", said);
  const left = placed.left.themes + placed.left.people;
  const note = figure.querySelector("[data-left-out]");
  note.hidden = !left;
  note.querySelector("span").textContent = String(left);
  figure.querySelector("[data-cut]").hidden = !placed.cut;
}

// Small pictures beside words: faces in answers, marks in the legend.
export function decorate(root) {
  root.querySelectorAll("svg[data-mark]").forEach((svg) => {
    svg.textContent = "";
    svg.appendChild(MARKS[svg.dataset.mark](10, 10, 8));
  });
  root.querySelectorAll("svg[data-face]").forEach((svg) => expression(svg, Number(svg.dataset.face)));
}

export function expression(svg, how) {
  svg.textContent = "";
  svg.appendChild(how ? face(how, 20, 20, 17) : document.createElementNS(SVG, "g"));
}

// Again when the letters have come, or the screen has turned.
export function whenDrawn(again) {
  if (document.fonts) {
    Promise.all(["400 20px Andika", "700 20px Andika"].map((font) => document.fonts.load(font))).then(again, again);
  }
  window.addEventListener("resize", again);
}
