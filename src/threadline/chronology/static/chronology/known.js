// A slider of days beside the question: moving it writes the day, letting go asks.
const DAY = 86400000;
const words = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
for (const box of document.querySelectorAll("[data-slide]")) {
  const slider = box.querySelector("input");
  const field = box.closest("form").elements[box.dataset.slide];
  const first = Date.parse(box.dataset.first);
  slider.max = Math.round((Date.parse(box.dataset.last) - first) / DAY);
  slider.value = Math.round((Date.parse(box.dataset.now) - first) / DAY);
  const say = () => {
    field.value = words.format(new Date(first + slider.value * DAY));
    slider.setAttribute("aria-valuetext", field.value);
  };
  slider.setAttribute("aria-valuetext", words.format(new Date(first + slider.value * DAY)));
  slider.addEventListener("input", say);
  slider.addEventListener("change", () => box.closest("form").requestSubmit());
  box.hidden = false;
}
