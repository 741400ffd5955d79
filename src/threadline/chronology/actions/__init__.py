"""What people do with timelines and entries. Each act checks the policy, is whole, and leaves one event."""

from threadline.chronology.actions.accepting import accept, reinstate, say_standing, withdraw
from threadline.chronology.actions.correcting import (
    Overtaken,
    Settlement,
    choose_columns,
    choose_table,
    name_agency,
    seen_of,
    settle_row,
)
from threadline.chronology.actions.entries import AlreadyTyped, Told, change_entry, read_when, remove_entry, type_entry
from threadline.chronology.actions.filtering import keep_view
from threadline.chronology.actions.reading import read_again, read_now, resume_interrupted
from threadline.chronology.actions.receiving import Received, receive, receive_all, receive_from

__all__ = [
    "AlreadyTyped",
    "Overtaken",
    "Received",
    "Settlement",
    "Told",
    "accept",
    "change_entry",
    "choose_columns",
    "choose_table",
    "keep_view",
    "name_agency",
    "read_again",
    "read_now",
    "read_when",
    "receive",
    "receive_all",
    "receive_from",
    "reinstate",
    "remove_entry",
    "resume_interrupted",
    "say_standing",
    "seen_of",
    "settle_row",
    "type_entry",
    "withdraw",
]
