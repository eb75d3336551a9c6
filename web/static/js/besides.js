// Drawings beside each other, in the sheets that together.js shows after "Laat zien". Never compared.
import { Answers, aidOf, whenever } from "./answers.js";
import { decorate, show, whenDrawn } from "./picture.js";

const aid = aidOf(document.querySelector("main"));
const template = document.querySelector("[data-their-picture]");

function described(theme, words) {
  return [theme.naam, theme.hoe && words.how[theme.hoe - 1]].filter(Boolean).join(": ") + [theme.anders, theme.helpt].filter(Boolean).map((text) => `. ${text}`).join("");
}

function refresh() {
  document.querySelectorAll("[data-one][data-voice]").forEach((section) => {
    const { plaatje } = new Answers(aid, section.dataset.voice).read().state;
    if (!plaatje) return;
    if (!section.querySelector("[data-picture]")) section.appendChild(template.content.cloneNode(true));
    const figure = section.querySelector("[data-picture]");
    decorate(figure);
    show(figure, plaatje);
    const list = section.querySelector("[data-their-list]");
    list.textContent = "";
    (plaatje.themas || []).forEach((theme) => {
      const item = document.createElement("li");
      item.dir = "auto";
      item.textContent = described(theme, JSON.parse(figure.dataset.words));
      list.appendChild(item);
    });
  });
}

whenDrawn(refresh);
whenever(refresh);
