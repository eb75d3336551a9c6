// Closing an explained word brings the reader back to the word that was tapped. Without this script Back does.
let opener = null;

document.addEventListener("click", (event) => {
  const word = event.target.closest("a.kh-word");
  if (word) opener = word;
  else if (event.target.closest(".kh-tapped a")) close(event);
});

document.addEventListener("keydown", (event) => {
  // Going on from the word that is shown is going on from where it was tapped.
  const leaving = event.key === "Tab" && event.target.closest(".kh-tapped a");
  if ((event.key === "Escape" || leaving) && document.querySelector(".kh-tapped:target")) close(event);
});

function close(event) {
  if (!opener) return;
  event.preventDefault();
  location.replace("#gelezen");
  opener.focus({ preventScroll: true });
}
