"""One event, several accounts: which entries of a merged chronology may record the same event, why, and where they
differ.
"""

from threadline.domain.chronology.linking.account import Account, Key, Pair, from_interchange, pair
from threadline.domain.chronology.linking.contradictions import Contradiction
from threadline.domain.chronology.linking.reasons import Reason
from threadline.domain.chronology.linking.suggest import DEFAULT, Suggestion, groups, suggest

__all__ = [
    "DEFAULT",
    "Account",
    "Contradiction",
    "Key",
    "Pair",
    "Reason",
    "Suggestion",
    "from_interchange",
    "groups",
    "pair",
    "suggest",
]
