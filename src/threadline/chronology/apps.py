"""The chronology app."""

from django.apps import AppConfig


class ChronologyConfig(AppConfig):
    """Timelines and the merged chronology."""

    name = "threadline.chronology"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Take its place in the bar of a review and in what comes next."""
        from threadline.access.permissions import Permission
        from threadline.chronology import next, requirements, telling  # noqa: F401  # registers its checks
        from threadline.chronology.actions import reading
        from threadline.chronology.queries import naming, standing
        from threadline.documents import scanning
        from threadline.panel import papers, sightings
        from threadline.reviews import actions, contributions, frame

        telling.register()
        frame.add_part(frame.PartOf("Timelines", "chronology:sources", 30, Permission.REVIEW_READ))
        frame.add_part(frame.PartOf("Chronology", "chronology:merged", 31, Permission.CHRONOLOGY_READ))
        frame.add_part(frame.PartOf("Questions", "chronology:questions", 32, Permission.QUESTION_ASK))
        frame.add_sentences(standing.sentences)
        frame.add_next(next.next_in)
        frame.add_changes(next.changed_in)
        actions.has_sent.append(next.sent)
        contributions.add_heard(next.heard)
        scanning.settled.append(reading.read_scanned)
        sightings.tell(naming.sightings)
        papers.add("agency_timelines", "chronology:sources", Permission.REVIEW_READ)
        papers.add("merged_timeline", "chronology:merged", Permission.CHRONOLOGY_READ)
        papers.add("key_events", "chronology:key_events", Permission.CHRONOLOGY_READ)
