// The picture in the hand: drag across it to go nearer, keys to move through time. Every stretch is drawn by the server;
// here only a band follows the pointer, once a frame, so ten thousand events cost nothing while it moves.
const DAY = 86400000;
let box = null;

function scale() {
  const svg = box.querySelector("svg");
  const { first, days, left, width } = svg.dataset;
  const shown = svg.getBoundingClientRect();
  const unit = shown.width / svg.viewBox.baseVal.width;
  return {
    origin: shown.left + left * unit,
    inBox: shown.left - box.getBoundingClientRect().left + box.scrollLeft,
    left: left * unit,
    width: width * unit,
    first: Date.parse(first),
    days: Number(days),
  };
}

const iso = (time) => new Date(time).toISOString().slice(0, 10);

async function go(from, to) {
  const address = `${box.dataset.picture}from=${iso(from)}&to=${iso(to)}`;
  box.setAttribute("aria-busy", "true");
  const answer = await fetch(address, { credentials: "same-origin" });
  if (!answer.ok) {
    location.href = address;
    return;
  }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  document.querySelector("#main-content").replaceWith(page.querySelector("#main-content"));
  history.replaceState(null, "", address);
  begin(true);
}

function keys(event) {
  if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
  const ways = { ArrowLeft: "earlier", ArrowRight: "later", "+": "nearer", "=": "nearer", "-": "further" };
  const link = ways[event.key] && document.querySelector(`[data-way="${ways[event.key]}"]`);
  if (!link) return;
  event.preventDefault();
  const asked = new URL(link.href).searchParams;
  go(Date.parse(asked.get("from")), Date.parse(asked.get("to")));
}

function brush(event) {
  if (event.button !== 0 || event.pointerType === "touch" || event.target.closest("a")) return;
  const at = scale();
  const start = event.clientX;
  if (start < at.origin || start > at.origin + at.width) return;
  event.preventDefault();
  const area = box;
  const band = document.createElement("div");
  band.className = "tl-picture-brush";
  area.append(band);
  area.classList.add("tl-picture-box--drag");
  area.setPointerCapture(event.pointerId);
  let now = start;
  let due = 0;
  const clamp = (x) => Math.min(Math.max(x, at.origin), at.origin + at.width);
  const draw = () => {
    due = 0;
    const low = Math.min(start, clamp(now)) - at.origin + at.inBox + at.left;
    band.style.transform = `translateX(${low}px) scaleX(${Math.max(Math.abs(clamp(now) - start), 1)})`;
  };
  const move = (moved) => {
    now = moved.clientX;
    due ||= requestAnimationFrame(draw);
  };
  const end = (ended) => {
    area.removeEventListener("pointermove", move);
    area.classList.remove("tl-picture-box--drag");
    band.remove();
    const [low, high] = [Math.min(start, clamp(now)), Math.max(start, clamp(now))];
    if (ended.type === "pointercancel" || high - low < 6) return;
    const day = (x) => at.first + Math.round(((x - at.origin) / at.width) * at.days) * DAY;
    go(day(low), day(high));
  };
  area.addEventListener("pointermove", move);
  area.addEventListener("pointerup", end, { once: true });
  area.addEventListener("pointercancel", end, { once: true });
}

function begin(focus) {
  box = document.querySelector("[data-picture]");
  if (!box) return;
  box.addEventListener("pointerdown", brush);
  box.addEventListener("keydown", keys);
  const told = document.querySelector("[data-help]");
  if (told) told.hidden = false;
  if (focus) box.focus({ preventScroll: true });
}
begin(false);
