// Progressive enhancement only: every page works without this file. Modules say what each part adds.
import(document.querySelector("script[data-govuk]").dataset.govuk).then((govuk) => govuk.initAll());

// A form with words in it is not left by accident.
const dirty = new Set();
document.addEventListener("input", (event) => {
  const form = event.target.closest("form[data-typed]");
  if (!form || !event.target.matches("textarea, input[type=text], input[type=email]")) return;
  if (event.target.value === event.target.defaultValue) dirty.delete(event.target);
  else dirty.add(event.target);
});
document.addEventListener("submit", () => dirty.clear());
window.addEventListener("beforeunload", (event) => {
  if (dirty.size) event.preventDefault();
});

// Files chosen are listed with their sizes, so that a wrong one is seen before it is sent.
function size(bytes) {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1048576).toFixed(1)} MB`;
}
document.addEventListener("change", (event) => {
  const input = event.target;
  if (!input.matches("input[type=file][multiple]")) return;
  const place = input.closest(".govuk-form-group");
  let list = place.querySelector(".tl-chosen");
  if (!list) {
    list = document.createElement("ul");
    list.className = "tl-chosen";
    list.setAttribute("aria-label", "Files chosen");
    place.append(list);
  }
  list.replaceChildren(
    ...[...input.files].map((file) => {
      const item = document.createElement("li");
      item.textContent = `${file.name}, ${size(file.size)}`;
      return item;
    }),
  );
});

// An answer that could not be fetched in place is said in words; what was typed is still in the page.
function say(words) {
  const main = document.getElementById("main-content");
  const note = document.createElement("div");
  note.className = "govuk-notification-banner";
  note.setAttribute("role", "alert");
  note.tabIndex = -1;
  const text = document.createElement("p");
  text.className = "govuk-notification-banner__content govuk-body";
  text.textContent = words;
  note.append(text);
  main.prepend(note);
  note.focus();
}
document.addEventListener("htmx:responseError", () => say("That did not work. Nothing was changed. Your words are still here: try again in half a minute."));
document.addEventListener("htmx:sendError", () => say("The service could not be reached. Nothing was changed. Your words are still here: try again in half a minute."));

// What is opened beside the page takes the focus, so that it is read next.
document.addEventListener("htmx:afterSwap", (event) => {
  const panel = event.target.matches("[data-panel]") ? event.target : event.target.querySelector("[data-panel]");
  if (panel) panel.focus();
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  document.querySelector("[data-panel] [data-close]")?.click();
});
