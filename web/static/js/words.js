// Closing an explained word brings the reader back to the word that was tapped. Without this script Back does.
let opener = null;

document.addEventListener("click", (event) => {
  const word = event.target.closest("a.kh-word");
  if (word) opener = word;
  else if (event.target.closest(".kh-tapped a")) close(event);
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && document.querySelector(".kh-tapped:target")) close(event);
});

function close(event) {
  if (!opener) return;
  event.preventDefault();
  location.replace("#gelezen");
  opener.focus({ preventScroll: true });
}
