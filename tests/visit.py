"""Fetch a page as a test does and audit it as a careful reader would: every page test gets the whole audit for free."""

import os
from collections import Counter
from collections.abc import Iterable
from contextlib import nullcontext
from typing import Any
from urllib.parse import urlsplit

import html5lib
from bs4 import BeautifulSoup, Tag
from bs4.builder._html5lib import HTML5TreeBuilder
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

NOT_FIELDS = {"hidden", "submit", "button", "reset", "image"}
ADDRESSES = ("href", "src", "action", "formaction", "srcset", "poster", "data", "hx-get", "hx-post")
POINTING = ("for", "aria-describedby", "aria-labelledby", "form", "list")
DASH = " – "
AUDITED = os.environ.get("THREADLINE_TEST_AUDIT") != "0"
"""Whether pages are audited: not again on the second database, where the same pages have the same faults."""


def visit(
    client: Client,
    url: str,
    *,
    expect: int = 200,
    method: str = "get",
    data: Any = None,
    follow: bool = False,
    queries: int | None = None,
    **extra: Any,
) -> BeautifulSoup:
    """The page at `url`, audited; its answer stands in `.response`.

    `follow` goes along redirects first, and the page at the end must have the status `expect`. `queries` is the most
    database queries it may take. For an answer that is no page (a redirect, a download) use the client itself.
    """
    watch = CaptureQueriesContext(connection) if queries is not None else nullcontext()
    with watch:
        response = getattr(client, method)(url, data, follow=follow, **extra)
    assert response.status_code == expect, f"{url} answered {response.status_code}: {_start(response)}"
    if queries is not None:
        taken = [query["sql"] for query in watch.captured_queries]
        assert len(taken) <= queries, f"{url} took {len(taken)} queries:\n" + "\n".join(taken)
    page = read(response)
    page.response = response
    return page


def read(response: Any) -> BeautifulSoup:
    """The page of `response`, audited. Fails with every fault found, not only the first."""
    assert response["Content-Type"].startswith("text/html"), f"not a page: {response['Content-Type']}"
    if not AUDITED:
        return BeautifulSoup(response.content.decode(), "html5lib")
    page, faults = _parsed(response.content.decode())
    faults.extend(_headers(response))
    for audit in AUDITS:
        faults.extend(audit(page))
    assert not faults, "The page has faults:\n" + "\n".join(f"- {fault}" for fault in faults)
    return page


def words(part: Tag | None) -> str:
    """The words of `part` as they read, runs of space made one."""
    assert part is not None, "there is no such part of the page"
    return " ".join(part.get_text(" ").split())


def _start(response: Any) -> str:
    return (response.content or b"").decode(errors="replace")[:600] or response.get("Location", "")


def _headers(response: Any) -> Iterable[str]:
    policy = response.headers.get("Content-Security-Policy", "")
    if "default-src 'none'" not in policy or "unsafe" in policy:
        yield f"its Content-Security-Policy is not strict: {policy!r}"
    if "no-store" not in response.headers.get("Cache-Control", ""):
        yield "a browser may store it"


class Strict(HTML5TreeBuilder):
    """Reads a page once, and stops at the first error in it."""

    def feed(self, markup: Any) -> None:
        """As the parser above it does, strictly."""
        parser = html5lib.HTMLParser(strict=True, tree=self.create_treebuilder)
        self.underlying_builder.parser = parser
        parser.parse(markup)
        self.underlying_builder.parser = None


def _parsed(text: str) -> tuple[BeautifulSoup, list[str]]:
    """The page, and what is wrong with its markup."""
    faults = [f"{leftover!r} is left in it" for leftover in ("{{", "{%", "StrictUndefined") if leftover in text]
    try:
        return BeautifulSoup(text, builder=Strict), faults
    except html5lib.html5parser.ParseError as error:
        return BeautifulSoup(text, "html5lib"), [*faults, f"it is not valid HTML: {error}"]


