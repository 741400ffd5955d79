"""Every permission there is. A new page or act names one of these or adds one."""

from enum import StrEnum


class Permission(StrEnum):
    """What may be done."""

    REVIEW_READ = "review.read"
    REVIEW_OPEN = "review.open"
    REVIEW_WRITE = "review.write"
    PERSON_READ = "person.read"
    PERSON_WRITE = "person.write"
    PERSON_ADDRESS = "person.address"
    DOCUMENT_READ = "document.read"
    SOURCES_READ = "sources.read"
    TIMELINE_READ = "timeline.read"
    TIMELINE_UPLOAD = "timeline.upload"
    TIMELINE_CHECK = "timeline.check"
    TIMELINE_ACCEPT = "timeline.accept"
    TIMELINE_WITHDRAW = "timeline.withdraw"
    ENTRY_READ = "entry.read"
    ENTRY_WRITE = "entry.write"
    CHRONOLOGY_READ = "chronology.read"
    CHRONOLOGY_EXPORT = "chronology.export"
    CHRONOLOGY_OVERSEE = "chronology.oversee"
    EVENT_LINK = "event.link"
    SHARING_WRITE = "sharing.write"
    KEY_EVENT_WRITE = "key_event.write"
    KEY_EVENT_CONFIRM = "key_event.confirm"
    NOTE_READ = "note.read"
    NOTE_WRITE = "note.write"
    QUESTION_READ = "question.read"
    QUESTION_ASK = "question.ask"
    QUESTION_ANSWER = "question.answer"
    AID_WRITE = "aid.write"
    AGENCY_DESK = "agency.desk"
    DRAFT_READ = "draft.read"
    DRAFT_WRITE = "draft.write"
    TIMELINE_SIGN = "timeline.sign"
    AUDIT_READ = "audit.read"
    ROLE_READ = "role.read"
    ROLE_GIVE = "role.give"
    BOARD_ROLE_GIVE = "role.give_at_board"
    ACCOUNT_HELP = "account.help"
    OWN_PART_READ = "own_part.read"
    POSITION_READ = "position.read"
    REQUIREMENT_WAIVE = "requirement.waive"
    METHOD_MOVE = "method.move"
    METHOD_READ = "method.read"
    METHOD_WRITE = "method.write"
    REFERRAL_READ = "referral.read"
    REFERRAL_WRITE = "referral.write"
    THRESHOLD_READ = "threshold.read"
    THRESHOLD_RECOMMEND = "threshold.recommend"
    THRESHOLD_DECIDE = "threshold.decide"
    BODIES_TELL = "bodies.tell"
    LETTER_READ = "letter.read"
    LETTER_SEND = "letter.send"
    LETTER_ACKNOWLEDGE = "letter.acknowledge"
    INDEPENDENCE_DECLARE = "independence.declare"
    SCOPE_READ = "scope.read"
    SCOPE_WRITE = "scope.write"
    SCOPE_AGREE = "scope.agree"
    TIMETABLE_WRITE = "timetable.write"
    TIMETABLE_AGREE = "timetable.agree"
    PROCESS_READ = "process.read"
    PROCESS_WRITE = "process.write"
    PROCESS_CONFIRM = "process.confirm"
    CONTACT_READ = "contact.read"
    HOLD_PLACE = "hold.place"
    HOLD_RELEASE = "hold.release"
    PANEL_READ = "panel.read"
    PANEL_WRITE = "panel.write"
    INDEPENDENCE_READ = "independence.read"
    INDEPENDENCE_DECIDE = "independence.decide"
    MEETING_WRITE = "meeting.write"
    MINUTES_APPROVE = "minutes.approve"

    @property
    def says(self) -> str:
        """What may be done, in words that complete "may …"."""
        return SAYS[self]


