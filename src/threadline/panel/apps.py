"""The panel app."""

from django.apps import AppConfig


class PanelConfig(AppConfig):
    """The panel of a review: its members, their independence, its meetings and decisions."""

    name = "threadline.panel"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Take its place in the bar of a review and in what comes next; new roles of a post begin suspended."""
        from datetime import time

        from threadline.access import holdings
        from threadline.access.permissions import Permission
        from threadline.jobs import schedule
        from threadline.notices import kinds
        from threadline.panel import next, next_meetings, papers, requirements, rounds  # noqa: F401  (requirements register themselves)
        from threadline.panel.actions import access, settling
        from threadline.panel.actions.meeting import CANCELLED, CANCELLED_SAYS, PAPERS, PAPERS_SAY
        from threadline.people import changed
        from threadline.reviews import frame

        frame.add_part(frame.PartOf("Panel", "panel:members", 12, Permission.PANEL_READ))
        frame.add_part(frame.PartOf("Meetings", "panel:meetings", 13, Permission.PANEL_READ))
        frame.add_next(next.next_in)
        frame.add_asked(next.asked_of)
        frame.add_next(next_meetings.next_in)
        frame.add_sentences(next_meetings.sentences)
        frame.add_sentences(next.sentences)
        holdings.add_condition(access.appointed_with)
        changed.tell(access.recheck)
        settling.register()
        kinds.register(rounds.LATE)
        schedule.daily("panel.actions", rounds.remind_of_actions, at=time(6, 50))
        kinds.register(kinds.Kind(CANCELLED, "{{ reference }}: {{ meeting }} cancelled", CANCELLED_SAYS))
        kinds.register(kinds.Kind(PAPERS, "{{ reference }}: papers of the {{ meeting }}", PAPERS_SAY))
        papers.add("referral", "threshold:commissioning", Permission.THRESHOLD_READ)
        papers.add("threshold_answers", "threshold:commissioning", Permission.THRESHOLD_READ)
        papers.add("scope", "reviews:scope", Permission.SCOPE_READ)
        papers.add("timetable", "reviews:timetable", Permission.REVIEW_READ)
        papers.add("holds", "reviews:processes", Permission.PROCESS_READ)
        papers.add("declarations", "panel:members", Permission.PANEL_READ)
        papers.add("attendance", "panel:meetings", Permission.PANEL_READ)
