"""What is asked of an agency and what it types, for the addresses of its part and of the questions to agencies."""

from datetime import date

from threadline.access.gate import open_gate
from threadline.chronology.models import Draft, DraftEntry, Question, QuestionMessage
from threadline.reviews.models import ContributingAgency


def asked(contributor: ContributingAgency, by: object) -> dict[str, object]:
    """A question in the next message, one that was asked, and a timeline being typed: the parts of their addresses."""
    with open_gate():
        place = {"review": contributor.review, "agency": contributor.agency}
        Question(**place, mark="next", sentence="Who was there?", state="chosen").save()
        message = QuestionMessage(**place, text="Dear all", due_on=date(2099, 1, 1), sent_by=by)
        message.save()
        sent = Question(
            **place, mark="asked", sentence="And when?", state="asked", message=message, due_on=message.due_on
        )
        sent.save()
        draft = Draft(**place, begun_by=by)
        draft.save()
        entry = DraftEntry(draft=draft, said={"event": "A visit."}, sort_key="0", by=by)
        entry.save()
    return {
        "contributor": contributor.pk, "question": sent.pk, "draft": draft.pk, "entry": entry.pk,
        "rule": "abbreviation", "form": "xlsx",
    }  # fmt: skip
