"""Names in the timelines that are not in the register: added, said to be somebody who is there, or passed over."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from threadline.access.acting import Refused
from threadline.access.permissions import Permission
from threadline.access.views import ReviewView
from threadline.chronology.queries.actors import MOST, Suggested, suggested
from threadline.people import actions as people
from threadline.people.actions import Details


class Actors(ReviewView):
    """Who is named in the timelines and not in the register; each for a person to decide."""

    permission = Permission.PERSON_WRITE
    reads = "chronology.actors_read"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The names."""
        found = suggested(review=self.review, viewer=self.viewer)
        self.shows(self.review, entries=len(found))
        return self.page("chronology/actors.html", {"found": found, "most": MOST})

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """What was decided of one of them. A name that is not on the list any more is left as it is."""
        name = request.POST.get("name", "")
        each = next((each for each in suggested(review=self.review, viewer=self.viewer) if each.name == name), None)
        if each is None:
            messages.error(request, "That name is not on the list any more. Somebody has decided it.")
        else:
            try:
                messages.success(request, self._decide(each, request.POST.get("as", "")))
            except Refused as refused:
                messages.error(request, str(refused))
        return redirect("chronology:actors", self.review.reference)

    def _decide(self, each: Suggested, choice: str) -> str:
        """Do it; what is then true. Raises Refused where nothing on the list was chosen."""
        if choice == "new":
            added = people.add_person(
                by=self.viewer, review=self.review, name=each.name, kind=each.kind, relation=each.role,
                details=Details(agency=each.agency),
            )  # fmt: skip
            return f"{added.name} is in the register, as {added.pseudonym} in reports."
        if choice == "nobody":
            people.suggest_no_more(by=self.viewer, review=self.review, name=each.name)
            return f"{each.name} is not suggested any more."
        person = next((person for person in each.perhaps if str(person.pk) == choice), None)
        if person is None:
            raise Refused("Choose one of what stands beside the name.")
        people.call_also(by=self.viewer, person=person, name=each.name)
        return f"{person.name} also goes by {each.name}. Entries are found by either."
