"""What the threshold tells of the method's requirements."""

from datetime import date

from django.urls import reverse
from django.utils import timezone

from threadline.access.models import RoleHolding
from threadline.domain.framework.outcome import Outcome
from threadline.domain.framework.registry import CHECKS
from threadline.reviews.contributions import heard_from
from threadline.reviews.models import ContributingAgency, Review, Scope, Timetable
from threadline.threshold.models import Body, Decision, Letter
from threadline.threshold.queries import commissioning, letters
from threadline.threshold.queries.register import final_decisions, told_of
from threadline.ui.words import day

NO_REFERRAL = "The review was opened without a referral and the Chair’s decision on it. Record both in the register."


def _page(review: Review, name: str) -> str:
    return reverse(f"threshold:{name}", args=[review.reference])


def _decision(review: Review) -> Decision | None:
    referral = commissioning.of(review)
    finals = final_decisions(referral) if referral else []
    return finals[-1] if finals else None


def _no_referral(review: Review) -> str:
    if not review.opened_because or review.decided_on is None:
        return NO_REFERRAL
    made = f"The Chair decided on {day(review.decided_on)}, before the review was opened here."
    return f"{made} {NO_REFERRAL}"


@CHECKS.check("threshold.decision_recorded")
def decision_recorded(review: Review) -> Outcome:
    """Whether the test was answered with evidence and the Chair decided with reasons (2.1.a)."""
    link, decision = _page(review, "commissioning"), _decision(review)
    if decision is None:
        return Outcome.not_met(_no_referral(review), link=link)
    said = f"The Independent Chair decided on {day(decision.decided_on)}, with reasons, on the answers to the test."
    return Outcome.met(said, on=decision.decided_on, link=link)


@CHECKS.check("threshold.national_bodies_told")
def national_bodies_told(review: Review) -> Outcome:
    """Whether Ofsted, the Department for Education and the National Panel were told, with proof (2.3.a)."""
    link, decision = _page(review, "commissioning"), _decision(review)
    if decision is None:
        return Outcome.not_met(_no_referral(review), link=link)
    when = {each.body: each.told_on for each in told_of(decision)}
    told = [f"{_start(body.label)} was told on {day(when[body])}." for body in Body if body in when]
    silent = [f"{_start(body.label)} has not been told yet." for body in Body if body not in when]
    if silent:
        return Outcome.not_met(*silent, *told, link=link)
    return Outcome.met(*told, "What proves it is kept.", on=max(when.values()), link=link)


def _start(words: str) -> str:
    return words[:1].upper() + words[1:]


@CHECKS.check("threshold.agencies_tasked")
def agencies_tasked(review: Review) -> Outcome:
    """Whether each agency was asked by a dated letter; who acknowledged it and who is late (2.1.h)."""
    link = _page(review, "letters")
    contributing = list(ContributingAgency.objects.filter(review=review).select_related("agency"))
    if not contributing:
        return Outcome.not_met("No agency is named yet, so none could be asked.", link=link)
    rows = letters.rows_of(contributing, Letter.objects.filter(review=review), heard=heard_from(review))
    said = letters.summary(rows)
    asked: list[date] = [row.letter.dated_on for row in rows if row.letter]
    if len(asked) < len(rows):
        names = ", ".join(row.contributor.agency.name for row in rows if row.letter is None)
        return Outcome.not_met(f"Not asked by letter yet: {names}.", said, link=link)
    return Outcome.met(said, on=max(asked), link=link)


@CHECKS.check("threshold.contributors_identified")
def contributors_identified(review: Review) -> Outcome:
    """Whether the agencies that must contribute are named, and the other sources of information (2.1.e)."""
    link = reverse("reviews:scope", args=[review.reference])
    agencies = ContributingAgency.objects.filter(review=review).count()
    scope = Scope.objects.filter(review=review).exclude(state=Scope.State.SET_ASIDE).order_by("-number").first()
    sources = scope.sources.count() if scope else 0
    wanting = [] if agencies else ["No agency is named yet."]
    wanting += [] if sources else ["No other source of information stands in the scope yet."]
    if wanting:
        return Outcome.not_met(*wanting, link=link)
    return Outcome.met("The agencies and the other sources of information are named in the scope.", link=link)


@CHECKS.check("threshold.panel_reviewer_timetable_identified")
def panel_reviewer_timetable_identified(review: Review) -> Outcome:
    """Whether the Panel, the Lead Reviewer and the timetable are there (2.1.b)."""
    link = reverse("reviews:overview", args=[review.reference])
    held = RoleHolding.objects.active(at=timezone.now()).filter(review=review)
    roles = set(held.values_list("role_key", flat=True))
    wanting = [
        sentence
        for there, sentence in (
            ("panel_member" in roles, "Nobody is a member of the Panel yet."),
            ("panel_chair" in roles, "The Panel has no Chair yet."),
            ("lead_reviewer" in roles, "There is no Lead Reviewer yet."),
            (Timetable.objects.filter(review=review).exists(), "The timetable is not drawn yet."),
        )
        if not there
    ]
    if wanting:
        return Outcome.not_met(*wanting, link=link)
    return Outcome.met("The Panel, its Chair, the Lead Reviewer and the timetable are there.", link=link)
