"""The Jinja2 environment of every page: what a template may name, and how dates, times and counts read.

A name or attribute that does not exist is an error, never a silent blank. The GOV.UK macros count on the opposite (an
option left out reads as absent), so they live in an environment of their own and are called through `govuk()`.
"""

from typing import Any

from jinja2 import Environment, StrictUndefined

from threadline.ui import words
from threadline.ui.addresses import static, url
from threadline.ui.govuk import govuk, service_navigation, skip_link
from threadline.ui.navigation import review_bar, who_can_read
from threadline.ui.pictures import picture
from threadline.ui.rendering import error_summary, faulty, field, fields, lines


def environment(**options: Any) -> Environment:
    """The environment for Django's Jinja2 engine; `options` are that engine's (loader, autoescape, auto_reload)."""
    options |= {"undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}
    options |= {"extensions": ["jinja2.ext.do"], "autoescape": escaped}
    made = Environment(**options)  # noqa: S701 (all but the plain text of a letter is escaped, see below)
    made.globals.update(
        url=url,
        static=static,
        govuk=govuk,
        skip_link=skip_link,
        service_navigation=service_navigation,
        field=field,
        fields=fields,
        error_summary=error_summary,
        faulty=faulty,
        review_bar=review_bar,
        who_can_read=who_can_read,
    )
    made.filters.update(
        day=words.day,
        weekday=words.weekday,
        clock=words.clock,
        moment=words.moment,
        plural=words.plural,
        sentence=words.sentence,
        paragraphs=words.paragraphs,
        lines=lines,
        picture=picture,
    )
    return made


def escaped(template: str | None) -> bool:
    """Whether what a template prints is escaped for HTML: always, except in the plain text of a letter."""
    return not (template or "").endswith(".txt")
