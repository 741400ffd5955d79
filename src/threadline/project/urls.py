"""Every address of the service. What is not listed here does not exist."""

from django.urls import include, path

from threadline.administration.urls import readers
from threadline.desk.urls import of_review
from threadline.reviews.urls import urlpatterns as of_reviews
from threadline.threshold.urls import referrals

handler400 = "threadline.ui.errors.bad_request"
handler403 = "threadline.ui.errors.forbidden"
handler404 = "threadline.ui.errors.not_found"
handler500 = "threadline.ui.errors.server_error"

urlpatterns = [
    path("", include("threadline.desk.urls")),
    path("", include("threadline.ui.urls")),
    path("account/", include("threadline.accounts.urls")),
    path("reviews/", include(([*of_reviews, *of_review], "reviews"))),
    path("reviews/<slug:reference>/files/", include("threadline.documents.urls")),
    path("reviews/<slug:reference>/chronology/", include("threadline.chronology.urls")),
    path("reviews/<slug:reference>/people/", include("threadline.people.urls")),
    path("reviews/<slug:reference>/threshold/", include("threadline.threshold.urls")),
    path("reviews/<slug:reference>/panel/", include("threadline.panel.urls")),
    path("reviews/<slug:reference>/access/", include(readers)),
    path("referrals/", include(referrals)),
    path("notices/", include("threadline.notices.urls")),
    path("administration/", include("threadline.administration.urls")),
]
