"""Crises, crimes and what children say: what one agency sees of adults and young people, and others hear of."""

from threadline.domain.chronology.linking.lexicon.kind import Kind
from threadline.domain.chronology.linking.lexicon.listing import listed

_POLICE = frozenset({"police"})

CRISES: tuple[Kind, ...] = (
    Kind(
        "drunk_in_charge",
        "an adult drunk while caring",
        listed(
            """
            drunk in charge, intoxicated, under the influence, =drunk, smelling of alcohol, smelt of alcohol, been
            drinking, inebriated, smelt strongly, smelled of alcohol, slurring, smelling strongly, who had been
            drinking, =sober, smell of alcohol, slurred, unsteady on, worse for wear, =stoned, appeared drunk, off her
            face, had been drinking, smelt of drink, smell of drink, smelling of drink, seemed drunk, in drink, drink
            on her breath, alcohol on her breath, under influence, appeared intoxicated, had been drinking heavily,
            too drunk, smelt of cannabis, high on
            """
        ),
        weight=2.2,
        lag=2,
    ),
    Kind(
        "home_alone",
        "children left alone or out alone",
        listed(
            """
            left alone, home alone, unattended, unsupervised, police protection, police powers of protection, =ppp,
            found alone, found wandering, wandering, street alone, left unattended, alone in the street, alone at
            home, children alone, left on their own, on their own at night, =pop used, section 46, s46, locked out,
            lost child, alone in the house, left in the car, out alone, out on his own, out on her own, on his own
            late, on her own late, found by a member of the public, out in the dark, out late at night, found near
            the, found on his own, found on her own, brought home by police, police brought + home, on her own in the,
            on his own in the, playing in the road, left the children, left the child, out at night, in his pyjamas,
            in her pyjamas, found in the road, toddler + street, no adult present, no responsible adult
            """
        ),
        weight=2.8,
        lag=3,
        owners=_POLICE,
    ),
    Kind(
        "arrest",
        "an arrest",
        listed(
            """
            arrested, =arrest, detained + shoplifting, =charged with, community resolution, out of court disposal,
            oocd, appropriate adult, remanded, in custody, custody notification, =cautioned, police custody, youth
            caution, voluntary interview, interviewed under caution, bailed, locked up, in the cells, released under
            investigation, =rui, =charged + assault, court + charged, was arrested
            """
        ),
        weight=2.3,
        lag=5,
        owners=_POLICE,
    ),
    Kind(
        "theft",
        "a theft",
        listed(
            """
            theft, shoplifting, shop theft, stolen, robbery, burglary, =stole, stealing, twoc
            """
        ),
        weight=1.5,
        lag=5,
        owners=_POLICE,
    ),
    Kind(
        "weapon",
        "a weapon",
        listed(
            """
            knife, machete, weapon, stabbed, stabbing, firearm, possession of a blade, bladed article, air rifle,
            imitation firearm, knuckleduster
            """
        ),
        weight=2.5,
        lag=4,
        owners=_POLICE,
    ),
    Kind(
        "prison",
        "custody or release",
        listed(
            """
            released from custody, released from prison, released on licence, release from hmp, released from hmp, out
            of prison, on licence to, licence + released, recalled, recall to prison, sentenced, remanded in custody,
            released today, prison release, hmp, home detention curfew, custodial sentence, sent to prison, in prison,
            jailed, imprisoned, came out of prison, months imprisonment, suspended sentence, community order, tag
            """
        ),
        weight=2.6,
        lag=4,
        owners=frozenset({"probation", "prison", "court", "police"}),
    ),
    Kind(
        "bail_breach",
        "a breach of bail or of an order",
        listed(
            """
            breach of bail, breached bail, bail breach, breach of order, breach of non-molestation, breach of the
            order, breached his bail, breach of restraining order, breaching bail, breaching his bail
            """
        ),
        weight=2.6,
        lag=4,
        owners=_POLICE,
    ),
    Kind(
        "warrant",
        "a search by the police",
        listed(
            """
            warrant, search warrant, drugs warrant, address searched, drug raid, cannabis plants, cannabis grow, raid,
            cannabis cultivation, section 18 search, drugs found, raided, cannabis farm, searched the house, house
            searched, searched the property, search of home, search of the home, search of address, drugs were found,
            cannabis found, drugs seized, cannabis + scales, cannabis + loft, drugs + found + house, drugs + seized,
            plants + seized, found + cannabis + address
            """
        ),
        weight=2.4,
        lag=4,
        owners=_POLICE,
    ),
    Kind(
        "fire",
        "a fire",
        listed(
            """
            house fire, kitchen fire, bedroom fire, dwelling fire, chip pan, fire at, fire damage, fire in, small
            fire, fire service + attended, arson, set fire, smoke inhalation, fire at home, smoke damage, fire
            started, after fire, after a fire, accidental fire, fire brigade + attended, flat fire, fire-setting,
            firesetting
            """
        ),
        ("fire service", "fire brigade"),
        weight=3.2,
        lag=4,
        owners=frozenset({"fire", "police"}),
    ),
    Kind(
        "collision",
        "a road collision",
        listed(
            """
            =rtc, road traffic collision, hit by a car, knocked down, car accident, road accident, =rta, run over, hit
            by car, car crash
            """
        ),
        weight=2.8,
        lag=6,
        owners=frozenset({"police", "ambulance"}),
    ),
    Kind(
        "death",
        "a death or collapse",
        listed(
            """
            died, death of, found dead, cardiac arrest, unresponsive, =cpr, life support, sudi, sudic, stillbirth,
            stillborn, pronounced dead, life extinct, not breathing, deceased, passed away, fatal, resuscitation,
            sudden unexpected, =death, =dead, stopped breathing, collapsed
            """
        ),
        weight=3.0,
        lag=5,
        owners=frozenset({"police", "ambulance", "hospital"}),
    ),
    Kind(
        "disclosure",
        "something a child said",
        listed(
            """
            disclosed, disclosure, allegation of rape, sexual assault, sexual abuse, sexual offence, sexual activity,
            =rape, =raped, sexually abused, told + touched, sexually assaulted, inappropriately touched, sex with, had
            sex, allegation by, made an allegation, told teacher that, child said that, sexualised behaviour, sexual
            touching, inappropriate sexual, made allegations, alleged that @partner, alleged that @man, allegation
            against, touched her, touched him, sexual language, sexually harmful, private parts, sexualised language,
            harmful sexual
            """
        ),
        weight=2.8,
        lag=3,
    ),
    Kind(
        "exploitation",
        "exploitation",
        listed(
            """
            county lines, grooming, =groomed, sexual exploitation, criminal exploitation, trafficked, =nrm, =cse,
            =cce, indecent images, gang, drug running, online + images, older boyfriend, older men, sexual images,
            naked photographs, nude photos, sexting, ceop, radicalisation, channel panel, prevent referral
            """
        ),
        weight=2.4,
        lag=4,
    ),
    Kind(
        "fighting",
        "a fight or assault between young people",
        listed(
            """
            fight with, fighting with, assaulted another pupil, assaulting a pupil, fight at school, bullying,
            assaulted staff, hit another child, =bullied, hit a teacher, bit another child, hitting another pupil,
            attacked another pupil, punched a pupil, assault on a pupil, threw a chair, attacked a member of staff,
            restrained
            """
        ),
        weight=2.0,
        lag=3,
    ),
)
