"""Words that say who was there, where the children were, whether a child was seen, and who did what."""

from threadline.domain.chronology.linking.lexicon.listing import listed

PRESENT: tuple[str, ...] = listed(
    """
    attended, present, came, there, in attendance, at home, answered the door, joined, turned up, in the house,
    arrived, was in, took part, engaged, participated, came along, attended late, let us in, opened the door, home, at
    the property, with the toddler, at the house, at the address, at the flat, at the home, in the home, living there,
    in the property, in, came down, left early
    """
)
"""After somebody's name: that they were there."""

ABSENT: tuple[str, ...] = listed(
    """
    did not attend, didn't attend, absent, not present, did not come, didn't come, didn't turn up, did not turn up,
    failed to attend, not there, not seen, sent apologies, did not, didn't, not at home, apologies, failed to show,
    not in, no show, was out, out, did not show, unable to attend, not invited, away, not in attendance, no longer,
    wasn't there, was not in, did not arrive, not living
    """
)
"""After somebody's name: that they were not there."""

ABSENT_BEFORE: tuple[str, ...] = listed(
    """
    no sign of, apologies from, without, absence of, apologies received from, no sign, not with, no, apologies given
    for, apologies for, apologies sent by, apologies received for, apologies given by
    """
)
"""Before somebody's name: that they were not there."""

THERE: tuple[str, ...] = listed(
    """
    mother's arms, arms at the time, father's arms, in arms, in the living room, in the house, in the lounge, present,
    witnessed, saw it, seen it, upstairs, downstairs, at home, at the property, at the address, throughout, heard, in
    the next room, in the room, in the flat, in the cot, in the property, in the home, were there, witnessed the
    incident, in the kitchen, in the car, in the bedroom, were in, was in, at the scene, in her arms, in bed, at the
    premises, overheard, exposed to, in the vicinity, saw what happened, heard it all, saw everything, saw the,
    watched, heard everything, were home, was home, at home at the time, in the garden, in her room, in their room, in
    his room, in bed upstairs, asleep upstairs, in the same room, in the hallway, on the stairs
    """
)
"""Of children: that they were there when it happened."""

ELSEWHERE: tuple[str, ...] = listed(
    """
    neither child, neither of the, none of the children, no child was, nobody else, grandmother's, nan's, with their
    nan, with nan, with their grandmother, away, not at home, not at the address, not present, not in the house,
    staying with, at their grandfather's, with his aunt, with her aunt, not there, not at the property, no children,
    away with grandmother, with grandparents, at school, at nursery, elsewhere, at a friend's, staying at,
    grandfather's, grandparents', with maternal grandmother, with paternal grandmother, in the care of, out of the
    house, at his nan's, at her nan's, with a friend, with their father, at their father's, not with her, no child,
    not in the property, no kids
    """
)
"""Of children: that they were somewhere else."""

ASLEEP: tuple[str, ...] = listed(
    """
    asleep, sleeping, napping, having a nap, in bed asleep, not woken, not disturbed, in bed, nap, in his cot, in her
    cot, fast asleep, not awake, settled for the night
    """
)
NOT_SEEN: tuple[str, ...] = listed(
    """
    not seen, did not see, didn't see, not sighted, unable to see, wasn't seen, weren't seen, no sight of, not been
    seen, could not see, refused sight, not observed
    """
)
SEEN: tuple[str, ...] = listed(
    """
    seen, saw, spoke to, spoken to, spoken with, spoke with, awake, sighted, chatting, playing, observed, appeared
    well, alert, interacting, handled, seen and spoken to, chatted, awake and alert, happy, undressed, engaged, seen
    awake, presented well
    """
)
ALONE: tuple[str, ...] = listed(
    """
    seen alone, spoken to alone, on her own, on his own, seen on her own, seen on his own, spoke to her alone, spoke
    to him alone, seen by herself, seen by himself, spoken with alone, spoke alone
    """
)
NOT_ALONE: tuple[str, ...] = listed(
    """
    not seen alone, with mother in the room, with mum in the room, mother stayed, not alone, mother present throughout
    conversation, in the presence of, with mother present, mum stayed, not spoken to alone, unable to see alone, in
    front of, with parent in the room, with father in the room, refused to leave
    """
)
"""Whether the child was seen, and how."""

BRINGING: tuple[str, ...] = listed(
    """
    by,
    brought by, brought in by, accompanied by, attended with, arrived with, came with, presented with, brought in
    with, with, taken by, brought to hospital by, in the company of, attended by, escorted by, brought in to a&e by,
    by ambulance with, bib
    """
)
REPORTING: tuple[str, ...] = listed(
    """
    reported missing by, missing by, misper by, reported by, call by, called by, 999 by, informant, call from, alerted
    by, emergency call by, report from, raised by
    """
)
VOUCHING: tuple[str, ...] = listed(
    """
    appropriate adult, aa, acted as appropriate adult, with appropriate adult, as appropriate adult
    """
)
GIVING: tuple[str, ...] = listed(
    """
    given by, administered by, supervised by, cared for by, in the care of, left with, looked after by, collected by,
    placed with, minded by
    """
)
"""Who did what, by the words before (or, for an appropriate adult, beside) the person."""
