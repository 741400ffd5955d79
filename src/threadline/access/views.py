"""The base of every page that shows case or personal data: deny by default, read recorded before the page is shown."""

from typing import Any, ClassVar, cast

from django.apps import apps
from django.db import Error as DatabaseFault
from django.db import models
from django.http import Http404, HttpRequest, HttpResponseBase
from django.template.response import TemplateResponse
from django.views.generic import View

from threadline.access import acting, holding, reach
from threadline.access.permissions import Permission
from threadline.access.places import HELD_HERE, Place, place_of, roles_used
from threadline.access.scope import acting_for, review_scope
from threadline.accounts import one_time
from threadline.accounts.models import User
from threadline.audit.trail import Outcome, Short, record
from threadline.database.compiled import compiled
from threadline.ui.errors import unavailable


class Showing(View):
    """What every page of ours has to hand: who looks, one record or none, and the list of what is shown."""

    shown: dict[str, None]
    read_detail: dict[str, Short]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Answer for whoever looks, and for nobody else."""
        with acting_for(self.viewer):
            return self.answer(request, *args, **kwargs)

    def answer(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """What the page's own `get` or `post` answers."""
        return super().dispatch(request, *args, **kwargs)

    @property
    def viewer(self) -> User:
        """Who is looking: signed in, as the middleware sees to."""
        return cast(User, self.request.user)

    def one(self, queryset: "models.QuerySet[Any]", **lookup: Any) -> Any:
        """The one record so looked up. Raises Http404."""
        found = queryset.filter(**lookup).first()
        if found is None:
            raise Http404
        return found

    def shows(self, *records: models.Model, **detail: Short) -> None:
        """Note what the page shows, for the audit event."""
        self.shown.update({acting.name_of(each): None for each in records})
        self.read_detail.update(detail)

    def page(self, template: str, context: dict[str, Any], *, status: int = 200) -> TemplateResponse:
        """The page."""
        return TemplateResponse(self.request, template, context, status=status)


class Stoppable(Showing):
    """A page that a hold can stop: `holdable` is the act it is, as holds name it ("chronology.share").

    While a hold stops it the page says so and shows nothing, but to those who have the permission `works_on` on the
    record: they prepare what is not to be shown yet.
    """

    permission: ClassVar[Permission | None]
    holdable: ClassVar[str] = ""
    works_on: ClassVar[Permission | None] = None
    review: Any = None

    def _stopped(self, target: models.Model | None) -> HttpResponseBase | None:
        """The page that stands in place of this one while a hold stops it; the refusal is recorded. None otherwise."""
        said = holding.stopped(self.holdable, self.review) if target else ""
        if not said or target is None or (self.works_on and reach.may(self.viewer, self.works_on, target)):
            return None
        acting.refuse(self.viewer, self.permission, target, type(self).__name__, held=self.holdable)
        return self.page("ui/on_hold.html", {"said": said}, status=403).render()


class AuditedView(Stoppable):
    """A page for someone signed in. Declares the permission it needs, or the class refuses to be made.

    The permission is asked of `target()`; None is for a page that shows each person what is theirs, by queries that
    the policy filters. What does not exist and what may not be seen give the same 404. What the page shows is noted
    with `shows()` and recorded before it leaves; if it cannot be recorded it is not shown.
    """

    reads: ClassVar[str] = "access.page_read"
    place = Place("")
    outcome = Outcome.DONE

    def __init_subclass__(cls, *, base: bool = False, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if not base and not isinstance(getattr(cls, "permission", ""), Permission | None):
            raise TypeError(f"{cls.__name__} declares no permission.")

    def answer(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Check the policy, answer, and record the read."""
        self.shown, self.read_detail = {}, {"page": type(self).__name__}
        target = self.target(**kwargs)
        if target is not None:
            self.place = place_of(target)
            self._check(target)
        if held := self._stopped(target):
            return held
        response = super().answer(request, *args, **kwargs)
        if isinstance(response, TemplateResponse):
            response.render()
        if isinstance(response, TemplateResponse) or response.status_code == 200:
            return self._recorded(request, response)
        return response

    def target(self, **where: Any) -> models.Model | None:
        """The record the permission is asked of. Raises Http404 where there is none."""
        return None

    def _check(self, target: models.Model) -> None:
        permission = self.permission
        if permission is None or not reach.may(self.viewer, permission, target):
            acting.refuse(self.viewer, permission, target, type(self).__name__)
            raise Http404

    def _recorded(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        try:
            record(
                self.reads,
                actor=str(self.viewer.pk),
                acting_as=_acting_as(self),
                board=self.place.board,
                review=self.place.review,
                outcome=self.outcome,
                objects=list(self.shown),
                detail=self.read_detail,
                request=acting.request_id.get(),
            )
        except DatabaseFault as fault:
            response.close()
            return unavailable(request, fault)
        return response


def _acting_as(view: AuditedView) -> list[str]:
    """The roles by which the viewer sees a page, from those that its frame has asked for, where it has one."""
    if view.permission is None:
        return []
    return roles_used(view.viewer, view.permission, view.place, getattr(view.request, HELD_HERE, None))


@compiled(reference=str)
def _review(reference: str) -> "models.QuerySet[Any]":
    found: models.QuerySet[Any] = apps.get_model("reviews", "Review").objects.select_related("board")
    return found.filter(reference=reference)


class ReviewView(AuditedView, base=True):
    """A page under /reviews/<reference>/. The permission is asked of the review unless a page is about one record."""

    permission: ClassVar[Permission]
    reads: ClassVar[str] = "reviews.page_read"
    review: Any

    def __init_subclass__(cls, *, base: bool = False, **kwargs: Any) -> None:
        super().__init_subclass__(base=base, **kwargs)
        if not base and cls.permission is None:
            raise TypeError(f"{cls.__name__} declares no permission.")
        holding.known(cls.holdable)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Find the review, and answer within its scope."""
        self.review = next(iter(_review(reference=kwargs.pop("reference"))), None)
        if self.review is None:
            raise Http404
        if one_time.only_review(request) not in ("", str(self.review.pk)):
            raise Http404
        request.review_here = self.review  # type: ignore[attr-defined]  # for the frame of the page
        with review_scope(self.review):
            return super().dispatch(request, *args, **kwargs)

    def target(self, **where: Any) -> models.Model:
        """The record the permission is asked of. Raises Http404 where there is none."""
        found: models.Model = self.review
        return found

    def page(self, template: str, context: dict[str, Any], *, status: int = 200) -> TemplateResponse:
        """The page, with the review in its frame."""
        return super().page(template, {"review": self.review, **context}, status=status)

    def _recorded(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if not self.shown:
            self.shows(self.review)
        return super()._recorded(request, response)
