"""Every permission there is. A new page or act names one of these or adds one."""

from enum import StrEnum


class Permission(StrEnum):
    """What may be done."""

    REVIEW_READ = "review.read"
    REVIEW_OPEN = "review.open"
    REVIEW_WRITE = "review.write"
    PERSON_READ = "person.read"
    PERSON_WRITE = "person.write"
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
    AUDIT_READ = "audit.read"
