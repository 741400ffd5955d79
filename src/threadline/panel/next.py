"""What the Panel tells "My work" and a review's overview: declarations to sign and decide, actions, meetings."""

from django.urls import reverse

from threadline.access.permissions import Permission
from threadline.access.reach import may
from threadline.access.scope import review_scope
from threadline.accounts.models import User
from threadline.panel.models import Member
from threadline.panel.queries import members, part
from threadline.reviews.frame import Next
from threadline.reviews.models import Review
from threadline.ui.words import plural


def next_in(review: Review, viewer: User) -> list[Next]:
    """What waits for this person about the Panel of a review."""
    with review_scope(review):
        return [*_own(review, viewer), *_to_decide(review, viewer), *_to_gather(review, viewer)]


def asked_of(review: Review, viewer: User) -> list[Next]:
    """The declarations that wait for this person's signature, for their own first page."""
    with review_scope(review):
        return _own(review, viewer)


def _own(review: Review, viewer: User) -> list[Next]:
    href = reverse("panel:part", args=[review.reference])
    return [
        Next(f"Sign your declaration of independence as {each.title}", href, each.sees)
        for each in part.of(review=review, viewer=viewer)
        if each.to_sign
    ]


def _to_decide(review: Review, viewer: User) -> list[Next]:
    if not may(viewer, Permission.INDEPENDENCE_DECIDE, review):
        return []
    return [
        Next(
            f"Decide whether {each.name} may serve",
            reverse("panel:member", args=[review.reference, each.pk]),
            "Something was declared or found. They see nothing of the case until you decide."
            if each.conflicts
            else "Something was declared or found that has to be weighed.",
        )
        for each in members.serving(review)
        if each.state == Member.State.REFERRED and each.user_id != viewer.pk
    ]


def _to_gather(review: Review, viewer: User) -> list[Next]:
    """Who still has to sign, and what is still to be recorded, for those who keep the record of the Panel."""
    if not may(viewer, Permission.PANEL_WRITE, review):
        return []
    panel = members.of_review(review=review, viewer=viewer)
    found = []
    for sits in [*panel.members, *(each for held in panel.posts for each in held.by)]:
        href = reverse("panel:member", args=[review.reference, sits.member.pk])
        if sits.member.state == Member.State.AWAITED:
            found.append(
                Next(f"The declaration of {sits.member.name}, {sits.title}", href, "", "Waiting", "waiting", True)
            )
        if sits.unchecked:
            title = f"Record the safe recruitment of {sits.member.name}"
            found.append(Next(title, href, f"{plural(len(sits.unchecked), 'check is', 'checks are')} not on record."))
    return found


def sentences(review: Review, viewer: User) -> list[str]:
    """Where the Panel stands, for who may see it."""
    with review_scope(review):
        if not may(viewer, Permission.PANEL_READ, review):
            return []
        sitting = members.serving(review)
        gaps = members.gaps(review, sitting)
    if not sitting:
        return ["Nobody is appointed to the Panel yet."]
    ready = sum(each.state == Member.State.INDEPENDENT for each in sitting)
    said = [f"{ready} of {plural(len(sitting), 'person', 'people')} appointed to the Panel and its posts can serve."]
    if gaps:
        said.append(f"Nobody sits on the Panel for {_listed(gaps)}.")
    return said


def _listed(names: tuple[str, ...]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"
