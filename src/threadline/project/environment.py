"""Typed reading of the environment: every setting that differs between installations is read here, once.

A value that cannot be understood stops the start with a sentence naming the variable, never a silent default.
"""

import os
import secrets
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

TRUE, FALSE = {"1", "true", "yes", "on"}, {"0", "false", "no", "off", ""}


def text(name: str, default: str = "") -> str:
    """The variable as written, or `default` when it is not set."""
    return os.environ.get(name, default)


def flag(name: str, *, default: bool) -> bool:
    """A yes or no. Raises ImproperlyConfigured for any other word."""
    value = os.environ.get(name)
    if value is None:
        return default
    word = value.strip().lower()
    if word in TRUE:
        return True
    if word in FALSE:
        return False
    raise ImproperlyConfigured(f"{name} must be yes or no, not {value!r}.")


def number(name: str, default: int) -> int:
    """A whole number. Raises ImproperlyConfigured for anything else."""
    value = os.environ.get(name, str(default))
    if not value.strip().isdigit():
        raise ImproperlyConfigured(f"{name} must be a whole number, not {value!r}.")
    return int(value)


def names(name: str, default: str) -> list[str]:
    """A comma-separated list without blanks."""
    return [part.strip() for part in os.environ.get(name, default).split(",") if part.strip()]


def database(url: str, *, data: Path) -> dict[str, object]:
    """Django's DATABASES entry for `url`: empty for SQLite in the data folder, sqlite:///PATH, or postgres://…

    SQLite takes the write lock when a transaction begins (IMMEDIATE), because with a deferred lock concurrent
    writers fail instead of waiting. Raises ImproperlyConfigured for any other scheme.
    """
    parts = urlsplit(url or f"sqlite:///{data / 'threadline.sqlite3'}")
    if parts.scheme == "sqlite":
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": unquote(parts.path[1:]) if parts.path.startswith("//") else unquote(parts.path),
            "CONN_MAX_AGE": 60,
            "OPTIONS": {
                "timeout": 20,
                "transaction_mode": "IMMEDIATE",
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;",
            },
        }
    if parts.scheme in ("postgres", "postgresql"):
        return {
            "ENGINE": "threadline.access.postgres",
            "NAME": unquote(parts.path.lstrip("/")),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": unquote(parts.hostname or "") or "".join(parse_qs(parts.query).get("host", [])),
            "PORT": str(parts.port or ""),
            "CONN_MAX_AGE": 60,
            "CONN_HEALTH_CHECKS": True,
        }
    raise ImproperlyConfigured("DATABASE_URL must begin with sqlite:/// or postgres://.")


def single_sign_on(issuer: str) -> dict[str, dict[str, list[dict[str, object]]]]:
    """allauth's SOCIALACCOUNT_PROVIDERS for the council's OpenID provider at `issuer`; none where that is empty.

    THREADLINE_OIDC_DOMAINS names the e-mail domains whose owners the provider vouches for where it does not say so of
    each address (Entra ID does not). Raises ImproperlyConfigured when the provider's client id or secret is missing.
    """
    if not issuer:
        return {"openid_connect": {"APPS": []}}
    given = {key: text(f"THREADLINE_OIDC_{key.upper()}") for key in ("client_id", "secret")}
    if missing := [key for key, value in given.items() if not value]:
        raise ImproperlyConfigured(f"THREADLINE_OIDC_{missing[0].upper()} must be set with THREADLINE_OIDC_ISSUER.")
    details: dict[str, object] = {"server_url": issuer.rstrip("/"), "oauth_pkce_enabled": True}
    if domains := names("THREADLINE_OIDC_DOMAINS", ""):
        details["verified_email"] = domains
    app: dict[str, object] = {"provider_id": "work", "name": text("THREADLINE_OIDC_NAME", "your work account")}
    app |= {**given, "settings": details}
    return {"openid_connect": {"APPS": [app]}}


def secret(name: str, *, folder: Path) -> str:
    """The secret `name` from the environment, else from its owner-only file in `folder`, made on first use."""
    if value := os.environ.get(name):
        return value
    path = folder / name.lower().removeprefix("threadline_")
    try:
        return path.read_text(encoding="ascii").strip()
    except FileNotFoundError:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        value = secrets.token_urlsafe(48)
        try:
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            return path.read_text(encoding="ascii").strip()
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(value)
        return value
