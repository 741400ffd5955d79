"""What people do with a review itself. Each act checks the policy, is whole, and leaves one event."""

from threadline.reviews.actions.holding import keep_hold, place_hold, release_hold
from threadline.reviews.actions.opening import Dates, change_review, has_sent, judge, open_review
from threadline.reviews.actions.overtaking import Overtaken

__all__ = [
    "Dates",
    "Overtaken",
    "change_review",
    "has_sent",
    "judge",
    "keep_hold",
    "open_review",
    "place_hold",
    "release_hold",
]
