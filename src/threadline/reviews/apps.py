"""The reviews app."""

from django.apps import AppConfig


class ReviewsConfig(AppConfig):
    """Reviews and their contributing agencies."""

    name = "threadline.reviews"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Put the list of reviews in the navigation, a review's own bar on its pages, and who is here in the header."""
        from datetime import time

        from threadline.access import holding
        from threadline.access.permissions import Permission
        from threadline.jobs import schedule
        from threadline.reviews import frame, here, next, rounds
        from threadline.reviews.queries import holds
        from threadline.ui import navigation

        holding.ask_holds_with(holds.stops)
        schedule.daily("reviews.holds", rounds.remind_of_holds, at=time(6, 40))
        frame.add_part(frame.PartOf("Scope", "reviews:scope", 5, Permission.REVIEW_READ))
        frame.add_part(frame.PartOf("Timetable", "reviews:timetable", 6, Permission.REVIEW_READ))
        frame.add_part(frame.PartOf("Proceedings", "reviews:processes", 7, Permission.PROCESS_READ))
        frame.add_next(next.next_in)
        frame.add_changes(next.changed_in)
        navigation.add(navigation.Item("Reviews", "reviews:list", order=20))
        navigation.describe_review_with(frame.bar)
        navigation.describe_person_with(here.person)
        navigation.name_board_with(here.board)
