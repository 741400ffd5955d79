"""What can be done: refer, answer, recommend, decide, tell the national bodies, task the agencies."""

from threadline.threshold.actions.answering import Given, answer, take_up_again
from threadline.threshold.actions.current import Overtaken
from threadline.threshold.actions.deciding import Opening, Proposal, Ruling, decide, recommend
from threadline.threshold.actions.referring import Facts, change_referral, refer
from threadline.threshold.actions.tasking import Asking, acknowledge, remind, task
from threadline.threshold.actions.telling import Told, record_advice, reply_to_advice, take_back, tell

__all__ = [
    "Asking", "Facts", "Given", "Opening", "Overtaken", "Proposal", "Ruling", "Told", "acknowledge", "answer",
    "change_referral", "decide", "recommend", "record_advice", "refer", "remind", "reply_to_advice", "take_back",
    "take_up_again", "task", "tell",
]  # fmt: skip
