"""What people do with a review itself. Each act checks the policy, is whole, and leaves one event."""

from threadline.reviews.actions.opening import Dates, change_review, has_sent, judge, open_review

__all__ = ["Dates", "change_review", "has_sent", "judge", "open_review"]
