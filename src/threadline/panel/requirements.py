"""Whether the review has the Panel and the meetings that the method asks for (1.b, 2.1.g, 2.2, 2.3.b, 2.7)."""

from collections.abc import Iterable

from django.urls import reverse

from threadline.domain.framework.outcome import Outcome
from threadline.domain.framework.registry import CHECKS
from threadline.domain.meetings.attendance import Consistency
from threadline.panel import method
from threadline.panel.actions.access import unchecked
from threadline.panel.models import Member
from threadline.panel.queries import attending, meetings, members
from threadline.reviews.models import Review
from threadline.ui.words import plural

INDEPENDENT = Member.State.INDEPENDENT
REVIEWERS = ("lead_reviewer", "co_reviewer")
FURTHER = "further_meetings"


def _panel(review: Review) -> str:
    return reverse("panel:members", args=[review.reference])


def _meetings(review: Review) -> str:
    return reverse("panel:meetings", args=[review.reference])


def _answer(reasons: Iterable[str], link: str, *met: str) -> Outcome:
    """Met where nothing stands against it."""
    found = tuple(reasons)
    return Outcome.not_met(*found, link=link) if found else Outcome.met(*met, link=link)


def _in_post(review: Review, post: str) -> list[Member]:
    return [each for each in members.serving(review) if each.post == post]


def _not_independent(member: Member, title: str) -> str:
    """Why somebody is not independent yet, as a sentence that names the post; "" where they are."""
    who = f"the {title} for {member.agency}" if member.agency is not None else f"the {title}"
    if member.state == Member.State.AWAITED:
        return f"{who[:1].upper()}{who[1:]} has not signed the declaration of independence."
    if member.state == Member.State.REFERRED:
        return f"The Independent Chair has not decided about what was declared or found of {who}."
    return ""


@CHECKS.check("panel.independent_chair_identified")
def independent_chair_identified(review: Review) -> Outcome:
    """A Panel Chair is identified, by a route of the method, and is independent (2.1.g)."""
    chairs = _in_post(review, "panel_chair")
    if not chairs:
        return Outcome.not_met("Nobody is appointed as Panel Chair.", link=_panel(review))
    reasons = ["The route of the Panel Chair to the post is not on record." for each in chairs if not each.route]
    reasons += filter(None, (_not_independent(each, "Panel Chair") for each in chairs))
    return _answer(reasons, _panel(review), "A Panel Chair is appointed, and independent.")


@CHECKS.check("panel.independence_declared")
def independence_declared(review: Review) -> Outcome:
    """Whoever leads has declared, and nothing bars them that the Independent Chair has not overridden (1.b)."""
    serving = members.serving(review)
    leading = [each for each in serving if each.post != "panel_member"]
    reasons = [
        f"Nobody is appointed as {method.title(review, post)}."
        for post in ("panel_chair", "lead_reviewer")
        if not any(each.post == post for each in leading)
    ]
    reasons += filter(None, (_not_independent(each, method.title(review, each.post)) for each in serving))
    reasons += [
        f"Somebody has the role of {each.role.title} without an appointment, and has declared nothing."
        for each in members.unrecorded(review)
    ]
    return _answer(reasons, _panel(review), "Everyone in a post has signed, and nothing is left to be decided.")


@CHECKS.check("panel.members_represent_agencies")
def members_represent_agencies(review: Review) -> Outcome:
    """Every agency involved has a member on the Panel who had no direct part in the case (2.2.a)."""
    sitting = _in_post(review, "panel_member")
    if not sitting:
        return Outcome.not_met("Nobody is appointed to the Panel yet.", link=_panel(review))
    reasons = [f"Nobody sits on the Panel for {agency}." for agency in members.gaps(review, sitting)]
    reasons += filter(None, (_not_independent(each, "Panel member") for each in sitting))
    return _answer(reasons, _panel(review), f"{plural(len(sitting), 'member')}, and no agency involved is without one.")


@CHECKS.check("panel.lead_reviewer_appointed")
def lead_reviewer_appointed(review: Review) -> Outcome:
    """The Lead Reviewer is appointed by a known route, with skills and experience, and is independent (2.2.c)."""
    found = _in_post(review, "lead_reviewer")
    if not found:
        return Outcome.not_met("No Lead Reviewer is appointed.", link=_panel(review))
    reasons = [_not_independent(each, "Lead Reviewer") for each in found]
    reasons += ["The route to the post is not on record." for each in found if not each.route]
    reasons += ["Skills and experience are not on record." for each in found if not (each.skills or each.experience)]
    return _answer(filter(None, reasons), _panel(review), "A Lead Reviewer is appointed, and independent.")


