"""The check of one person's independence against what they declared, the register and the timelines (1.b, 2.2.a)."""

from collections.abc import Iterable

from threadline.domain.independence import checks
from threadline.domain.independence.interests import Candidate, Declared, KnownPerson
from threadline.panel import method, sightings
from threadline.panel.models import Declaration, Member
from threadline.people.models import Person
from threadline.reviews.models import ContributingAgency, Review

FAMILY = (Person.Kind.CHILD, Person.Kind.FAMILY)
Found = dict[str, object]


def findings(member: Member, *, known: Iterable[KnownPerson] | None = None) -> list[Found]:
    """What speaks against a member's independence, the gravest first, as `Member.findings` holds it."""
    review = member.review
    found = checks.check(
        _candidate(member),
        method.post(review, member.post),
        questions=method.questions(review, member.post),
        people=register(review) if known is None else known,
        actors=sightings.of(review, [member.name]),
        involved_agencies=involved(review),
    )
    return [
        {"weight": str(each.weight), "sentence": each.sentence, "evidence": list(each.evidence)}
        for each in found.findings
    ]


def register(review: Review) -> list[KnownPerson]:
    """Everyone in the people register, as the check takes them."""
    people = Person.objects.filter(review=review, out_at__isnull=True).prefetch_related("also")
    return [
        KnownPerson(
            name=each.name,
            role=each.relation or each.get_kind_display().lower(),
            is_family=each.kind in FAMILY,
            other_names=tuple(known.text for known in each.also.all()),
        )
        for each in people
    ]


def involved(review: Review) -> list[str]:
    """The names of the agencies involved."""
    agencies = ContributingAgency.objects.filter(review=review).select_related("agency")
    return [each.agency.name for each in agencies]


def latest_declaration(member: Member) -> Declaration | None:
    """What the member signed last."""
    found: Declaration | None = Declaration.objects.filter(member=member).first()
    return found


def _candidate(member: Member) -> Candidate:
    signed = latest_declaration(member)
    answers = signed.answers if signed else []
    return Candidate(
        name=member.name,
        agency=member.agency.name if member.agency else member.comes_from,
        declared={each["id"]: Declared(each["answer"], each["detail"]) for each in answers},
        declared_on=signed.signed_on if signed else None,
    )
