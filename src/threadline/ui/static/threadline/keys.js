// Keys for reading the chronology: j next entry, k entry before, o its source, e key event, ? what the keys are.
// They can be turned off (WCAG 2.1.4) and never act while somebody types.
const OFF = "threadline-keys-off";
const switches = document.querySelectorAll("[data-key-switch]");
const entries = () => [...document.querySelectorAll("[data-entry]")];
const off = () => localStorage.getItem(OFF) === "1";

function label() {
  for (const button of switches) {
    button.hidden = false;
    button.textContent = off() ? "Turn these keys on" : "Turn these keys off";
  }
}
for (const button of switches) {
  button.addEventListener("click", () => {
    if (off()) localStorage.removeItem(OFF);
    else localStorage.setItem(OFF, "1");
    label();
  });
}
label();

function here() {
  return document.activeElement?.closest("[data-entry]") ?? null;
}

// The entry after or before the one in hand; without one, the first or last that is in sight.
function move(step) {
  const all = entries();
  if (!all.length) return;
  const now = all.indexOf(here());
  const seen = all.findIndex((entry) => entry.getBoundingClientRect().bottom > 0);
  const next = now < 0 ? Math.max(seen, 0) : Math.min(Math.max(now + step, 0), all.length - 1);
  all[next].focus();
  all[next].scrollIntoView({ block: "nearest" });
}

function help() {
  const box = document.querySelector("[data-key-help]");
  if (!box) return;
  box.open = true;
  box.querySelector("summary").focus();
}

const acts = {
  j: () => move(1),
  k: () => move(-1),
  o: () => here()?.querySelector("[data-source]")?.click(),
  e: () => here()?.querySelector("[data-key-event] button, a[data-key-event]")?.click(),
  "?": help,
};

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  if (typing || event.ctrlKey || event.metaKey || event.altKey || off()) return;
  if (acts[event.key]) {
    event.preventDefault();
    acts[event.key]();
  }
});

// Arrow keys go up and down the rail of months.
document.addEventListener("keydown", (event) => {
  const link = event.target.closest("[data-rail] a");
  if (!link || !["ArrowDown", "ArrowUp"].includes(event.key)) return;
  const links = [...document.querySelectorAll("[data-rail] a")];
  links[links.indexOf(link) + (event.key === "ArrowDown" ? 1 : -1)]?.focus();
  event.preventDefault();
});
