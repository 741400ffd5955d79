"""The reviews app."""

from django.apps import AppConfig


class ReviewsConfig(AppConfig):
    """Reviews and their contributing agencies."""

    name = "threadline.reviews"
    default_auto_field = "django.db.models.BigAutoField"
