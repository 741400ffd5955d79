"""The method by which a referral is weighed: the edition of the pack that its round of answers is bound to."""

from threadline.domain.framework.bundled import bundled
from threadline.domain.framework.pack import Pack
from threadline.domain.framework.pack.documents import Wording
from threadline.domain.framework.pack.people import ChairsOption, Threshold
from threadline.reviews.method import DEFAULT, pack_with
from threadline.threshold.models import Assessment


def current() -> Pack:
    """The pack that new referrals are weighed by."""
    return bundled(DEFAULT)


def pack_of(present: Assessment) -> Pack:
    """The pack that a round of answers is bound to."""
    return pack_with(present.pack_id)


def test_of(present: Assessment) -> Threshold:
    """The test that a round of answers answers."""
    return pack_of(present).threshold


def option(present: Assessment, name: str) -> ChairsOption:
    """A decision that the pack offers. Raises KeyError."""
    return {each.id: each for each in test_of(present).options}[name]


def letter(pack: Pack, name: str) -> Wording:
    """A letter of a pack. Raises KeyError."""
    return {wording.id: wording for wording in pack.letters}[name]
