"""Pages of the frame itself: what was kept, and the catalogue of components where it is wanted."""

from django.conf import settings
from django.urls import path

from threadline.ui import views

urlpatterns = [path("kept/", views.KeptForm.as_view(), name="kept")]

if settings.DEBUG or settings.EXAMPLE:
    urlpatterns.append(path("components/", views.Catalogue.as_view(), name="components"))
