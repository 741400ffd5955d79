"""The records of the threshold: referrals and their test, decisions, what national bodies were told, letters."""

from threadline.threshold.models.deciding import Decision, Recommendation
from threadline.threshold.models.referral import Answer, Assessment, Referral
from threadline.threshold.models.tasking import Letter
from threadline.threshold.models.telling import Advice, Body, Telling

__all__ = ["Advice", "Answer", "Assessment", "Body", "Decision", "Letter", "Recommendation", "Referral", "Telling"]
