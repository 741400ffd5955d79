"""Every address of the service, and something to be found at each of them in every review of the cast."""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from django.urls import URLPattern, URLResolver, get_resolver, reverse
from tests.access import crawl_panel, records
from tests.access.asked import asked
from tests.access.commissioned import commission
from tests.people import Cast, assemble, everybody, holding, person

from threadline.access import roles
from threadline.access.gate import open_gate
from threadline.access.scope import review_scope
from threadline.accounts.models import User
from threadline.agencies.models import Agency
from threadline.chronology import actions as timelines
from threadline.chronology.filters import Filters
from threadline.chronology.models import Row
from threadline.domain.framework.bundled import bundled_texts
from threadline.domain.framework.load import examine_texts
from threadline.notices import actions as notices
from threadline.notices.models import Letter as Mail
from threadline.notices.models import Notice
from threadline.people import actions as people
from threadline.reviews.method import DEFAULT, keep
from threadline.reviews.models import BoardPack, ContributingAgency, Publication, Review, Waiver
from threadline.threshold import actions as threshold
from threadline.threshold.models import Decision, Letter, Telling

CSV = """Date,Time,Source of Information,Significant Event
03/02/2015,14:15,STORM log 12,Officers attended the address. Child asleep upstairs.
31/06/2015,,Crime report,Report of criminal damage at the address.
"""
NOON = datetime(2015, 11, 20, 12, tzinfo=UTC)
AT_BOARD = {"asha": "manager", "chair": "chair", "board_member": "board member", "administrator": "administrator"}
IN_REVIEW = {
    "lead": "lead", "co_reviewer": "co-reviewer", "panel_chair": "panel chair", "panel": "panel",
    "inspector": "inspector", "police_author": "author", "health_author": "other author", "approver": "approver",
    "practitioner": "practitioner", "family": "family", "supporter": "supporter",
}  # fmt: skip
ROLES = {**AT_BOARD, **IN_REVIEW, "second_lead": "lead", "other_manager": "manager", "outsider": "stranger"}


@dataclass
class Place:
    """One review with something at every address: what stands for each part of an address."""

    review: Review
    parts: dict[str, object]
    special: dict[str, dict[str, object]] = field(default_factory=dict)

    def address(self, name: str, wanted: list[str]) -> str:
        """The address of a page in this review."""
        known = {**self.parts, **self.special.get(name, {})}
        return reverse(name, kwargs={part: known[part] for part in wanted})

    def missing(self, name: str, wanted: list[str]) -> str:
        """The address of the same page where nothing is: another review, another Board, other ids."""
        known = {**self.parts, **self.special.get(name, {})}
        parts = {part: uuid.uuid4() if isinstance(known[part], uuid.UUID) else known[part] for part in wanted}
        if "reference" in parts:
            parts["reference"] = "N-0000-00"
        return reverse(name, kwargs=parts)


def pages() -> dict[str, list[str]]:
    """Every address there is: its name, and the parts it takes."""
    return dict(_walk(get_resolver(), ()))


def _walk(
    resolver: URLResolver, within: tuple[str, ...], parts: tuple[str, ...] = ()
) -> Iterator[tuple[str, list[str]]]:
    for each in resolver.url_patterns:
        named = (*parts, *_parts(each))
        if isinstance(each, URLPattern):
            yield ":".join((*within, str(each.name))), list(named)
        else:
            yield from _walk(each, (*within, each.namespace) if each.namespace else within, named)


def _parts(each: URLPattern | URLResolver) -> list[str]:
    return list(getattr(each.pattern, "converters", {})) or list(each.pattern.regex.groupindex)


def relation(cast: Cast, who: str, review: Review) -> str:
    """What a person of the cast is to a review."""
    board_wide = dict.fromkeys(AT_BOARD, cast.board) | {"other_manager": cast.other_board}
    of_review = dict.fromkeys(IN_REVIEW, cast.review) | {"second_lead": cast.second_review}
    near = board_wide.get(who) == review.board or of_review.get(who) == review
    return ROLES[who] if near else "stranger"


