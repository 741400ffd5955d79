"""What people do with a review itself. Each act checks the policy, is whole, and leaves one event."""

from threadline.reviews.actions.holding import keep_hold, place_hold, release_hold
from threadline.reviews.actions.opening import Dates, has_sent, judge, open_review
from threadline.reviews.actions.overtaking import Overtaken
from threadline.reviews.actions.packs import Faulty, change_pack, copy_pack, publish_pack
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
    "agree_scope",
    "begin_scope",
    "change_pack",
    "copy_pack",
    "has_sent",
    "judge",
    "keep_hold",
    "move_pack",
    "open_review",
    "place_hold",
    "propose_scope",
    "publish_pack",
    "release_hold",
    "return_scope",
    "set_aside_scope",
    "waive",
    "withdraw_waiver",
    "write_scope",
]
