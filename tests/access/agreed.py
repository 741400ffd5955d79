"""The policy as the Board's information governance lead agreed to it: who may do what, and how far it carries.

`board`: every review of the holder's Board. `review`: the whole of the holder's review. `agency`: what is the holder's
agency's in the review. After a colon, the state a thing must be in. A change of the policy is a change of two files:
this one is the agreement, `access/policy.py` is what is enforced, and a test holds the two together.
"""

_TABLE = """
#                     business_manager  independent_chair lead_reviewer     panel_member      saar_author
review.read           board             board             review            review            review
review.open           board             -                 -                 -                 -
review.write          board             -                 -                 -                 -
person.read           board             board             review            review            -
person.write          board             -                 review            -                 -
document.read         board             -                 review            -                 agency
sources.read          board             board             review            review            agency
timeline.read         board             board:accepted    review            review:accepted   agency
timeline.upload       board             -                 review            -                 agency
timeline.check        board             -                 review            -                 agency:open
timeline.accept       board             -                 review            -                 -
timeline.withdraw     board             -                 review            -                 -
entry.read            board             board:accepted    review            review:accepted   agency
entry.write           board             -                 review            -                 -
chronology.read       board             board             review            review            -
chronology.export     board             -                 review            -                 -
audit.read            board             board             -                 -                 -
role.read             board             board             review            -                 -
role.give             board             -                 -                 -                 -
role.give_at_board    -                 board             -                 -                 -
"""
_LINES = [line.split() for line in _TABLE.splitlines() if line]
ROLES = _LINES[0][1:]
AGREED = {
    (role, permission): reach
    for permission, *reaches in _LINES[1:]
    for role, reach in zip(ROLES, reaches, strict=True)
    if reach != "-"
}
