// Copying and printing. Where the clipboard is blocked, the text is selected, so that the keys still work.
document.querySelectorAll("[data-needs-script]").forEach((part) => {
  part.hidden = false;
});

document.querySelectorAll("[data-print]").forEach((button) => {
  button.addEventListener("click", () => window.print());
});

document.querySelectorAll("[data-copy]").forEach((button) => {
  button.addEventListener("click", () => {
    const field = document.getElementById(button.dataset.copy);
    const done = button.parentElement.querySelector("[data-copied]") || button;
    const say = (text) => {
      done.textContent = text;
    };
    const byHand = () => {
      field.classList.remove("kh-unseen");
      field.removeAttribute("aria-hidden");
      field.focus();
      field.select();
      say(button.dataset.hand);
    };
    if (!navigator.clipboard) byHand();
    else navigator.clipboard.writeText(field.value).then(() => say(button.dataset.done), byHand);
  });
});

// What was made before a choice changed is not what was chosen: it must not be copied by mistake.
document.querySelector("[data-makes]")?.addEventListener("change", () => {
  document.querySelector("[data-stale]").hidden = false;
  document.querySelectorAll("[data-made]").forEach((part) => {
    part.hidden = true;
  });
});
