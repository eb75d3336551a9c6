// The drawing on paper: one page of the size that is chosen.
import { Answers, aidOf, whenever } from "./answers.js";
import { decorate, show, whenDrawn } from "./picture.js";

// What a page has left for the drawing, in mm, after its margins and what stands around it.
const PAPERS = { a4: [194, 208], a4l: [281, 122], a3: [281, 330], a3l: [404, 216] };
const MM = 96 / 25.4;
const answers = new Answers(aidOf(document.querySelector("main")));
const figure = document.querySelector("[data-picture]");
const papers = Array.from(document.querySelectorAll("[data-paper]"));

function refresh() {
  const { value } = papers.filter((paper) => paper.checked)[0];
  Object.keys(PAPERS).forEach((name) => document.body.classList.toggle(`kh-paper-${name}`, name === value));
  const [width, height] = PAPERS[value];
  show(figure, answers.read().state.plaatje, { width: width * MM, height: height * MM });
}

papers.forEach((paper) => paper.addEventListener("change", refresh));
document.querySelector("[data-print]").addEventListener("click", () => window.print());
decorate(document);
whenDrawn(refresh);
whenever(refresh);
