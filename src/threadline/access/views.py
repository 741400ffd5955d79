"""`ReviewView`: the base of every page inside a review. Deny by default, read recorded before the page is shown."""

from typing import Any, ClassVar

from django.apps import apps
from django.db import DatabaseError, models, transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.template.response import TemplateResponse
from django.views.generic import View

from threadline.access import acting, reach
from threadline.access.permissions import Permission
from threadline.access.scope import review_scope
from threadline.audit.trail import Short, record


class ReviewView(View):
    """A page under /reviews/<reference>/. Declares the permission it needs, or the class refuses to be made.

    The permission is asked of `target()`: the review itself unless a page is about one record. What does not exist and
    what may not be seen give the same 404. What the page shows is noted with `shows()` and recorded before it leaves;
    if it cannot be recorded it is not shown.
    """

    permission: ClassVar[Permission]
    reads: ClassVar[str] = "reviews.page_read"
    review: Any

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if not isinstance(getattr(cls, "permission", None), Permission):
            raise TypeError(f"{cls.__name__} declares no permission.")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Find the review, check the policy, answer, and record the read."""
        self.shown: dict[str, None] = {}
        self.read_detail: dict[str, Short] = {"page": type(self).__name__}
        reviews = apps.get_model("reviews", "Review").objects.select_related("board")
        self.review = reviews.filter(reference=kwargs.pop("reference")).first()
        if self.review is None:
            raise Http404
        with review_scope(self.review):
            target = self.target(**kwargs)
            if not reach.may(request.user, self.permission, target):  # type: ignore[arg-type]  # signed in by middleware
                acting.refuse(request.user, self.permission, target, type(self).__name__)  # type: ignore[arg-type]
                raise Http404
            response = super().dispatch(request, *args, **kwargs)
            if isinstance(response, TemplateResponse):
                response.render()
            if isinstance(response, TemplateResponse) or response.status_code == 200:
                return self._recorded(request, response)
            return response

    def target(self, **kwargs: Any) -> models.Model:
        """The record the permission is asked of. Raises Http404 where there is none."""
        found: models.Model = self.review
        return found

    def one(self, queryset: "models.QuerySet[Any]", **lookup: Any) -> Any:
        """The one record so looked up within the review. Raises Http404."""
        found = queryset.filter(**lookup).first()
        if found is None:
            raise Http404
        return found

    def shows(self, *records: models.Model, **detail: Short) -> None:
        """Note what the page shows, for the audit event."""
        self.shown.update({f"{each._meta.label_lower}:{each.pk}": None for each in records})
        self.read_detail.update(detail)

    def page(self, template: str, context: dict[str, Any], *, status: int = 200) -> TemplateResponse:
        """The page, with the review in its frame."""
        return TemplateResponse(self.request, template, {"review": self.review, **context}, status=status)

    def _recorded(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        user: Any = request.user
        where = {"board": str(self.review.board_id), "review": str(self.review.pk)}
        try:
            with transaction.atomic():
                record(
                    self.reads,
                    actor=str(user.pk),
                    acting_as=acting.acting_as(user, self.permission, **where),
                    objects=list(self.shown)[:50] or [f"reviews.review:{self.review.pk}"],
                    detail=self.read_detail,
                    request=acting.request_id.get(),
                    **where,
                )
        except DatabaseError:
            response.close()
            unavailable: HttpResponse = render(request, "ui/503.html", status=503)
            unavailable.headers["Retry-After"] = "30"
            return unavailable
        return response
