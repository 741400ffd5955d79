"""Short ways to say an account in a test."""

from datetime import date, timedelta

from threadline.domain.chronology.linking import Account
from threadline.domain.chronology.linking.rarity import Rarity
from threadline.domain.chronology.linking.reading import Reading
from threadline.domain.chronology.linking.scoring import Scored, score
from threadline.domain.chronology.linking.suggest import read_all

MONDAY = date(2016, 3, 7)
POLICE, CSC, HV = "Ardenshire Police", "Ardenshire Children's Social Care", "Ardenshire Health Visiting"
SCHOOL, HOSPITAL, GP = "Holm Primary School", "Ardenshire Royal Infirmary", "Wharf Road Surgery"


def account(
    agency: str, text: str, day: int = 0, *, time: str | None = None, to: int | None = None, row: int = 0
) -> Account:
    """An account dated so many days after a Monday; the row tells two of one agency on one day apart."""
    first = MONDAY + timedelta(days=day)
    last = first if to is None else MONDAY + timedelta(days=to)
    return Account((f"{agency}.docx", "0", (day + 50) * 100 + row), agency, first, last, time, text)


def readings(*accounts: Account) -> list[Reading]:
    """The accounts taken in together, in the order given."""
    by_key = {reading.account.key: reading for reading in read_all(accounts)}
    return [by_key[one.key] for one in accounts]


def reading(agency: str, text: str) -> Reading:
    """One account taken in alone."""
    return readings(account(agency, text))[0]


def scored(a: Account, b: Account) -> Scored:
    """The score of two accounts taken in together."""
    both = readings(a, b)
    return score(*both, Rarity(both))


def codes(found: Scored) -> set[str]:
    """Which reasons speak for or against a pair."""
    return {reason.code for reason in found.reasons}
