"""The numbers by which services know a person, and what they must look like. Pure."""

import re

KINDS = {
    "nhs": "NHS number",
    "upn": "Unique pupil number",
    "police": "Police reference",
    "social_care": "Social care number",
    "other": "Other reference",
}
LONGEST = 60
UPN = re.compile(r"[A-HJ-NP-RT-Z]\d{11}[\dA-HJ-NP-RT-Z]")


def tidy(kind: str, typed: str) -> str:
    """A number as it is kept. Raises ValueError, with a sentence, for one that cannot be of that kind."""
    said = " ".join(typed.split())
    if not said:
        return ""
    if kind == "nhs":
        return _nhs(said)
    if kind == "upn" and not UPN.fullmatch(said.replace(" ", "").upper()):
        raise ValueError("A unique pupil number is a letter and 12 figures, for example A123456789012")
    return said.replace(" ", "").upper() if kind == "upn" else said


def _nhs(said: str) -> str:
    figures = said.replace(" ", "").replace("-", "")
    if not (figures.isascii() and figures.isdigit() and len(figures) == 10):
        raise ValueError("An NHS number has 10 figures, for example 943 476 5919")
    rest = sum(int(figure) * weight for figure, weight in zip(figures, range(10, 1, -1), strict=False)) % 11
    if (11 - rest) % 11 != int(figures[9]):
        raise ValueError("This NHS number has a mistake in it: its last figure does not fit the others")
    return f"{figures[:3]} {figures[3:6]} {figures[6:]}"
