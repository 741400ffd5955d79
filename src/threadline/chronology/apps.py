"""The chronology app."""

from django.apps import AppConfig

AGREES = "With this decision the merged timeline is agreed as it stands."
CONFIRMS = "Every key event that is proposed is confirmed with it, and bears the day and name of this meeting."


class ChronologyConfig(AppConfig):
    """Timelines and the merged chronology."""

    name = "threadline.chronology"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Take its place in the bar of a review and in what comes next."""
        from threadline.access.permissions import Permission
        from threadline.chronology import next, requirements, telling  # noqa: F401  # registers its checks
        from threadline.chronology.actions import key_events, reading
        from threadline.chronology.queries import naming, standing
        from threadline.documents import scanning
        from threadline.panel import papers, settling, sightings
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
        settling.add("merged_timeline_agreed", settling.Settles(AGREES, bar=key_events.no_timeline))
        settling.add("key_events_confirmed", settling.Settles(
            CONFIRMS, bar=key_events.no_key_event, seen=key_events.proposed_seen, act=key_events.confirm_all,
            undo=key_events.unconfirm_all,
        ))  # fmt: skip
        papers.add("agency_timelines", "chronology:sources", Permission.REVIEW_READ)
        papers.add("merged_timeline", "chronology:merged", Permission.CHRONOLOGY_READ)
        papers.add("key_events", "chronology:key_events", Permission.CHRONOLOGY_READ)
