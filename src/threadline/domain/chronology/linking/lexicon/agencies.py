"""Agencies: how their names show what they are, and how other agencies' entries speak of them and their staff."""

from threadline.domain.chronology.linking.lexicon.listing import listed

NAMES: dict[str, tuple[str, ...]] = {
    "police": ("police", "constabulary", "police service", "british transport police"),
    "csc": listed(
        """
        social care, children's services, childrens services, social services, social work, children and families,
        mash, multi agency safeguarding hub, emergency duty team, disabled children's team, looked after children
        team, children's social care, safeguarding and assessment, first response team, front door, csc, family
        safeguarding, children looked after, leaving care, local authority
        """
    ),
    "hv": listed(
        """
        health visiting, health visitor, health visitors, community health, 0-19, healthy child, child health service,
        community nursing, community services, community trust, nhs community, hv, hvs, family nurse partnership, fnp,
        community healthcare, public health nursing
        """
    ),
    "nurse": listed(
        """
        school nursing, school nurse, school health, 0-19, public health nursing, healthy child
        """
    ),
    "midwife": ("midwifery", "maternity", "midwives", "antenatal", "community midwives"),
    "gp": listed(
        """
        surgery, medical centre, health centre, medical practice, family practice, general practice, gp, gps,
        practice, and partners, medical group, doctors, primary care, medical partnership, group practice
        """
    ),
    "hospital": listed(
        """
        hospital, hospitals, infirmary, acute trust, emergency department, accident and emergency, a&e, urgent care,
        walk in centre, minor injuries, foundation trust, nhs trust, royal, teaching hospitals
        """
    ),
    "paeds": listed(
        """
        paediatrics, paediatric, community paediatrics, child development centre, children's community nursing
        """
    ),
    "camhs": listed(
        """
        camhs, child and adolescent mental health, cypmhs, young people's mental health
        """
    ),
    "mental": listed(
        """
        mental health, psychiatric, psychiatry, community mental health, talking therapies, iapt, perinatal,
        partnership trust, home treatment, psychological
        """
    ),
    "drugs": listed(
        """
        drug, drugs, alcohol, substance misuse, recovery, addiction, addictions, recovery service, change grow live,
        drug and alcohol, turning, needle exchange
        """
    ),
    "school": listed(
        """
        school, academy, primary, secondary, college, high school, pupil referral unit, pru, education, infant school,
        junior school, grammar, special school, education welfare, virtual school, sixth form
        """
    ),
    "nursery": listed(
        """
        nursery, pre-school, preschool, pre school, playgroup, early years, kindergarten, childminder, day care,
        daycare, children's centre
        """
    ),
    "housing": listed(
        """
        housing, homes, housing association, tenancy, lettings, landlord, estates, homeless, homelessness, tenancies,
        neighbourhoods
        """
    ),
    "probation": listed(
        """
        probation, community rehabilitation, crc, national probation service, nps, offender management, rehabilitation
        company
        """
    ),
    "yot": ("youth offending", "youth justice", "yot", "yos", "yjs", "youth offending team"),
    "ambulance": ("ambulance", "paramedic", "paramedics"),
    "fire": ("fire", "fire and rescue", "fire service", "fire brigade"),
    "cafcass": ("cafcass", "guardian"),
    "refuge": listed(
        """
        refuge, women's aid, domestic abuse service, domestic violence service, idva, domestic abuse, domestic
        violence
        """
    ),
    "contact": ("contact centre", "contact service"),
    "foster": listed(
        """
        fostering, foster, children's home, residential home, adoption, residential
        """
    ),
    "earlyhelp": listed(
        """
        early help, family support, family hub, sure start, troubled families, home-start, family centre, family
        intervention, early intervention
        """
    ),
    "charity": listed(
        """
        charity, project, barnardo's, nspcc, trust project, youth service, youth club, mentoring, voluntary
        """
    ),
    "sarc": ("sarc", "sexual assault referral centre", "sexual assault"),
    "prison": listed(
        """
        prison, hmp, young offender institution, yoi, secure training centre, secure unit
        """
    ),
    "court": ("court", "crown prosecution", "cps", "hmcts"),
    "adult": ("adult social care", "adult services", "adults social care", "adult safeguarding"),
    "dwp": ("job centre", "jobcentre", "benefits", "dwp", "work and pensions"),
    "immigration": ("immigration", "border force", "uk visas", "asylum"),
    "111": ("nhs 111", "out of hours", "111"),
    "dental": ("dental", "dentist"),
}
"""Words of an agency's own name → what it is. An agency can be several things (a primary school with a nursery)."""

