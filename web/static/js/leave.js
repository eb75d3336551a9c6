// Away at once: this page makes place for a neutral one and cannot come back with one press of Back.
const link = document.querySelector("[data-leave]");
link.addEventListener("click", (event) => {
  event.preventDefault();
  document.body.hidden = true;
  location.replace(link.href);
});
