// The antwoordcode on the summary, in signs and as a QR code.
import { correction, generate } from "../vendor/lean-qr/nano.mjs";
import { Answers, aidOf, whenever } from "./answers.js";
import { groups, write } from "./code.js";

const SVG = "http://www.w3.org/2000/svg";
const QUIET = 4; // modules of white that a QR code needs around it
const aid = aidOf(document.querySelector("main"));
const answers = new Answers(aid);
const block = document.querySelector("[data-share]");
const host = block.querySelector("[data-host]");
const place = block.querySelector("[data-code]");
let shown = "";

function draw(text) {
  const qr = generate(text, { minCorrectionLevel: correction.M });
  let dark = "";
  for (let y = 0; y < qr.size; y += 1) {
    for (let x = 0; x < qr.size; x += 1) if (qr.get(x, y)) dark += `M${x} ${y}h1v1h-1z`;
  }
  const picture = block.querySelector("svg");
  const side = qr.size + 2 * QUIET;
  picture.setAttribute("viewBox", `-${QUIET} -${QUIET} ${side} ${side}`);
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", dark);
  picture.querySelectorAll("path").forEach((old) => old.remove());
  picture.appendChild(path);
}

function refresh() {
  const { state } = answers.read();
  const said = state.neiging || state.rol || Object.keys(state.antwoorden).length;
  const code = said ? write(state, aid.questions) : "";
  block.hidden = !code;
  block.parentNode.classList.toggle("kh-coded", Boolean(code));
  if (!code || code === shown) return;
  shown = code;
  place.textContent = "";
  groups(code).forEach((group) => {
    const part = document.createElement("span");
    part.textContent = group;
    place.append(part, " ");
  });
  draw(`${location.origin}/blad#${code}`);
}

host.textContent = `${location.host}/blad`;
whenever(refresh);