def furnish() -> tuple[Cast, dict[str, Place]]:
    """The cast, and its three reviews each with something at every address."""
    cast = everybody(assemble())
    own = _furnished(cast, cast.review, cast.police, cast.asha)
    second = _furnished(cast, cast.second_review, cast.police, cast.asha)
    other = _furnished(cast, cast.other_review, cast.other_agency, cast.other_manager)
    records.complete(cast.review, cast.police, cast.asha)
    return cast, {"own": own, "second": second, "other": other}


def _furnished(cast: Cast, review: Review, agency: object, by: object) -> Place:
    with review_scope(review):
        contributor = ContributingAgency.objects.select_related("review", "agency").get(agency=agency)
    waiting, accepted = (_file(contributor, by, CSV + row) for row in ("", "05/02/2015,,PPN,Notified.\n"))
    timelines.accept(by=by, file=accepted, version=accepted.version, unsettled=True)
    told = timelines.Told(when="6 February 2015", description="Told by telephone.", source="A note of the call")
    typed = timelines.type_entry(by=by, review=review, contributor=contributor, told=told, token="crawl")
    kay, gone = (people.add_person(by=by, review=review, name=name, kind="other") for name in ("Kay", "Mo"))
    people.take_out(by=by, person=gone, version=gone.version, because="Named by mistake")
    people.suggest_no_more(by=by, review=review, name="Somebody whom nobody looks for")
    member = person(f"member.{review.reference}@threadline.example", "Somebody of the panel")
    held = holding(member, roles.PANEL_MEMBER, board=review.board, review=review)
    notices.tell([member], "hold-released", review=review, acts="all", calendar=notices.Meeting("x", NOON, NOON))
    waiver, ours = _standing(review, by)
    reader = User.objects.create_reader("Somebody of the family", key=uuid.uuid4().hex)
    read = holding(reader, roles.FAMILY_MEMBER, board=review.board, review=review)
    rows = Row._base_manager
    live, found = rows.filter(file=accepted, live=True).first(), _understood(by, review, rows, typed)
    seats = crawl_panel.furnished(review, agency, by)
    parts = {
        "reference": review.reference, "board": review.board_id, "document": waiting.document_id, "file": waiting.pk,
        "row": rows.filter(file=waiting, asks=True).first().pk, "table": 0, "which": "all", "kind": "csv",
        "person": kay.pk, "holding": held.pk, "name": "people", "token": "nothing", "provider_id": "work", "pk": 1,
        "number": 1, "uidb36": "1", "key": "nothing", "notice": Notice.objects.get(user=member).pk,
        "requirement": "2.1.a", "waiver": waiver.pk, "edition": ours.edition_id, "pack": ours.pack_id, "part": "limits",
        "role": "panel_member", "account": member.pk, "what": "sign-out",
        "mail": Mail.objects.create(user=member, subject="x", body="x", state=Mail.State.GIVEN_UP).pk,
        "model": "people.person", "record": kay.pk,
        **seats.parts, **asked(contributor, by),
    }  # fmt: skip
    special = {
        "administration:pack_row": {"row": "period_recommended"},
        "administration:way_in": {"holding": read.pk},
        **{f"chronology:{name}": {"row": live.pk} for name in ("ask_about", "fact", "order")},
        "chronology:source": {"row": rows.filter(file=accepted, live=True).first().pk},
        "chronology:change": {"row": typed.pk},
        "chronology:remove": {"row": typed.pk},
        "people:put_back": {"person": gone.pk},
        **{
            f"chronology:{name}": {"row": live.pk, "other": typed.pk}
            for name in ("pair", "nearby", "share", "mark", "note")
        },
        "chronology:take_back": {"number": found["answer"]},
        "chronology:share_back": {"number": found["told"]},
        **seats.special,
    }
    parts |= {name: found[name] for name in ("event", "episode", "note", "named", "moment")}
    parts |= _referred(review, by) | {"contributor": contributor.pk, "letter": _written_to(contributor, by).pk}
    special |= commission(review, by)
    return Place(review, parts, special)


