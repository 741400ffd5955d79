"""A scope from its beginning to its agreement, for tests that are about something else."""

from datetime import date

from threadline.access.scope import review_scope
from threadline.accounts.models import User
from threadline.reviews import actions
from threadline.reviews.actions import written
from threadline.reviews.actions.opening import Dates
from threadline.reviews.models import Review, Scope

PARTS = (
    written.Period(Dates(date(2015, 9, 30), date(2014, 10, 1), date(2015, 9, 30))),
    written.Proportion("Nine agencies.", "Two children.", "It asks why, of all of them."),
    written.History([written.Point("An injury in 2012.", "The hospital.", "Nobody was told.")]),
    written.Questions(["Was the child seen?", " ", "Who knew of the injury?"]),
    written.Sources([written.Source("Eastmarch Board", "Its own records.", is_board=True)]),
)


def write(by: User, scope: Scope, *several: written.Said) -> Scope:
    """Write parts of a version, one after the other."""
    for said in several:
        scope = actions.write_scope(by=by, scope=scope, version=scope.version, said=said)
    return scope


def prepared(by: User, review: Review) -> Scope:
    """The next version, whole, with a reason for every agency that it has."""
    scope = actions.begin_scope(by=by, review=review)
    with review_scope(review):
        why = {each.agency: each.why or "It knew the family." for each in scope.agencies.select_related("agency")}
    return write(by, scope, *PARTS, written.Agencies(why, {}))


def agreed(by: User, agreeing: User, review: Review) -> Scope:
    """The next version, proposed by one and agreed by the other."""
    scope = prepared(by, review)
    scope = actions.propose_scope(by=by, scope=scope, version=scope.version, because="What the meeting found.")
    return actions.agree_scope(
        by=agreeing, scope=scope, version=scope.version, agreed_on=date(2016, 3, 1), meeting="the threshold meeting"
    )
