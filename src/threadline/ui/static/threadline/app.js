// Progressive enhancement only: every page works without this file.
const own = document.querySelector("script[data-govuk]");
const { initAll } = await import(own.dataset.govuk);
initAll();
