"""The user guide: the Markdown pages of `docs/guide/`, as HTML. A link between two pages is a link in the service."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings
from django.urls import reverse
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

INDEX = "index"
CLASSES = {
    "table_open": "govuk-table",
    "thead_open": "govuk-table__head",
    "tbody_open": "govuk-table__body",
    "tr_open": "govuk-table__row",
    "th_open": "govuk-table__header",
    "td_open": "govuk-table__cell",
}


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the guide: its name in the address, its title, and what stands below the title."""

    name: str
    title: str
    html: Markup


@cache
def page(name: str) -> Page | None:
    """The page of that name, None where there is none. Raises ValueError for a page without a title on top."""
    path = Path(settings.GUIDE) / f"{name}.md"
    if not path.is_file():
        return None
    reader = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = reader.parse(path.read_text(encoding="utf-8"))
    if [token.tag for token in tokens[:1]] != ["h1"]:
        raise ValueError(f"The guide page {path.name} does not begin with a title.")
    for token in tokens:
        _fit(token)
    html = reader.renderer.render(tokens[3:], reader.options, {})
    return Page(name, tokens[1].content, Markup(html))  # noqa: S704  # our own pages, and no HTML passes through


def _fit(token: Token) -> None:
    if token.type in CLASSES:
        token.attrSet("class", CLASSES[token.type])
    for child in token.children or ():
        if child.type == "link_open":
            child.attrSet("href", _address(str(child.attrGet("href"))))


def _address(href: str) -> str:
    name, dot_md, place = href.partition(".md")
    if not dot_md or "/" in name:
        return href
    return (reverse("help") if name == INDEX else reverse("help_page", args=[name])) + place
