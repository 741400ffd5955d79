"""The addresses that pages are full of, worked out once: a page names some thirty of them, and they do not change."""

from functools import lru_cache

from django.conf import settings
from django.templatetags import static as templatetags
from django.urls import get_script_prefix, get_urlconf, reverse

Parts = tuple[tuple[str, object], ...]


def url(name: str, *arguments: object, **named: object) -> str:
    """The address of the page called `name`. Raises NoReverseMatch when there is none."""
    return _url(get_urlconf() or settings.ROOT_URLCONF, get_script_prefix(), name, arguments, tuple(named.items()))


def static(path: str) -> str:
    """The address of a static file. Raises ValueError for one that was not collected."""
    return _static(settings.STORAGES["staticfiles"]["BACKEND"], path)


@lru_cache(maxsize=4096)
def _url(urlconf: str, _prefix: str, name: str, arguments: tuple[object, ...], named: Parts) -> str:
    return reverse(name, urlconf, args=arguments or None, kwargs=dict(named) or None)


@lru_cache(maxsize=256)
def _static(_storage: str, path: str) -> str:
    return templatetags.static(path)
