"""The GOV.UK Design System macros, called by component name: `govuk("button", {"text": "Save"})`.

Each component takes the options of the GOV.UK documentation. An option that carries HTML (`html`, `titleHtml`…) is
printed as it stands by the macros, so anything there that is not already safe markup is refused.
"""

from collections.abc import Hashable, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

from jinja2 import Environment, PackageLoader, PrefixLoader
from jinja2.runtime import Macro
from markupsafe import Markup

PACKAGE = "govuk_frontend_jinja"


def govuk(component: str, options: Mapping[str, Any], content: Markup | None = None) -> Markup:
    """The HTML of one component; `content` is what a component that wraps others (a fieldset) holds.

    Raises TypeError when an HTML option is plain text, and TemplateNotFound for a component GOV.UK does not have.
    """
    _refuse_plain_html(options)
    macro = _macro(component)
    made = macro(options) if content is None else macro(options, caller=lambda: content)
    return Markup(made)  # noqa: S704 (made by the macros of an autoescaping environment)


@cache
def skip_link() -> Markup:
    """The link over the navigation, the same on every page."""
    return govuk("skip-link", {"href": "#main-content", "text": "Skip to main content"})


@lru_cache(maxsize=256)
def service_navigation(links: tuple[Hashable, ...]) -> Markup:
    """The main navigation; it differs by what is offered and by where one is."""
    return govuk("service-navigation", {"navigation": links, "navigationLabel": "Main", "classes": "tl-navigation"})


@cache
def _macro(component: str) -> Macro:
    name = "govuk" + "".join(word.capitalize() for word in component.split("-"))
    module = _macros().get_template(f"{PACKAGE}/components/{component}/macro.html").module
    macro: Macro = getattr(module, name)
    return macro


@cache
def _macros() -> Environment:
    return Environment(
        loader=PrefixLoader({PACKAGE: PackageLoader(PACKAGE)}), autoescape=True, trim_blocks=True, lstrip_blocks=True,
        auto_reload=False,
    )  # fmt: skip


def _refuse_plain_html(options: Any) -> None:
    if isinstance(options, Mapping):
        for key, value in options.items():
            raw = key == "html" or key.endswith("Html") or key in ("attributes", "start", "end")
            if raw and isinstance(value, str) and value and not hasattr(value, "__html__"):
                raise TypeError(f"The option {key!r} is printed as HTML and must be markup, not plain text.")
            _refuse_plain_html(value)
    elif isinstance(options, Sequence) and not isinstance(options, str):
        for value in options:
            _refuse_plain_html(value)
