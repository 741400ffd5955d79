"""People of a family, by the part they play: how entries speak of them, and what shows which part a name plays."""

from threadline.domain.chronology.linking.lexicon.listing import listed

ROLES: dict[str, tuple[str, ...]] = {
    "mother": listed(
        """
        mother, mum, mummy, mam, mom, birth mother, girlfriend, wife, mo, bm, expectant mother, victim's mother
        """
    ),
    "father": listed(
        """
        father, dad, daddy, birth father, fob, father of baby, natural father, biological father
        """
    ),
    "partner": listed(
        """
        partner, boyfriend, lodger, stepfather, step father, step-father, stepdad, step dad, step-dad, mother's
        partner, mum's partner, mother's boyfriend, mum's boyfriend, husband, ex-partner, ex partner, new partner, ex
        boyfriend, mother's new partner, cohabitee, ex husband
        """
    ),
    "child": listed(
        """
        child, baby, infant, =twin, toddler, boy, girl, young person, yp, daughter, son, pupil, newborn, unborn,
        unborn baby, the younger child, year old, yr old, month old, week old, year-old, yr-old, month-old, week-old,
        yo, little girl, little boy, subject child, teenager
        """
    ),
    "children": listed(
        """
        children, kids, =twins, both children, all of the children, all children, the girls, the boys, both girls,
        both boys, daughters, sons, all the children, all three children, all four children, grandchildren, sibling
        group
        """
    ),
    "sibling": listed(
        """
        sibling, brother, sister, older child, elder child, older sibling, half sister, half brother, big sister, big
        brother, older brother, older sister, younger brother, younger sister, the older child
        """
    ),
    "gran": listed(
        """
        grandmother, gran, nan, nana, granny, grandma, mgm, pgm, grandfather, grandad, granddad, grandpa, mgf, pgf,
        grandparent, grandparents, maternal grandmother, paternal grandmother, maternal grandfather, paternal
        grandfather, maternal grandparents, nan's, grandmother's, nanna, nannie, nanny, gran's, grandson, great
        grandmother, great aunt, gran and grandad
        """
    ),
    "relative": listed(
        """
        aunt, auntie, aunty, uncle, cousin, family member, relative, maternal aunt, paternal aunt, extended family,
        patient's sister, mother's sister, godmother
        """
    ),
    "neighbour": listed(
        """
        neighbour, neighbours, next door, member of public, member of the public, passer-by, passerby, local resident,
        third party
        """
    ),
    "anonymous": ("anonymous", "anonymously", "anonymous caller", "nspcc", "crimestoppers"),
    "friend": ("friend", "family friend", "friend's"),
    "parents": ("parents", "parental", "both parents", "carers", "parent"),
    "male": listed(
        """
        male, man, adult male, unknown male, older male, older men, male visitor, males
        """
    ),
    "female": ("female", "woman", "adult female"),
}

CHILD_SIGNS: frozenset[str] = frozenset(
    listed(
        """
        nursery, school, class, pupil, weight, centile, asleep, awake, nap, napp, cot, aged, brought, late, dropped,
        chatty, missing, settled, excluded, suspended, play, playing, face, cheek, arm, leg, hand, forehead, eye,
        head, immunisation, immunised, booster, growth, toddler, buggy, pram, year, nappy, attendance, lesson, tutor,
        teacher, uniform, collected, teething, exclusion, star, upset, cried, crying, misper, disclosed, reading
        """
    )
)
"""Words beside a name that speak for a child."""

ADULT_SIGNS: frozenset[str] = frozenset(
    listed(
        """
        show, prescribed, prescription, reviews, tests, told, officers, smelt, drink, alcohol, herself, himself,
        employment, husband, wife, landlord, cohabiting, alleges, alleged, alleging, arrested, pregnant, boyfriend,
        girlfriend, partner, tenant, tenancy, rang, phoned, telephoned, drinking, drunk, depression, sertraline,
        medication, bail, licence, offence, charged, assaulted, pushed, grabbed, punched, supervision, probation,
        keywork, methadone, released, convicted, smoking, detained, sectioned, collect, psychiatric, using, relapsed,
        homeless, evicted, custody, wages, job, benefits, sober, intoxicated, telephones, separated, arrears, rent,
        children's, daughter's, son's, denied, admits, admitted, cautioned, intelligence, attended, present
        """
    )
)
"""Words beside a name that speak for an adult."""

TITLES_OF_STAFF: frozenset[str] = frozenset(
    listed(
        """
        dr, doctor, pc, wpc, dc, ds, di, dci, ps, sgt, sergeant, inspector, sw, nurse, sr, enp, hv, health, visitor,
        social, worker, midwife, officer, consultant, manager, teacher, head, professor, prof, judge, councillor,
        cllr, ta, dsl, rgn, rmn, registrar, cpn, pcso, om, senco, idva
        """
    )
)
"""Words before a name that make it a member of staff, not of the family."""

NOT_PEOPLE: tuple[str, ...] = listed(
    """
    child protection, child in need, vulnerable child, child concern, child death, child abuse, children in need,
    looked after child, looked after children, missing child report, child health, child minder, child benefit, child
    care, child development, team around the child, child and family, parenting, parents' evening, young person's,
    child practice, infant school, girl guides, baby clinic, mother and baby, family group, child tax, child
    exploitation, birth notification, child safeguarding, partner agencies, partner agency, friends and family, child
    mental health, child arrangements, baby monitor, baby gate, women's aid, victim support, partnership, children's
    ward, children's ed, children's services, children's social care, children and families, children's a&e,
    children's emergency, children's guardian
    """
)
"""Phrases in which "child" and the like name a service or a paper, not a person."""
