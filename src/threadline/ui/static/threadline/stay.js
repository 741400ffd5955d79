// Warns three minutes before a session ends for want of a sign of life, and lets the person stay (WCAG 2.2.1).
const box = document.querySelector("[data-stay]");
const form = box.querySelector("form");
const words = box.querySelector("p");
const first = words.cloneNode(true);
const WARNING = 180;
const tabs = new BroadcastChannel("threadline-stay");
let timer;

// Whatever reached the service in any tab began the time again.
function begin(tell = true) {
  clearTimeout(timer);
  box.hidden = true;
  timer = setTimeout(warn, Math.max(Number(box.dataset.stay) - WARNING, 1) * 1000);
  if (tell) tabs.postMessage("alive");
}

function warn() {
  words.replaceChildren(...first.cloneNode(true).childNodes);
  box.hidden = false;
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  try {
    const answer = await fetch(form.action, { method: "POST", body: new FormData(form), redirect: "manual" });
    if (answer.ok) return begin();
  } catch {
    // Said below: the service could not be reached.
  }
  words.textContent = "You are signed out, or the service cannot be reached. Save what you have typed as usual: it is kept while you sign in again.";
});

tabs.addEventListener("message", () => begin(false));
document.addEventListener("htmx:afterRequest", (event) => {
  if (event.detail.successful) begin();
});
begin();
