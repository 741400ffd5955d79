"""The form that agencies fill in, as the method of the review words it."""

from threadline.chronology.method import chronologies
from threadline.domain.chronology.entries import Meaning
from threadline.domain.chronology.writers.agency_form import AgencyForm, FormColumn
from threadline.reviews.models import ContributingAgency, Review


def columns_of(review: Review) -> tuple[FormColumn, ...]:
    """The columns of the form."""
    return tuple(
        FormColumn(Meaning(each.meaning), each.heading, each.help, each.choices, each.must)
        for each in chronologies(review).columns
    )


def form_of(contributor: ContributingAgency) -> AgencyForm:
    """The form for one agency of a review."""
    review = contributor.review
    return AgencyForm(
        reference=review.reference, agency=contributor.agency.name, first=review.period_from, last=review.period_to,
        columns=columns_of(review), guidance=chronologies(review).guidance,
    )  # fmt: skip