def _standing(review: Review, by: object) -> tuple[Waiver, Publication]:
    """A waiver in the review, and a version of the method that its Board has published."""
    texts = {**bundled_texts(DEFAULT)}
    texts["limits.yaml"] = texts["limits.yaml"].replace("amount: 12", "amount: 15")
    said = {"reason": "There is one already.", "role_key": "independent_chair", "waived_on": date(2015, 11, 2)}
    with open_gate():
        waiver = Waiver(review=review, requirement="2.1.e", waived_by=by, **said)
        waiver.save()
        edition = keep(examine_texts(texts).pack, texts)
        pack = BoardPack(board=review.board, name=f"of-{review.reference}", title="Ours", origin=edition, texts=texts)
        pack.save()
        ours = Publication(pack=pack, edition=edition, agreed="The Board", published_by=by)
        ours.save()
    return waiver, ours


def _referred(review: Review, by: object) -> dict[str, object]:
    """A referral at the review's Board, for the addresses of one."""
    day = date(2015, 10, 1)
    facts = threshold.Facts(
        reference=f"N-{review.reference}", received_on=day, received_from="Northfield Trust", incident_on=day,
        aware_on=day, about="A child was hurt.", lives_in="Westmarch", lives_here=True,
    )  # fmt: skip
    referral = threshold.refer(by=by, board=review.board, facts=facts)
    said = {
        "option": "no_review",
        "final": True,
        "result": "not met",
        "reasons": "Not met",
        "sentences": ["No."],
        "decided_on": day,
    }
    with open_gate():
        decision = Decision(assessment=referral.assessments.get(), by=by, **said)
        decision.save()
        telling = Telling(decision=decision, body="dfe", told_on=day, how="Post", text="Dear", proof="A slip", by=by)
        telling.save()
    advice = threshold.record_advice(by=by, referral=referral, body="dfe", received_on=day, says="Think again")
    return {"referral": referral.pk, "limb": "abuse", "telling": telling.pk, "advice": advice.pk}


def _written_to(contributor: ContributingAgency, by: object) -> Letter:
    """A letter to an agency of the review."""
    where = {"review": contributor.review, "agency": contributor.agency}
    made = Letter(
        **where, kind="tasking", recipient="The author", subject="A request", text="Dear", by=by,
        dated_on=date(2015, 10, 2), due_on=date(2015, 11, 2),
    )  # fmt: skip
    with open_gate():
        made.save()
    return made


def _understood(by: object, review: Review, rows: object, typed: Row) -> dict[str, object]:
    """What people made of the entries: an answer, a telling, a key event, an episode, a note, a named view."""
    first, second = rows.filter(review=review, live=True, file__isnull=False).select_related("review")[:2]
    with review_scope(review):
        told_to = review.contributors.select_related("agency").exclude(agency=typed.agency_id).first()
        answer = timelines.judge(by=by, review=review, one=first, other=second, says="same")
        if told_to is None:
            told_to = ContributingAgency(review=review, agency=Agency.objects.create(board=review.board, name="Told"))
            with open_gate():
                told_to.save()
        shared = timelines.Shared("The duty worker", "by telephone", "6 February 2015", "The note")
        told = timelines.record_sharing(by=by, row=typed, contributor=told_to, shared=shared)
    event = timelines.mark_key_event(by=by, row=typed, title="A call", told={})
    episode = timelines.make_episode(by=by, review=review, title="A referral", about="")
    note = timelines.write_note(by=by, row=typed, text="Why?", audience="mine")
    view = timelines.keep_view(by=by, review=review, filters=Filters(words=("child",)))
    named = timelines.name_view(by=by, review=review, view=view, name="Ours", audience="mine")
    lived = timelines.Lived("The family moved", "early 2014", "The mother")
    moment = timelines.add_moment(by=by, review=review, lived=lived)
    made = {
        "moment": moment,
        "event": event,
        "episode": episode,
        "note": note,
        "named": named,
        "answer": answer,
        "told": told,
    }
    return {name: each.pk for name, each in made.items()}


def _file(contributor: ContributingAgency, by: object, text: str) -> object:
    received = timelines.receive_from(
        by=by, contributor=contributor, name="timeline.csv", data=text.encode(), token=uuid.uuid4().hex
    )
    timelines.read_now(str(received.pk))
    found = type(received)._base_manager.select_related("review__board", "document", "agency")
    return found.get(pk=received.pk)
