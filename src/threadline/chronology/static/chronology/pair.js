// Keys for answering: a button says which key presses it. They never act while somebody types, and can be turned off.
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  if (typing || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  if (localStorage.getItem("threadline-keys-off") === "1") return;
  const button = document.querySelector(`button[data-press="${CSS.escape(event.key)}"]`);
  if (!button) return;
  event.preventDefault();
  button.click();
});
