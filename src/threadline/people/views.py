"""The register of people: the list, a person, joining two entries, taking one out."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from threadline.access.acting import Refused, refuse
from threadline.access.permissions import Permission
from threadline.access.views import ReviewView
from threadline.accounts.recent import RecentlyProven
from threadline.people import actions, queries
from threadline.people.forms import ContactForm, JoinForm, OtherForm, PersonForm, ReasonForm, UnmaskForm
from threadline.people.models import Person


class PeopleRegister(ReviewView):
    """Everyone named in the case, by kind, with the names they go by."""

    permission = Permission.PERSON_READ
    reads = "people.register_read"

    def get(self, request: HttpRequest) -> HttpResponse:
        """The list."""
        people = list(queries.register(review=self.review, viewer=self.viewer))
        out = list(queries.taken_out(review=self.review, viewer=self.viewer))
        self.shows(*people, *out)
        return self.page(
            "people/register.html",
            {
                "groups": [(kind.label, [each for each in people if each.kind == kind]) for kind in Person.Kind],
                "shared": queries.shared_names(people),
                "taken_out": out,
                "may_change": queries.may_change(review=self.review, viewer=self.viewer),
            },
        )


class AddPerson(ReviewView):
    """Add somebody."""

    permission = Permission.PERSON_WRITE
    reads = "people.register_read"

    def get(self, request: HttpRequest) -> HttpResponse:
        """The form."""
        return self._page(self._form())

    def post(self, request: HttpRequest) -> HttpResponse:
        """Add the person; "and another" comes back here."""
        form = self._form(request.POST)
        if not form.is_valid():
            return self._page(form)
        try:
            added = actions.add_person(by=self.viewer, review=self.review, **form.said)
        except Refused as refused:
            form.add_error("name", str(refused))
            return self._page(form)
        messages.success(request, f"{added.name} is in the register. Entries that name them can be found from now on.")
        return redirect("people:add" if "another" in request.POST else "people:register", self.review.reference)

    def _form(self, *sent: object) -> PersonForm:
        agencies, accounts = queries.agencies_of(review=self.review), queries.accounts_of(review=self.review)
        return PersonForm(*sent, agencies=agencies, accounts=accounts)

    def _page(self, form: PersonForm) -> HttpResponse:
        return self.page("people/add.html", {"form": form})


class OfPerson(ReviewView):
    """A page about one person of the register."""

    permission = Permission.PERSON_WRITE
    reads = "people.person_read"
    person: Person

    def target(self, *, person: UUID) -> Model:  # type: ignore[override]  # the address's own part
        """The person."""
        people = Person.objects.filter(out_at__isnull=True).select_related("review", "agency", "account")
        people = people.prefetch_related("also", "identifiers")
        self.person = self.one(people, pk=person)
        return self.person

    def draw(self, template: str, **context: Any) -> HttpResponse:
        """The page, with the person on it."""
        self.shows(self.person)
        return self.page(f"people/{template}.html", {"person": self.person, **context})

    def back(self, said: str) -> HttpResponse:
        """To the register, saying what was done."""
        messages.success(self.request, said)
        return redirect("people:register", self.review.reference)


class ChangePerson(OfPerson):
    """What the register says of a person."""

    def get(self, request: HttpRequest, person: UUID) -> HttpResponse:
        """The form as things stand."""
        found = self.person
        names = "\n".join(known.text for known in found.also.all())
        fields = ("name", "kind", "relation", "pseudonym", "born_on", "version")
        numbers = {each.kind: each.value for each in found.identifiers.all()}
        initial = {**{name: getattr(found, name) for name in fields}, **numbers, "also": names}
        chosen = {"agency": str(found.agency_id or ""), "account": str(found.account_id or "")}
        return self._page(self._form(initial={**initial, **chosen}))

    def post(self, request: HttpRequest, person: UUID) -> HttpResponse:
        """Change it."""
        form = self._form(request.POST)
        if form.is_valid():
            version = form.cleaned_data["version"]
            try:
                changed = actions.change_person(by=self.viewer, person=self.person, version=version, **form.said)
            except actions.Overtaken as overtaken:
                form.data = {**request.POST.dict(), "version": str(self.person.version)}
                form.add_error(None, str(overtaken))
                return self._page(form, now=self.person)
            except Refused as refused:
                form.add_error("name", str(refused))
            else:
                return self.back(f"The entry of {changed.name} is changed.")
        return self._page(form)

    def _form(self, *sent: object, **options: object) -> PersonForm:
        agencies, accounts = queries.agencies_of(review=self.review), queries.accounts_of(review=self.review)
        if self.person.account and self.person.account not in accounts:
            accounts.append(self.person.account)
        return PersonForm(*sent, agencies=agencies, accounts=accounts, **options)

    def _page(self, form: PersonForm, **context: object) -> HttpResponse:
        may_reach = queries.may_reach(review=self.review, viewer=self.viewer)
        return self.draw("change", form=form, may_reach=may_reach, **context)


class HowToReach(RecentlyProven, OfPerson):
    """Where a person lives and how it is safe to reach them: hidden until somebody says why they need to see it."""

    permission = Permission.PERSON_ADDRESS
    reads = "people.contact_page_read"

    def target(self, *, person: UUID) -> Model:  # type: ignore[override]  # the address's own part
        """The person. Raises Http404, and records it, for somebody from whom their address is kept."""
        found = super().target(person=person)
        if queries.is_kept_from(person=self.person, viewer=self.viewer):
            refuse(self.viewer, self.permission, self.person, type(self).__name__)
            raise Http404
        return found

    def get(self, request: HttpRequest, person: UUID) -> HttpResponse:
        """That there is something, and the two forms."""
        return self._page()

    def post(self, request: HttpRequest, person: UUID) -> HttpResponse:
        """Show it, this once; or write it down anew."""
        return self._see(request) if "see" in request.POST else self._keep(request)

    def _see(self, request: HttpRequest) -> HttpResponse:
        form = UnmaskForm(request.POST)
        if form.is_valid():
            try:
                return self._page(shown=actions.unmask(by=self.viewer, person=self.person, **form.cleaned_data))
            except Refused as refused:
                messages.error(request, str(refused))
                return redirect("people:contact", self.review.reference, self.person.pk)
        return self._page(see=form)

    def _keep(self, request: HttpRequest) -> HttpResponse:
        form = ContactForm(request.POST, others=self._others())
        if form.is_valid():
            try:
                actions.keep_contact(by=self.viewer, person=self.person, **form.cleaned_data)
            except Refused as refused:
                form.add_error(None, str(refused))
            else:
                messages.success(request, f"How to reach {self.person.name} is written down. It is hidden again.")
                return redirect("people:contact", self.review.reference, self.person.pk)
        return self._page(keep=form)

    def _page(self, **forms: object) -> HttpResponse:
        masked = queries.masked_contact(person=self.person, viewer=self.viewer)
        told = {
            "version": masked.version if masked else 0,
            "kept_from": [str(each.pk) for each in masked.kept_from] if masked else [],
        }
        fresh = {
            "see": UnmaskForm(),
            "keep": ContactForm(others=self._others(), initial=told),
            "shown": None,
        }
        return self.draw("contact", masked=masked, **{**fresh, **forms})

    def _others(self) -> list[Person]:
        people = queries.register(review=self.review, viewer=self.viewer)
        return list(people.exclude(pk=self.person.pk))


class JoinPeople(OfPerson):
    """Two entries that are one person: choose the other, see what becomes of them, join them."""

    def get(self, request: HttpRequest, person: UUID) -> HttpResponse:
        """The choice, or what joining with `other` would do."""
        others = self._others()
        form = OtherForm(request.GET or None, others=others)
        if not form.is_valid():
            return self.draw("join_with", form=form, others=others)
        return self._preview(self._other(form, others))

    def post(self, request: HttpRequest, person: UUID) -> HttpResponse:
        """Join them."""
        others = self._others()
        chosen = OtherForm(request.GET, others=others)
        if not chosen.is_valid():
            return self.draw("join_with", form=chosen, others=others)
        other = self._other(chosen, others)
        form = JoinForm(request.POST, people=(self.person, other))
        if not form.is_valid():
            return self._preview(other, form)
        keep, gone = self.person, other
        versions = tuple(map(int, form.cleaned_data["versions"].split("-")))
        if form.cleaned_data["keep"] == str(other.pk):
            keep, gone, versions = gone, keep, versions[::-1]
        born_on = form.born.get(form.cleaned_data.get("born_on", ""), keep.born_on or gone.born_on)
        try:
            actions.merge_people(by=self.viewer, keep=keep, gone=gone, born_on=born_on, versions=versions)
        except Refused as refused:
            form.add_error(None, str(refused))
            return self._preview(other, form)
        return self.back(f"{gone.name} and {keep.name} are one entry now, under the name {keep.name}.")

    def _others(self) -> list[Person]:
        people = queries.register(review=self.review, viewer=self.viewer)
        return list(people.exclude(pk=self.person.pk))

    def _other(self, form: OtherForm, others: list[Person]) -> Person:
        return next(each for each in others if str(each.pk) == form.cleaned_data["other"])

    def _preview(self, other: Person, form: JoinForm | None = None) -> HttpResponse:
        self.shows(other)
        return self.draw("join", other=other, form=form or JoinForm(people=(self.person, other)))


class TakeOutPerson(OfPerson):
    """Taking a person out of the register, with a reason."""

    def get(self, request: HttpRequest, person: UUID) -> HttpResponse:
        """What it would do."""
        return self.draw("take_out", form=ReasonForm(initial={"version": self.person.version}))

    def post(self, request: HttpRequest, person: UUID) -> HttpResponse:
        """Take the person out."""
        form = ReasonForm(request.POST)
        if form.is_valid():
            try:
                actions.take_out(by=self.viewer, person=self.person, **form.cleaned_data)
            except Refused as refused:
                form.add_error(None, str(refused))
            else:
                return self.back(
                    f"{self.person.name} is out of the register. They can be put back from the list below."
                )
        return self.draw("take_out", form=form)


class PutBackPerson(ReviewView):
    """Putting a person back."""

    permission = Permission.PERSON_WRITE
    http_method_names = ("post",)
    person: Person

    def target(self, *, person: UUID) -> Model:  # type: ignore[override]  # the address's own part
        """Somebody who was taken out."""
        self.person = self.one(Person.objects.filter(out_at__isnull=False).select_related("review"), pk=person)
        return self.person

    def post(self, request: HttpRequest, person: UUID) -> HttpResponse:
        """Put them back, or say why that cannot be."""
        try:
            actions.put_back(by=self.viewer, person=self.person)
        except Refused as refused:
            messages.error(request, str(refused))
        else:
            messages.success(request, f"{self.person.name} is in the register again.")
        return redirect("people:register", self.review.reference)