SAYS = {
    Permission.REVIEW_READ: "open the review",
    Permission.REVIEW_OPEN: "open a new review",
    Permission.REVIEW_WRITE: "change how the review is set up",
    Permission.PERSON_READ: "read the register of people",
    Permission.PERSON_WRITE: "change the register of people",
    Permission.PERSON_ADDRESS: "see, for a reason on record, where people live and how it is safe to reach them",
    Permission.DOCUMENT_READ: "download files as they were received",
    Permission.SOURCES_READ: "see which agencies were asked and what they sent",
    Permission.TIMELINE_READ: "read an agency's timeline",
    Permission.TIMELINE_UPLOAD: "send a timeline",
    Permission.TIMELINE_CHECK: "check how a timeline was read",
    Permission.TIMELINE_ACCEPT: "accept a timeline",
    Permission.TIMELINE_WITHDRAW: "withdraw a timeline",
    Permission.ENTRY_READ: "read the entries",
    Permission.ENTRY_WRITE: "type and change entries",
    Permission.CHRONOLOGY_READ: "read the merged chronology",
    Permission.CHRONOLOGY_EXPORT: "export the merged chronology",
    Permission.CHRONOLOGY_OVERSEE: "read the chronology while a hold keeps it from the Panel",
    Permission.EVENT_LINK: "say which entries record one event",
    Permission.SHARING_WRITE: "record who was told of an event at the time",
    Permission.KEY_EVENT_WRITE: "mark key events and say why they made sense",
    Permission.KEY_EVENT_CONFIRM: "record that the panel confirmed a key event",
    Permission.NOTE_READ: "read the panel's notes and named views",
    Permission.NOTE_WRITE: "write notes and name views",
    Permission.QUESTION_READ: "read questions to agencies and their answers",
    Permission.QUESTION_ASK: "ask agencies questions, and set questions aside",
    Permission.QUESTION_ANSWER: "answer a question to their agency",
    Permission.AID_WRITE: "keep the glossary, mark facts as disputed, correct words and order a day",
    Permission.AGENCY_DESK: "work on their agency's own part",
    Permission.DRAFT_READ: "read the timeline their agency is typing",
    Permission.DRAFT_WRITE: "type their agency's timeline",
    Permission.TIMELINE_SIGN: "sign off their agency's timeline",
    Permission.AUDIT_READ: "see who has looked",
    Permission.ROLE_READ: "see who has which role",
    Permission.ROLE_GIVE: "give and end roles in reviews",
    Permission.BOARD_ROLE_GIVE: "give and end roles at the Board",
    Permission.ACCOUNT_HELP: "help people to sign in again",
    Permission.OWN_PART_READ: "see what is asked of them and who to turn to",
    Permission.POSITION_READ: "see where the review stands against every requirement",
    Permission.REQUIREMENT_WAIVE: "waive a requirement, where the method leaves it to the role",
    Permission.METHOD_MOVE: "move the review to another version of the method",
    Permission.METHOD_READ: "see the Board's own versions of the method",
    Permission.METHOD_WRITE: "copy, change and publish the Board's own versions of the method",
    Permission.REFERRAL_READ: "read the register of referrals",
    Permission.REFERRAL_WRITE: "record referrals and answer the threshold test",
    Permission.THRESHOLD_READ: "read why the review was commissioned",
    Permission.THRESHOLD_RECOMMEND: "record the threshold meeting's recommendation",
    Permission.THRESHOLD_DECIDE: "decide whether a review is commissioned",
    Permission.BODIES_TELL: "record what national bodies were told and advised",
    Permission.LETTER_READ: "read the letters to agencies",
    Permission.LETTER_SEND: "send letters to agencies",
    Permission.LETTER_ACKNOWLEDGE: "acknowledge a letter to an agency",
    Permission.INDEPENDENCE_DECLARE: "declare what links them to the case",
    Permission.SCOPE_READ: "read the whole scope of the review, and its earlier versions",
    Permission.SCOPE_WRITE: "prepare and propose a scope",
    Permission.SCOPE_AGREE: "agree a scope, or send it back",
    Permission.TIMETABLE_WRITE: "draw up the timetable and move its dates",
    Permission.TIMETABLE_AGREE: "agree the timetable",
    Permission.PROCESS_READ: "read which proceedings run beside the review",
    Permission.PROCESS_WRITE: "record proceedings, and what was said with those who lead them",
    Permission.PROCESS_CONFIRM: "confirm which proceedings run beside the review",
    Permission.CONTACT_READ: "read what was said with police, prosecution, coroner and courts",
    Permission.HOLD_PLACE: "place a hold, and say that it must go on",
    Permission.HOLD_RELEASE: "release a hold",
    Permission.PANEL_READ: "see who is on the Panel, its meetings and what they decided",
    Permission.PANEL_WRITE: "appoint to the Panel and keep its record",
    Permission.INDEPENDENCE_READ: "read declarations of independence and what was found",
    Permission.INDEPENDENCE_DECIDE: "decide about somebody's independence",
    Permission.MEETING_WRITE: "call meetings and keep their record",
    Permission.MINUTES_APPROVE: "approve the minutes of meetings they chaired",
}
