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
from threadline.chronology.actions.family import Lived, add_moment, take_out_moment
from threadline.chronology.actions.filtering import keep_view
from threadline.chronology.actions.key_events import (
    Confirmation,
    change_episode,
    change_key_event,
    confirm_key_event,
    make_episode,
    mark_key_event,
    put_back_key_event,
    set_aside_key_event,
    take_out_episode,
)
from threadline.chronology.actions.linking import find_now, judge, look_for_pairs, look_soon, take_back
from threadline.chronology.actions.notes import change_note, forget_view, name_view, remove_note, write_note
from threadline.chronology.actions.reading import read_again, read_now, resume_interrupted
from threadline.chronology.actions.receiving import Received, receive, receive_all, receive_from
from threadline.chronology.actions.sharing import Shared, record_sharing, take_back_sharing

__all__ = [
    "AlreadyTyped",
    "Confirmation",
    "Lived",
    "Overtaken",
    "Received",
    "Settlement",
    "Shared",
    "Told",
    "accept",
    "add_moment",
    "change_entry",
    "change_episode",
    "change_key_event",
    "change_note",
    "choose_columns",
    "choose_table",
    "confirm_key_event",
    "find_now",
    "forget_view",
    "judge",
    "keep_view",
    "look_for_pairs",
    "look_soon",
    "make_episode",
    "mark_key_event",
    "name_agency",
    "name_view",
    "put_back_key_event",
    "read_again",
    "read_now",
    "read_when",
    "receive",
    "receive_all",
    "receive_from",
    "record_sharing",
    "reinstate",
    "remove_entry",
    "remove_note",
    "resume_interrupted",
    "say_standing",
    "seen_of",
    "set_aside_key_event",
    "settle_row",
    "take_back",
    "take_back_sharing",
    "take_out_episode",
    "take_out_moment",
    "type_entry",
    "withdraw",
    "write_note",
]