def _headings(page: BeautifulSoup) -> Iterable[str]:
    if page.html is None or page.html.get("lang") != "en-GB":
        yield "its language is not said to be en-GB"
    tops = page.find_all("h1")
    if len(tops) != 1:
        yield f"it has {len(tops)} h1 headings"
    elif (title := words(page.title).removeprefix("Error: ").split(DASH)[0]) != words(tops[0]):
        yield f"its title {title!r} is not its heading {words(tops[0])!r}"
    if len(page.find_all("main")) != 1:
        yield "it has no single main part"
    before = 1
    for heading in page.select("main :is(h1, h2, h3, h4, h5, h6)"):
        level = int(heading.name[1])
        if level > before + 1:
            yield f"the heading {words(heading)!r} skips a level"
        before = level


def _ids(page: BeautifulSoup) -> Iterable[str]:
    counts = Counter(str(tag["id"]) for tag in page.find_all(id=True))
    yield from (f"the id {name!r} is there {count} times" for name, count in counts.items() if count > 1)
    for attribute in POINTING:
        for tag in page.find_all(attrs={attribute: True}):
            value = tag[attribute]
            for name in value if isinstance(value, list) else str(value).split():
                if name not in counts:
                    yield f"{attribute}={name!r} points at nothing"


def _fields(page: BeautifulSoup) -> Iterable[str]:
    labels = {label.get("for") for label in page.find_all("label") if words(label)}
    for control in page.find_all(["input", "select", "textarea"]):
        if control.name == "input" and control.get("type") in NOT_FIELDS:
            continue
        said = control.get("aria-label") or control.get("aria-labelledby") or control.find_parent("label")
        if not said and control.get("id") not in labels:
            yield f"the field {control.get('name')!r} has no label"
    for kind in ("radio", "checkbox"):
        names = Counter((id(i.find_parent("form")), i.get("name")) for i in page.find_all("input", type=kind))
        for control in page.find_all("input", type=kind):
            several = names[(id(control.find_parent("form")), control.get("name"))] > 1
            group = control.find_parent("fieldset")
            if several and not (group and group.find("legend")):
                yield f"the choices {control.get('name')!r} have no legend"


def _forms(page: BeautifulSoup) -> Iterable[str]:
    for form in page.find_all("form"):
        posts = str(form.get("method", "get")).lower() == "post"
        if posts != bool(form.find("input", attrs={"name": "csrfmiddlewaretoken"})):
            yield f"the form to {form.get('action')!r} is sent by {form.get('method')} with or without its code wrongly"
        if form.find("input", type="file") and form.get("enctype") != "multipart/form-data":
            yield f"the form to {form.get('action')!r} cannot carry its files"
    for control in page.find_all(["button", "a"]):
        named = words(control) or control.get("aria-label") or control.find("img", alt=True)
        if not named:
            yield f"a {control.name} has no words: {control}"
    yield from (f"an image has no alternative: {image}" for image in page.find_all("img", alt=False))


def _errors(page: BeautifulSoup) -> Iterable[str]:
    summary = page.select_one(".govuk-error-summary")
    wrong = bool(summary or page.select_one(".govuk-error-message"))
    if wrong != words(page.title).startswith("Error: "):
        yield "its title says an error and the page none, or the other way round"
    if wrong and not summary:
        yield "it has errors and no summary of them"
    for link in summary.find_all("a") if summary else []:
        if not page.find(id=str(link["href"]).removeprefix("#")):
            yield f"the error {words(link)!r} leads to nothing"


def _inline(page: BeautifulSoup) -> Iterable[str]:
    yield from (f"a script stands in the page: {tag}" for tag in page.find_all("script") if not tag.get("src"))
    yield from (f"a style stands in the page: {tag}" for tag in page.find_all("style"))
    for tag in page.find_all(True):
        for name, value in tag.attrs.items():
            if name == "style" or name.startswith(("on", "hx-on")):
                yield f"<{tag.name}> has {name}={value!r}"
            if name in ADDRESSES and not _ours(str(value)):
                yield f"<{tag.name}> leads out of the service: {name}={value!r}"


def _ours(address: str) -> bool:
    parts = urlsplit(address.strip())
    if parts.scheme in ("mailto", "tel"):
        return True
    return parts.scheme in ("", "http", "https") and parts.netloc in ("", "testserver")


AUDITS = (_headings, _ids, _fields, _forms, _errors, _inline)