@CHECKS.check("panel.co_reviewer_considered")
def co_reviewer_considered(review: Review) -> Outcome:
    """Whether a co-reviewer is needed was considered and decided; one who is needed is appointed (2.2.d)."""
    choice = members.co_reviewer_choice(review)
    if choice is None:
        reason = "Whether a co-reviewer is needed has not been considered."
        return Outcome.not_met(reason, link=reverse("panel:co_reviewer", args=[review.reference]))
    if not choice.needed:
        return Outcome.met("No co-reviewer is needed.", choice.reasons, on=choice.considered_on, link=_panel(review))
    found = _in_post(review, "co_reviewer")
    if not found:
        return Outcome.not_met("A co-reviewer is needed, and none is appointed.", link=_panel(review))
    reasons = filter(None, (_not_independent(each, "Co-reviewer") for each in found))
    return _answer(reasons, _panel(review), "A co-reviewer is appointed, and independent.")


@CHECKS.check("panel.reviewers_safely_recruited")
def reviewers_safely_recruited(review: Review) -> Outcome:
    """Safe recruitment of every reviewer is on record (2.2.e)."""
    reviewers = [each for post in REVIEWERS for each in _in_post(review, post)]
    if not reviewers:
        return Outcome.not_met("No reviewer is appointed yet.", link=_panel(review))
    reasons = [
        f"{method.title(review, each.post)}: not on record: {check}." for each in reviewers for check in unchecked(each)
    ]
    return _answer(reasons, _panel(review), "Every check is on record.")


@CHECKS.check("panel.attendance_consistent")
def attendance_consistent(review: Review) -> Outcome:
    """Every agency was heard at every meeting; each one's consistency is said (2.2.b)."""
    recorded = attending.recorded(review)
    count = len({each.meeting_id for each in recorded})
    if count < 2:
        reason = "It takes two meetings with attendance on record to speak of consistency."
        return Outcome.not_met(f"{reason} There {'is one' if count else 'are none'}.", link=_meetings(review))
    found = attending.figures(recorded)
    missing = [each.sentence for each in found if each.represented < each.meetings]
    return _answer(missing, _meetings(review), *map(_said, found))


def _said(each: Consistency) -> str:
    return each.sentence


@CHECKS.check("panel.meetings_recorded")
def meetings_recorded(review: Review) -> Outcome:
    """Every meeting that was due has attendance, decisions, approved minutes, and who missed it told (2.7.c)."""
    found = meetings.kept(review)
    if not any(each.held for each in found):
        return Outcome.not_met("No meeting is on record yet.", link=_meetings(review))
    reasons = [lack for each in found for lack in each.lacks]
    return _answer(reasons, _meetings(review), f"{plural(len(found), 'meeting')}, each with a whole record.")


@CHECKS.check("panel.further_meetings_held")
def further_meetings_held(review: Review) -> Outcome:
    """At least as many further meetings as the method sets: learning event outcomes, and draft report (2.7.a)."""
    wanted = method.pack_of(review).limit("further_panel_meetings").amount
    kinds = [each for each in method.agendas(review) if each.stage == FURTHER]
    held = [each for each in meetings.kept(review) if each.held and each.meeting.kind in {kind.id for kind in kinds}]
    reasons = []
    if len(held) < wanted:
        reasons.append(
            f"{len(held)} of at least {wanted} further meetings have been held. It does not pass without them."
        )
    decided = meetings.agreed(review, "2.7.a")
    needed = method.pack_of(review).decisions_for("2.7.a")
    reasons += [f"Not agreed by a meeting yet: {each.words}." for each in needed if each.id not in decided]
    return _answer(reasons, _meetings(review), f"{plural(len(held), 'further meeting')} held.")


@CHECKS.check("panel.timeline_and_key_events_agreed")
def timeline_and_key_events_agreed(review: Review) -> Outcome:
    """A meeting agreed the merged timeline, reviewed the agencies' analyses and confirmed the key events (2.3.b)."""
    return decided_by_meetings(review, "2.3.b")


def decided_by_meetings(review: Review, requirement: str) -> Outcome:
    """Whether meetings have agreed every decision that the pack names for a requirement: for later areas too."""
    needed, decided = method.pack_of(review).decisions_for(requirement), meetings.agreed(review, requirement)
    open_ = [f"No meeting has agreed it yet: {each.words}." for each in needed if each.id not in decided]
    if open_ or not needed:
        return Outcome.not_met(*(open_ or ["The method names no decision for this."]), link=_meetings(review))
    said = tuple(f"{decided[each.id].words} ({decided[each.id].meeting.title})." for each in needed)
    return Outcome.met(*said, on=max(each.decided_on for each in decided.values()), link=_meetings(review))
