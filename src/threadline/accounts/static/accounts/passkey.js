// Passkeys, by the browser's own means. Every page that offers one offers another way beside it, save the page that
// sets one up, which says that it needs this script.
const form = document.querySelector("form[data-passkey]");
const said = document.querySelector("[data-passkey-said]");
const id = (name) => form.querySelector(`[data-${name}]`)?.id;

function say(words) {
  said.textContent = words;
  said.hidden = false;
}

if (form && window.PublicKeyCredential) {
  const kind = form.dataset.passkey;
  document.querySelectorAll("[data-passkey-box]").forEach((box) => (box.hidden = false));
  document.querySelectorAll("[data-passkey-without]").forEach((box) => (box.hidden = true));
  const data = form.dataset.options ? JSON.parse(form.dataset.options) : undefined;
  const ids = { credential: id("credential"), passwordless: form.elements.passwordless?.id, [kind]: id("button") };
  window.allauth.webauthn.forms[`${kind}Form`]({ ids, data });
}

document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  say("That did not work, or it was stopped, or it took too long. Nothing was changed. You can try again.");
});
