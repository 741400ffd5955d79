"""Audit events of the panel area."""

from threadline.audit.registry import Kind, register

register(
    Kind("panel.members_read", "looked at the Panel"),
    Kind("panel.member_read", "looked at a member of the Panel"),
    Kind("panel.own_part_read", "looked at their own part in the Panel"),
    Kind("panel.appointed", "appointed somebody as {post}", keeps=("post",)),
    Kind("panel.changed", "changed the entry of a member of the Panel"),
    Kind("panel.left", "ended somebody's part as {post}", keeps=("post",)),
    Kind("panel.declared", "signed a declaration of independence: {state}", keeps=("state",)),
    Kind("panel.declared_on_paper", "recorded a declaration signed on paper: {state}", keeps=("state",)),
    Kind("panel.overridden", "let somebody serve in spite of what was found, with reasons"),
    Kind("panel.recused", "recused somebody, which ended their access"),
    Kind("panel.recruitment_recorded", "recorded a safe-recruitment check"),
    Kind("panel.co_reviewer_considered", "recorded whether a co-reviewer is needed"),
    Kind("panel.meetings_read", "looked at the meetings of the Panel"),
    Kind("panel.meeting_read", "looked at a meeting"),
    Kind("panel.meeting_called", "called a meeting"),
    Kind("panel.meeting_moved", "changed when or where a meeting is"),
    Kind("panel.meeting_cancelled", "cancelled a meeting"),
    Kind("panel.invitation_taken", "took a calendar file of a meeting"),
    Kind("panel.attendance_recorded", "recorded who attended a meeting"),
    Kind("panel.noted", "wrote a note of a meeting"),
    Kind("panel.decided", "recorded a decision of a meeting: {decision}", keeps=("decision",)),
    Kind("panel.action_given", "recorded an action of a meeting"),
    Kind("panel.action_done", "recorded that an action of a meeting is done"),
    Kind("panel.minutes_saved", "wrote the minutes of a meeting"),
    Kind("panel.minutes_approved", "approved the minutes of a meeting"),
    Kind("panel.minutes_taken", "took the minutes of a meeting away as a Word file"),
    Kind("panel.absent_told", "told those who missed a meeting what it decided"),
)
