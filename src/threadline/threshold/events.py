"""Audit events of the threshold: ids and short values, never what the case is about."""

from threadline.audit.registry import Kind, register

register(
    Kind("threshold.register_read", "looked at the register of referrals"),
    Kind("threshold.referral_read", "looked at a referral ({page})", keeps=("page",)),
    Kind("threshold.referred", "recorded a referral"),
    Kind("threshold.referral_changed", "changed a referral"),
    Kind("threshold.answered", "answered a question of the threshold test ({limb})", keeps=("limb",)),
    Kind("threshold.taken_up_again", "took the threshold test up again"),
    Kind("threshold.recommended", "recorded the threshold meeting's recommendation ({option})", keeps=("option",)),
    Kind("threshold.decided", "recorded the Chair's decision ({option})", keeps=("option", "result")),
    Kind(
        "threshold.bodies_told", "recorded that national bodies were told of the decision ({bodies})", keeps=("bodies",)
    ),
    Kind("threshold.telling_taken_back", "took back that a national body was told"),
    Kind("threshold.advice_received", "recorded a national body's advice"),
    Kind("threshold.advice_answered", "recorded the Board's answer to advice"),
    Kind("threshold.commissioning_read", "looked at why the review was commissioned"),
    Kind("threshold.letters_read", "looked at the letters to agencies"),
    Kind("threshold.letter_read", "looked at a letter to an agency"),
    Kind("threshold.letter_taken", "took a letter away as a Word document"),
    Kind("threshold.tasked", "asked agencies for their timelines by letter: {letters}", keeps=("letters",)),
    Kind("threshold.reminded", "reminded an agency of its timeline"),
    Kind("threshold.letter_acknowledged", "acknowledged a letter"),
)
