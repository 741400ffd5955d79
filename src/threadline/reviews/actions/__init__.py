"""What people do with a review itself. Each act checks the policy, is whole, and leaves one event."""

from threadline.reviews.actions.holding import keep_hold, place_hold, release_hold
from threadline.reviews.actions.opening import Dates, UnderWay, commission, has_sent, judge, open_review
from threadline.reviews.actions.overtaking import Overtaken
from threadline.reviews.actions.packs import Faulty, change_pack, copy_pack, publish_pack
from threadline.reviews.actions.planning import (
    add_milestone,
    agree_timetable,
    close_day,
    closing,
    draw_up_timetable,
    move_milestone,
    preview,
)
from threadline.reviews.actions.proceedings import (
    ProcessSaid,
    add_process,
    change_process,
    confirm_processes,
    none_known,
    record_contact,
    settle_process,
)
from threadline.reviews.actions.scoping import (
    agree_scope,
    begin_scope,
    propose_scope,
    return_scope,
    set_aside_scope,
    write_scope,
)
from threadline.reviews.actions.standing import move_pack, waive, withdraw_waiver

__all__ = [
    "Dates",
    "Faulty",
    "Overtaken",
    "ProcessSaid",
    "UnderWay",
    "add_milestone",
    "add_process",
    "agree_scope",
    "agree_timetable",
    "begin_scope",
    "change_pack",
    "change_process",
    "close_day",
    "closing",
    "commission",
    "confirm_processes",
    "copy_pack",
    "draw_up_timetable",
    "has_sent",
    "judge",
    "keep_hold",
    "move_milestone",
    "move_pack",
    "none_known",
    "open_review",
    "place_hold",
    "preview",
    "propose_scope",
    "publish_pack",
    "record_contact",
    "release_hold",
    "return_scope",
    "set_aside_scope",
    "settle_process",
    "waive",
    "withdraw_waiver",
    "write_scope",
]
