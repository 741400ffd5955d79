"""How a kind of event is described."""

from dataclasses import dataclass

from threadline.domain.chronology.linking.lexicon.listing import listed


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of event that agencies record.

    `cues` are phrases that show it; parts joined by " + " must stand in one sentence, a part after "!" must not.
    `hints` show it less surely. `own_cues` show it in the entries of its `owners`, the agencies that see such things
    at first hand: what others write of it is news. `weight` says how much two entries of this kind on one day speak
    for one event (points, see `scoring`). `together` is true of meetings and visits, where those who write were
    there; otherwise news of it may be recorded up to `lag` days later. `focus` says whose event it is where that
    matters. `routine` kinds are an agency's ordinary business and never link on their own.
    """

    name: str
    label: str
    cues: tuple[str, ...]
    hints: tuple[str, ...] = ()
    weight: float = 2.5
    together: bool = False
    lag: int = 5
    focus: bool = False
    routine: bool = False
    fits: tuple[str, ...] = ()
    owners: frozenset[str] = frozenset()
    own_cues: tuple[str, ...] = ()


GROUPS: dict[str, tuple[str, ...]] = {
    "meeting": listed(
        """
        meeting, mtg, discussion, disc, consultation, call, conversation, teleconference, mting
        """
    ),
    "sitting": ("meeting", "mtg", "review", "conference", "panel"),
    "visit": listed(
        """
        visit, home visit, visits, visited, h/v, home call, contact at home, contact at the home, hv with, appointment
        at home
        """
    ),
    "home": listed(
        """
        went to the home, went to the house, to the home with, to the house with, at the home with, seen at home with,
        home with, called at the house, called at the home, to see the family, attended the home, attended the
        address, accompanied, to the address with, to the flat with, met at the house
        """
    ),
    "rang": listed(
        """
        rang, called, phoned, telephoned, call from, contacted, spoke to, told, reported, worried, concerned, concern,
        concerns, anxious, upset, report from, complained, complaint, tel call from, telephone call from, t/c from,
        attended clinic, popped in, raised, expressed, left a message, message from, frightened, scared, in tears,
        fears, unhappy, spoke with, says, said, telephone call, alleges, alleged, tells, rings, referral from, voiced
        """
    ),
    "hit": listed(
        """
        hit, punched, pushed, grabbed, kicked, strangled, throttled, slapped, threatened, attacked, beaten, beat,
        headbutted, assaulted, assault, choked, dragged, bit, spat, smashed, abh, gbh, common assault, violent,
        violence, struck, shoved, hurt, injured, battered, assaulting, threw, thrown, smashing, pinned, headlock,
        knocked, slapping, hitting, punching, kicking, hair, throat, strangling, pulled, smacked, lashed, spitting,
        swung, stamped, barged, attacking, attack, kick, bottled, beating, threatening, hurting, abused
        """
    ),
    "fight": listed(
        """
        row, rowing, fight, fighting, argument, arguing, violence, violent, disturbance, altercation, screaming,
        incident, smashing, dispute, quarrel, falling out, shouting, disagreement
        """
    ),
}
"""Words of which a cue may use any in place of `{name}`."""
