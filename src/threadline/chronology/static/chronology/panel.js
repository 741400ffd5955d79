// The panel of a source beside the chronology: closing it empties it and returns to the entry it was opened from.
let opener = null;
document.addEventListener("htmx:beforeRequest", (event) => {
  if (event.target.matches("[data-source]")) opener = event.target;
});
document.addEventListener("click", (event) => {
  const close = event.target.closest(".tl-chronology > [data-panel] [data-close]");
  if (!close) return;
  event.preventDefault();
  const empty = document.createElement("div");
  empty.id = "panel";
  close.closest("[data-panel]").replaceWith(empty);
  opener?.focus();
});
