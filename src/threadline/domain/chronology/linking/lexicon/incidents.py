"""Incidents that one agency sees and others hear of: violence, injuries, attendances, missing children, worries
raised.
"""

from threadline.domain.chronology.linking.lexicon.kind import Kind
from threadline.domain.chronology.linking.lexicon.listing import listed

_POLICE = frozenset({"police"})
_HEALTH = frozenset({"hospital", "ambulance", "paeds"})

INCIDENTS: tuple[Kind, ...] = (
    Kind(
        "domestic",
        "a domestic incident",
        listed(
            """
            domestic, =dv, =dva, =da =incident, =da =notification, =da =referral, encompass, =dash, altercation,
            argument between, argument with @partner, argument with @man, argument with @father, argument + @partner,
            argument + @man, argument + @father + @mother, argument between + @mother, @partner + {hit} + !@child,
            @man + {hit} + @mother, @father + {hit} + @mother, @man + {hit} + her + !@child, @father + {hit} + her +
            !@child, @man + {hit} + herself, @mother + {hit} + @partner, @mother + {hit} + @man, assault on @mother,
            assaulted by, between + @mother + @partner, between + @mother + @father, between + @mother + @man, between
            + couple, between parents, parents + {fight}, parents + {hit}, @partner + {fight}, @man + {fight} +
            @mother, @father + {fight} + @mother, {fight} + @mother + @partner, non-fatal strangulation, dv1, merlin +
            assaulted, ppn + assault, ppn + argument, incident at home, incident at the home, incident at the address,
            incident between, coercive, controlling behaviour, verbal argument, split lip + partner, alleged assault,
            she was grabbed, row between, fight between, disturbance between, violence between, notification of an
            assault, injunction, stalking, harassment, @father + arrested + {hit}, @partner + arrested, @man +
            arrested + {hit}, common assault, idva, idvas, smashing up, smashed up the, police notice + violence,
            {fight} + girlfriend, black eye + partner, hands round + throat, hands around + throat, controlling +
            partner, violent + partner, violence + partner, violence + relationship, abusive + partner, abusive
            relationship, @partner + abusive, scared of @partner, scared of @man, afraid of @partner, frightened of
            @man, frightened of @partner, threats to kill, threatened to kill her, criminal damage + @partner,
            criminal damage + @man + @mother, women's aid, refuge + @mother, arrested + partner's address, hurting
            her, hit her, punched her, kicked her, beaten her, beat her up, assault on partner, assault of partner,
            assault on his partner, assaulting his partner, assaulting her, vawg, clare's law, disclosure scheme,
            dvds, dvdp, dvpn, dvpo, protection notice, non-molestation, restraining order, police + {fight} + home,
            police called + {fight}, police + {fight} + @partner, @mother + {fight} + neighbour, row + @partner, @male
            + {hit}, @male + {hit} + @female, violence + husband, violence from, husband + {hit}, domestic abuse team,
            rows + parents, mum + hurt, shouting + mum + partner, hitting mummy, hit mummy, hurt mummy,
            she was hit by, was struck by @partner, struck by @man, struck
            by @partner, @mother + punched + @partner, says @partner punched, says @man punched,
            black eye + punched, ex
            partner + assault, black eye + says, hitting mum,
            hit mum, hurt mum
            """
        ),
        listed(
            """
            trouble at home, violence in the home, violence at home, problems at home + police, arrest + assault,
            arrest + assaulting, arrested + assaulting, assaulting + landlady, police + fighting, police + form,
            vulnerability form, police form, couple, arrest + partner, vulnerability notice, police + weekend,
            incident + home, incident + weekend, incident + night before, incident + last night, shouting, =ppn,
            merlin, form 78, vulnerable person report, vprf, public protection notice, argument, @man + {hit} +
            !@child, @father + {hit} + !@child, screaming, domestic abuse leaflet, police notification, police notice,
            vulnerability report, banging, police report, {fight}
            """
        ),
        weight=3.2,
        lag=5,
        owners=_POLICE,
    ),
    Kind(
        "police_call",
        "a call to the police",
        listed(
            """
            police called, police were called, police attended, police had attended, police have attended, police
            came, police had been, called the police, officers attended, officers called, called to the address, 999,
            police to the, police at the, police brought, taken home by, police in attendance, police have been, rang
            the police, phoned the police, call to police, police officers attended, police visited, attended the
            address, attended address, unit attended, response officers, patrol, incident at home, police informed us,
            told by the police, police contacted, police had to be, police at home, police went, police spoke, police
            involved, police arrived, police + home + night, police report that, police notice, police told, police
            advised, information from police, information received from police, police info, police rang, letter from
            the police, call from the police, police had been to, police to the house, police took + home, police +
            house, police + home + !foster, message from the police, visit from the police, told by police, informed
            by police, police report
            """
        ),
        weight=1.5,
        lag=4,
        owners=_POLICE,
        fits=listed(
            """
            domestic, public_concern, home_alone, missing, drunk_in_charge, mental_crisis, arrest, fire,
            contact_session
            """
        ),
    ),
    Kind(
        "child_injury",
        "an injury seen on a child",
        listed(
            """
            #injury + @child, #injury + @sibling, #injury + <nursery>, #injury + <school>, #injury + <nurse>, body
            map, non-mobile, #injury + non-mobile, non-accidental, nai, facial bruising, facial injury, facial mark,
            #injury + changing, arrived + #injury, #injury + explanation, #injury + noticed, bruising protocol,
            unexplained injury, #injury + disabled, came in with + #injury, #injury + seen, #injury + noted, #injury +
            nappy, #injury + immobile, marks on, mark to, mark on, #injury + swimming, #injury + class, #injury + year
            old, bruising policy, #injury + weigh, bruising to, bruise to, bruising seen, bruise seen, report bruising,
            #injury + respite, #injury + short break
            """
        ),
        weight=2.8,
        lag=3,
        focus=True,
        owners=frozenset({"school", "nursery", "hv", "nurse"}),
        own_cues=("#injury",),
    ),
    Kind(
        "hospital",
        "a hospital attendance",
        listed(
            """
            a&e slip, ed slip, a&e form, ed form, a&e attendance, ed attendance, hospital attendance, attended
            <hospital>, taken to hospital, brought to <hospital>, to hospital, conveyed, biba, admitted to ward, been
            to hospital, in hospital, liaison slip, liaison form, discharge summary, in ed, in a&e, brought in by
            ambulance, emergency admission, discharged home, attended + <hospital>, =presented + <hospital>, taken +
            <hospital>, brought + <hospital>, admitted + <hospital>, admission + <hospital>, admission + notified,
            letter from <hospital>, letter + <hospital>, <hospital> + #injury, seen in + <hospital>, taken by
            ambulance, taken in by ambulance, notified attendance, attendance notification, notification of
            attendance, attended casualty, <hospital> referral, <hospital> notified, contact from <hospital>,
            <hospital> discharge, self-presented, <hospital> + attendance, kept in overnight, children's ward,
            #treated + <nursery>, #treated + <school>, #treated + @child, back in + #treated, returned with +
            #treated, came back + #treated, discharge letter + <hospital>, hospital letter, admitted with, ward rang,
            a&e notification, ed notification, notification from + <hospital>, <hospital> + notification, discharged
            from hospital, still in hospital, hospital visit, rushed to, blue light, went to <hospital>, been to
            <hospital>, admitted to hospital, overnight in hospital, from the ward, in picu, intensive care, emergency
            surgery, operation + <hospital>, evening at the hospital, at the hospital, note from the hospital,
            <hospital> + treated, correspondence from <hospital>, <hospital> + correspondence, attendance form,
            <hospital> + letter, inpatient, admission + ward, <hospital> + informed, <hospital> + rang, <hospital> +
            brought, <hospital> + fell, treated for, back from hospital, home from hospital, off + hospital, after +
            hospital + !planning, #treated + back, medical ward, liver, detoxification
            """
        ),
        listed(
            """
            #treated, head injury advice, accident at home form, paediatric liaison, admitted, admission, brought in
            by
            """
        ),
        weight=2.5,
        lag=10,
        focus=True,
        owners=_HEALTH,
        own_cues=listed(
            """
            attendance at, =presented, brought in, brought to, brought by, accompanied by, attended with, admitted,
            admission, presenting complaint, by ambulance, self discharged, did not wait, triage, x-ray, attended,
            arrived with, examination, #injury, self-referred, seen by registrar
            """
        ),
        fits=listed(
            """
            overdose, mental_crisis, seizure, burn, bite, fracture, swallowed, illness, self_harm, collision
            """
        ),
    ),
    Kind(
        "burn",
        "a burn or scald",
        listed(
            """
            burn, burnt, burned, scald, scalded, burns unit, burns clinic, burn dressing
            """
        ),
        weight=2.7,
        lag=9,
        owners=_HEALTH,
    ),
    Kind(
        "bite",
        "a bite",
        listed(
            """
            bite, =bitten, dog bite, dog bit, dangerous dog, bit child, dog + =bit, dog attack, attacked by dog, dog +
            seized, savaged, bitten by, dog warden, banned breed
            """
        ),
        weight=2.8,
        lag=6,
        owners=_HEALTH,
    ),
    Kind(
        "fracture",
        "a fracture",
        listed(
            """
            fracture, fractured, broken + #arm, broken + #leg, broke + #arm, broke + #leg, broken bone, in plaster,
            plaster cast, buckle, in a cast, =plaster
            """
        ),
        weight=2.4,
        lag=9,
        owners=_HEALTH,
    ),
    Kind(
        "fall",
        "a fall",
        listed(
            """
            fell from, fall from, fell out, fallen from, fell down, head injury, minor head wound, fell off, came off,
            had a fall
            """
        ),
        weight=0.7,
        lag=9,
        owners=_HEALTH,
    ),
    Kind(
        "swallowed",
        "something swallowed",
        listed(
            """
            ingested, ingestion, swallowed, accidental ingestion, drank bleach, poisoning, poisoned, eaten + tablets,
            drunk + methadone, toxbase
            """
        ),
        weight=2.5,
        lag=8,
        owners=_HEALTH,
    ),
    Kind(
        "seizure",
        "a seizure",
        listed(
            """
            seizure, seizures, =fitting for, child =fitting, child fitted, a =fit, having =fits, convulsion, status
            epilepticus, febrile convulsion, buccal, fitted at
            """
        ),
        weight=2.9,
        lag=8,
        owners=_HEALTH,
    ),
    Kind(
        "illness",
        "an acute illness",
        listed(
            """
            breathing difficulties, asthma attack, dehydrated, dehydration, sepsis, meningitis, pneumonia,
            bronchiolitis, failure to thrive, faltering growth, apnoea, brue, alte, choking, choked on, diabetic
            ketoacidosis, dka, hypo, gastroenteritis, diabetes + admitted, floppy, lethargic, weight loss + admitted,
            severe asthma, chest infection + admitted
            """
        ),
        weight=2.4,
        lag=8,
        owners=_HEALTH,
    ),
    Kind(
        "overdose",
        "an overdose",
        listed(
            """
            overdose, =od, taken + tablets, taken + paracetamol, taken + pills, self-poisoning, naloxone, ingested +
            paracetamol, taking tablets, tablets taken, overdosed, parvolex, ingested + tablets, mixed overdose,
            collapse + drugs, collapsed + drugs, unresponsive + drugs, swallowed + tablets, took + tablets, took +
            paracetamol, overdosing, found slumped, polypharmacy, found unresponsive + drugs, took an overdose,
            tablets + intent
            """
        ),
        weight=3.2,
        lag=9,
        owners=_HEALTH,
    ),
    Kind(
        "self_harm",
        "self-harm",
        listed(
            """
            self-harm, self harm, self-harmed, self harming, =cutting, =cuts + #arm, superficial lacerations,
            ligature, superficial cuts, cut her arms, cut his arms, fresh =cuts, self injury, cut wrists, =cuts on,
            =dsh, laceration + superficial, self-inflicted, cut herself, cut himself, harming herself, harming
            himself, razor, scars on, =cuts + wrists, scratching herself, burning herself, hurting herself
            """
        ),
        weight=3.0,
        lag=4,
    ),
    Kind(
        "mental_crisis",
        "a mental health crisis",
        listed(
            """
            136, s136, section 136, mental health act, was =sectioned, been =sectioned, =sectioned, mha assessment,
            detained under, place of safety, suicidal, suicide, threatening to jump, psychotic, psychosis, crisis
            team, threatened to kill herself, threatened to kill himself, hearing voices, admitted + psychiatric,
            mental health crisis, section 2, s2 mha, section 3, wants to die, end her life, end his life, take her own
            life, take his own life, detained + hospital, =mha, psychiatric unit, psychiatric ward, psychiatric
            admission, crisis assessment, in crisis, ending her life, ending his life, suicidal thoughts, suicidal
            ideation, thoughts of suicide, urgent assessment, home treatment, mental health + unwell, mentally unwell,
            crisis line, voicing thoughts, deteriorated + mental, relapse + mental, psychotic episode, mental health
            ward, informal admission, suicide note, railway line, bridge + police, manic, paranoid, breakdown, kill
            herself, kill himself, hanging, amhp, home treatment team, acute mental health
            """
        ),
        weight=3.2,
        lag=9,
        owners=frozenset({"police", "mental", "ambulance", "hospital"}),
    ),
    Kind(
        "missing",
        "a missing child",
        listed(
            """
            =missing person, =missing child, =missing report, reported =missing, =missing from, =missing episode, went
            =missing, =missing overnight, =missing notification, =missing since, =misper, =mispers, =mfh, absconded,
            absconding, ran away, ran off, run away, runaway, return home interview, return interview, =rhi, not
            returned, not come home, whereabouts, police + looking for, failed to return, =missing for, =missing
            again, gone =missing, found safe and well, failed to come home, did not come home, out all night, child
            =missing, police =missing, =missing youth, stayed out, looking for her, looking for him, located safe,
            =missing and found, =missing + @child + !appointment + !medication + !school, =missing + @sibling +
            !appointment + !medication, return home, not home by, high risk =missing, absent category, not returned
            home, =missing, independent return interview, run off, running away, left home without, did not return,
            had not come back, not come back, has not come back, found two hours later, police took her home, police
            took him home, police brought her home, police brought him home, traced to, out until, out past, stayed
            away, did not come back, police searching, searching for, compact, philomena
            """
        ),
        weight=3.2,
        lag=4,
        focus=True,
        owners=_POLICE,
    ),
    Kind(
        "relative_concern",
        "worries raised by a relative",
        listed(
            """
            @gran + {rang}, @relative + {rang} + !999, @gran + 101, @gran + breach, @gran + says, relative rang,
            family member + {rang} + !999 + !dash, extended family + {rang}, @relative + says, @friend + {rang}, @gran
            + thinks, grandchildren + {rang}, grandson + {rang}, granddaughter + {rang}, @someone + worried, @someone
            + concerned, @someone + anxious, @someone + concerns, @gran + worries, @gran + worried, @relative +
            worried, @relative + concerned, @relative + concerns, grandchildren, family friend + {rang}, @gran +
            believes, @gran + came into, @gran + came to the, @gran + attended + office, @relative + came into, nephew
            + {rang}, niece + {rang}, @gran + in tears, @gran + listen, protecting the girls, protecting the children,
            @gran + social services, @gran + social care, contact from @gran, @gran + worry, @gran + fears, @gran +
            scared, @relative + fears, @gran + office, @gran + tells, @gran + drinking, @gran + called in, @gran +
            upset, @gran + crying, @gran + not happy, @gran + unhappy, @gran + spoke, @gran + anonymous
            """
        ),
        listed(
            """
            @someone + rang, call from + @someone, @someone + phoned, @someone + telephoned
            """
        ),
        weight=3.1,
        lag=3,
    ),
    Kind(
        "public_concern",
        "worries raised by a neighbour or an unnamed caller",
        listed(
            """
            @neighbour + {rang}, @anonymous + {rang}, anonymous referral, anonymous call, anonymous caller, anonymous
            information, anonymous report, anonymous letter, nspcc, complaint from @neighbour, @neighbour + complain,
            @neighbour + complaint, @neighbour + complained, @neighbour + reports, asb complaint, @neighbour + crying,
            crying + through the night, children crying, anonymous contact, complaint + crying, noise complaint,
            @neighbour + screaming, loud music, third party report, @neighbour + heard, crimestoppers, noise +
            @neighbour, @anonymous + caller, complaint + shouting, crying + shouting, diary sheets, noise nuisance,
            @neighbour + noise, member of public + concerned, baby crying, child crying, neighbours say, neighbour
            says, neighbour dispute + children, caller wished to remain, did not give a name, would not give name,
            childline
            """
        ),
        weight=2.7,
        lag=3,
    ),
)