MENTIONS: dict[str, tuple[str, ...]] = {
    "police": listed(
        """
        police, constabulary, police officer, police officers, pc, wpc, dc, ds, di, dci, detective, detective
        constable, detective sergeant, pcso, officers, officers attended, caiu, cait, cpiu, child abuse investigation,
        ppu, public protection unit, protecting vulnerable people, pvp, child protection team, neighbourhood policing,
        safer neighbourhood, custody, custody suite, dvu, 101, the force, encompass, merlin, ppn, cid, mispers team
        """
    ),
    "csc": listed(
        """
        social worker, social workers, sw, s/w, swer, social work team, social care, children's services, childrens
        services, children's social care, csc, social services, ssd, mash, multi agency safeguarding hub, duty social
        worker, duty team, edt, emergency duty team, out of hours social work, front door, front door team, local
        authority, la, assessment team, referral and assessment, allocated worker, allocated social worker, duty
        worker, first response, team manager, iro, independent reviewing officer, cin team, amhp, family support
        worker, council, single point of access, contact and referral, children's reception team, children and
        families, lado, swtm, cp chair
        """
    ),
    "hv": listed(
        """
        health visitor, health visitors, hv, hvs, health visiting, family nurse, fnp, community nursery nurse, 0-19,
        0-19 team, specialist health visitor, health visiting team, liaison health visitor
        """
    ),
    "nurse": listed(
        """
        school nurse, school nurses, school nursing, school health, 0-19 team, public health nurse
        """
    ),
    "midwife": listed(
        """
        midwife, midwives, midwifery, maternity, maternity unit, safeguarding midwife, cmw, labour ward, postnatal
        ward, delivery suite, antenatal, maternity ward
        """
    ),
    "gp": listed(
        """
        gp, gps, general practitioner, surgery, gp practice, gp surgery, family doctor, practice nurse, doctor's
        surgery, medical centre, health centre, practice manager, own gp
        """
    ),
    "hospital": listed(
        """
        hospital, a&e, ed, emergency department, casualty, accident and emergency, children's ed, children's a&e, paed
        ed, ward, children's ward, paediatric ward, liaison nurse, paediatric liaison, consultant paediatrician,
        consultant, registrar, sho, children's emergency, walk in centre, walk-in, minor injuries, miu, utc, urgent
        treatment centre, urgent care, burns unit, maxfax, fracture clinic, outpatients, nicu, scbu, neonatal unit,
        intensive care, picu, itu, plastics, hospital liaison, ward staff, triage, cau, assessment unit, resus, ed
        nurse, children's hospital, paediatrician, acute trust
        """
    ),
    "paeds": listed(
        """
        paediatrician, community paediatrician, paediatrics, paediatric, paeds, community nurse, children's community
        nurse, epilepsy nurse, child development centre, specialist nurse, consultant paediatrician, therapist, physio
        """
    ),
    "camhs": listed(
        """
        camhs, child and adolescent mental health, cypmhs, camhs practitioner, camhs clinician, camhs worker, crisis
        line
        """
    ),
    "mental": listed(
        """
        mental health, cpn, psychiatrist, cmht, crisis team, home treatment team, psychiatric liaison, care
        coordinator, psychologist, mental health team, mental health nurse, rapid response, perinatal, iapt, mental
        health trust
        """
    ),
    "drugs": listed(
        """
        drug worker, drugs worker, drug service, drugs service, substance misuse, drug and alcohol, alcohol service,
        alcohol worker, recovery worker, recovery service, keyworker at drug service, substance misuse service, drugs
        team, drug team, recovery coordinator, substance misuse worker, addiction service
        """
    ),
    "school": listed(
        """
        school, head teacher, headteacher, head took part, head informed, head's office, head attended, head spoke,
        teacher, class teacher, dsl, designated safeguarding lead, designated teacher, safeguarding lead, academy,
        senco, teaching assistant, ta, pastoral, pastoral lead, learning mentor, education welfare officer, ewo,
        education, head of year, school office, form tutor, deputy head, college, school staff, pastoral manager,
        attendance officer, principal, key stage leader
        """
    ),
    "nursery": listed(
        """
        nursery, nursery manager, nursery staff, pre-school, preschool, playgroup, childminder, nursery worker, room
        leader, children's centre, early years, nursery nurse, key person, nursery practitioner
        """
    ),
    "housing": listed(
        """
        housing, housing officer, tenancy officer, landlord, neighbourhood officer, tenancy, housing association,
        housing provider, asb officer, homelessness, homeless team, concierge, caretaker, housing staff, estate
        officer, housing options, income officer, tenancy support, neighbourhood housing, housing department, housing
        support
        """
    ),
    "probation": listed(
        """
        probation, probation officer, offender manager, om, crc, nps, probation service, responsible officer, offender
        management, practitioner probation
        """
    ),
    "yot": listed(
        """
        yot, yos, youth offending, youth justice, yot worker, youth offending team, youth worker yot, yjs
        """
    ),
    "ambulance": listed(
        """
        ambulance, paramedic, paramedics, ambulance crew, ambulance service, crew, by ambulance, first responder
        """
    ),
    "fire": listed(
        """
        fire service, fire brigade, fire and rescue, frs, firefighters, fire crew, fire officer
        """
    ),
    "cafcass": ("cafcass", "guardian", "children's guardian", "fcafcass"),
    "refuge": listed(
        """
        idva, refuge, women's aid, domestic abuse worker, domestic violence worker, isva, domestic abuse service, dv
        worker, outreach worker, refuge worker, idvas
        """
    ),
    "contact": ("contact centre", "contact supervisor", "contact worker"),
    "foster": listed(
        """
        foster carer, foster carers, foster placement, supervising social worker, children's home, residential staff,
        fostering, ssw, placement
        """
    ),
    "earlyhelp": listed(
        """
        early help, family support, family hub, early help worker, family worker, home-start, family centre, lead
        professional, early help practitioner, troubled families
        """
    ),
    "charity": listed(
        """
        nspcc, barnardo's, childline, charity, youth worker, mentor, voluntary worker, nspcc helpline, return home
        interviewer
        """
    ),
    "sarc": ("sarc", "sexual assault referral centre"),
    "prison": ("prison", "hmp", "prison officer", "secure unit", "yoi"),
    "court": ("court", "cps", "magistrates", "judge", "crown court"),
    "adult": ("adult social care", "adult services", "adult safeguarding"),
    "dwp": ("job centre", "jobcentre", "dwp"),
    "111": ("111", "out of hours doctor", "out of hours gp", "ooh"),
    "health": listed(
        """
        health, health colleagues, health professionals, health professional, named nurse, safeguarding nurse, nurse,
        doctor, clinician, health services, hospital safeguarding nurse
        """
    ),
    "any": listed(
        """
        professionals, agencies, partner agencies, other agencies, all agencies, multi agency, multi-agency, agency,
        practitioners, professional network, multiagency
        """
    ),
}
"""Words in an entry → which agency they speak of."""

WIDER: dict[str, frozenset[str]] = {
    "health": frozenset(
        {"hv", "nurse", "midwife", "gp", "hospital", "paeds", "camhs", "mental", "ambulance", "111", "sarc", "dental"}
    ),
    "hospital": frozenset({"paeds", "midwife", "mental", "camhs"}),
    "paeds": frozenset({"hospital"}),
    "mental": frozenset({"camhs", "hospital"}),
    "camhs": frozenset({"mental"}),
    "school": frozenset({"nursery", "nurse"}),
    "nursery": frozenset({"school", "earlyhelp"}),
    "hv": frozenset({"nurse"}),
    "nurse": frozenset({"hv"}),
    "csc": frozenset({"earlyhelp", "foster", "contact"}),
    "earlyhelp": frozenset({"csc", "charity"}),
    "probation": frozenset({"yot"}),
    "foster": frozenset({"csc"}),
    "charity": frozenset({"earlyhelp", "refuge"}),
    "refuge": frozenset({"charity"}),
    "any": frozenset(),
}
"""A word for one agency may be meant of these as well: "the nursery" of a school with a nursery, "health" of any of
its services.
"""

SHARED: frozenset[str] = frozenset({"any", "health"})
"""Words that speak of no agency in particular."""
