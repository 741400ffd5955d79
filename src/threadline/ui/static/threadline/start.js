// Says that scripts run, before anything is drawn, so that enhanced components do not flash.
document.body.classList.add("js-enabled");
if ("noModule" in HTMLScriptElement.prototype) document.body.classList.add("govuk-frontend-supported");
