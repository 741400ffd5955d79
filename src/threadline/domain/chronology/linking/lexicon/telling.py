"""Who told whom: the words with which an entry says that it was told, that it told, or that it acted together with
another.
"""

from threadline.domain.chronology.linking.lexicon.listing import listed

TOLD_NOUNS: tuple[str, ...] = listed(
    """
    call, phone call, telephone call, t/c, tc, tel call, contact, referral, notification, letter, report, reports,
    information, info, e-mail, email, message, slip, form, copy, request, update, alert, discharge summary, enquiry,
    concern, disclosure, summary, safeguarding form, cause for concern, voicemail, fax, telephone contact, text, news,
    correspondence, feedback, intelligence, complaint, handover, details, paperwork, minutes, safeguarding referral,
    vulnerable person report, vulnerable child report, safeguarding alert, discharge letter, discharge form, incident
    form, custody notification, information request, record, liaison, phone, word
    """
)
"""Things that carry news: "call from", "letter by", "police notification"."""

TELL_VERBS: tuple[str, ...] = listed(
    """
    rang, ring, rung, called, calls, phoned, telephoned, advised, advise, informed, informs, inform, reported,
    reports, report, notified, notify, notifies, told, tells, confirmed, confirm, confirms, e-mailed, emailed,
    contacted, shared, stated, states, wrote, raised, alerted, passed, requested, asked, queried, pointed out, made
    contact, made us aware, reporting, referred, says, said, expressed, mentioned, discussed, updated, rings
    """
)

TOLD_PASSIVE: tuple[str, ...] = listed(
    """
    informed by, notified by, told by, advised by, contacted by, alerted by, consulted by, phoned by, called by, rung
    by, referred by, made aware by, reported by, shared by, passed on by, passed by, requested by, received from,
    heard from, learnt from, learned from, seen by, request of, updated by, approached by, e-mailed by, asked by,
    invited by, referral by, report by, from, according to
    """
)
"""Followed within a few words by who told."""

TOLD_PLAIN: tuple[str, ...] = listed(
    """
    received, notification, notified, informed that, informed of, told that, scanned, notification received, slip,
    made aware, became aware, report received, letter received, copy of, seen on returning, filed in notes, following
    notification, was said to have, said to be, notification of, information received, coded, added to problem list,
    referral received, discharge summary, notified of, advised that, rang to say, phoned to say, told us, says they,
    said they had, been told, reported that, letter from, clinic letter, dna letter, hospital letter, ed letter, a&e
    letter, letter:
    """
)
"""The entry is news received, whoever sent it."""

SOURCES: dict[str, tuple[str, ...]] = {
    "police": listed(
        """
        ppn, merlin, form 78, form 87a, dv1, vprf, vpr, vpd, encompass, operation encompass, vulnerable person report,
        vulnerable child report, police report, dv notification, domestic abuse notification, domestic violence
        notification, 124d, form 101, vulnerability form, police notification, spr, pac, da notification, dv form, cyp
        report, custody notification, domestic incident form, public protection notice, child concern report, police
        info, dash received, ccn, cid16, police dv
        """
    ),
    "hospital": listed(
        """
        discharge summary, discharge letter, liaison slip, liaison form, a&e letter, ed letter, ed discharge, a&e
        notification, hospital letter, a&e slip, attendance notification, paediatric liaison, liaison nurse, discharge
        form, a&e liaison form, a&e discharge, hospital discharge, letter from hospital, clinic letter
        """
    ),
    "csc": listed(
        """
        mash enquiry, mash request, mash contact, mash information request, mash check, information request from mash
        """
    ),
    "charity": ("nspcc referral", "nspcc information"),
    "ambulance": ("ambulance safeguarding referral", "ambulance referral"),
    "fire": ("fire service safeguarding form",),
}
"""Documents that only one kind of agency sends."""

SENT: tuple[str, ...] = listed(
    """
    submitted, submit, referral made, referral to, referred to, letter to, form sent, notification sent, informed,
    notified, told, call made to, reported to, shared with, form completed, ppn submitted, contacted, safeguarding
    form, sent to, sent, passed to, liaison form sent, report sent, phoned, rung, referral, aware, rang, called,
    alerted, advised, written to, copied to, escalated to, made to, discussed with, spoke to, spoke with, liaised
    with, liaison with, telephoned, telephoned the, consulted with, call to, t/c to, tc to, email to, e-mail to,
    emailed, e-mailed, contact with, asked, contact
    """
)
"""The entry told somebody; who, stands near."""

WITH: tuple[str, ...] = listed(
    """
    with, alongside, together with, accompanied, accompanied by, joined by, in attendance, attended by, jointly with,
    present, and, took part, held with, in partnership, between, supported by, assisted, dialled in, invited
    """
)

LIAISON: tuple[str, ...] = listed(
    """
    spoke to, spoke with, liaised with, liaison with, telephoned, phoned, rang, t/c to, t/c with, t/c from, discussed
    with, contacted, telephone call to, telephone call from, telephone call with, call to, call from, call with,
    conversation with, telephone discussion, professional discussion, liaised, discussion with, e-mail to, email to,
    e-mail from, email from, telephone contact with, consulted, tel call to, tel call from, rings, called, tc to, tc
    from, tc with, telephone liaison, rung, rang about, spoken to, contact with, phone call to, phone call from, phone
    call with, exchange of information, discussed, spoke, spoken, talked, conversation, advice sought, sought advice,
    took advice, for an update, information shared, asked for an update, shared information
    """
)
"""Two professionals talking about the family: an event of its own when each of the two records it."""

LATER: tuple[str, ...] = listed(
    """
    proceed, going, plan, next, arrange, request, await, consider, book, schedule, will, should, due, pending,
    recommend, may, might, unless, until, require, advise, suggest, need, apply, prior
    """
)
"""Words before a kind of event which mean that it has not happened yet."""

NOT: tuple[str, ...] = listed(
    """
    no, not, without, never, declined, refused, cancelled, instead, nor, neither, abandoned, postponed
    """
)
"""Words before a kind of event which mean that it did not happen."""

AFTERWARDS: frozenset[str] = frozenset(
    listed(
        """
        requested, arranged, planned, tomorrow, booked, due, considered, deferred, cancelled, postponed, required,
        awaited, pending, recommended, offered, scheduled, tba, follow
        """
    )
)
"""Words just after a kind of event which mean that it has not happened yet, or not at all."""
