"""Events of ordinary care: school, health, home, substances, placements; and routine business, which links only when
each names the other.
"""

from threadline.domain.chronology.linking.lexicon.kind import Kind
from threadline.domain.chronology.linking.lexicon.listing import listed

EVERYDAY: tuple[Kind, ...] = (
    Kind(
        "exclusion",
        "an exclusion from school",
        listed(
            """
            excluded, exclusion, fixed term exclusion, fixed-term exclusion, permanent exclusion, permanently
            excluded, fte, pex, suspended for, internal exclusion, suspended from school, fte for, fixed period
            exclusion, off-rolled
            """
        ),
        weight=3.2,
        lag=4,
        owners=frozenset({"school"}),
    ),
    Kind(
        "collection",
        "a child's collection from school",
        listed(
            """
            collected late, arrived to collect, came to collect, refused to release, not collected, collected by, pick
            up, at pick-up, home time, late to collect, failed to collect, uncollected, collected + late
            """
        ),
        weight=2.0,
        lag=2,
        owners=frozenset({"school", "nursery"}),
    ),
    Kind(
        "eviction",
        "a loss of home",
        listed(
            """
            lose her place, lose his place, lose their home, risk of eviction, final warning + tenancy,
            final warning +
            overnight, final warning + visitor, final warning + guest, final warning + hostel,
            warning + lose her place,
            breach of tenancy, breach of licence, unauthorised + guest, unauthorised + visitor, evicted, eviction,
            bailiffs, bailiff, presented as homeless, notice to quit, made homeless, became
            homeless, homeless presentation, homeless, homelessness application, sofa surfing, temporary accommodation
            """
        ),
        weight=3.1,
        lag=4,
        owners=frozenset({"housing"}),
    ),
    Kind(
        "move",
        "a move of home or placement",
        listed(
            """
            foster placement, placed with, placement began, moved to placement, foster carers, placement ended,
            placement breakdown, moved to foster, moved address, moved in with, moved out, removed from parents,
            section 20, s20, moved house, moved to live, new address, moved into, accommodated, placement broke, fled
            to refuge, moved to refuge, refuge place
            """
        ),
        weight=2.8,
        lag=4,
        owners=frozenset({"csc", "foster"}),
    ),
    Kind(
        "contact_session",
        "contact between a child and a parent",
        listed(
            """
            supervised contact, contact ended, contact session, contact terminated, contact stopped, contact centre,
            contact supervisor, contact broke down, session terminated, contact with father, contact with mother,
            family time, contact suspended, contact + terminated, contact visit
            """
        ),
        weight=2.8,
        lag=4,
        owners=frozenset({"contact", "police"}),
    ),
    Kind(
        "drug_test",
        "a drug test or relapse",
        listed(
            """
            drug test positive, tested positive, positive test, urine screen, urine test, oral swab, swab + positive,
            screen positive, relapse, relapsed, hair strand, positive for, positive + cocaine, positive + opiates,
            drug screen, came back positive, lapse, positive sample, failed a drug test, positive drug, positive
            result, sample + positive, used heroin, used cocaine, using again, used on top, a positive test, test was
            positive
            """
        ),
        weight=2.8,
        lag=3,
        owners=frozenset({"drugs", "probation"}),
    ),
    Kind(
        "birth",
        "a birth",
        listed(
            """
            gave birth, given birth, birth of, =born, was born, born at, delivered, delivery of, delivered by, safe
            delivery, born by, c-section, caesarean, forceps, birth notification, baby born, new baby, neonatal unit,
            born today, withdrawal + baby, neonatal abstinence, has had the baby, had her baby, delivered early,
            went into
            labour, spontaneous labour, special care baby unit, =scbu + admission, baby + special care, delivery suite
            """
        ),
        weight=2.5,
        lag=4,
        owners=frozenset({"hospital", "midwife"}),
    ),
    Kind(
        "pregnancy",
        "a pregnancy",
        listed(
            """
            booking appointment, booked late, late booking, pregnant, pregnancy, concealed pregnancy, positive
            pregnancy test, unbooked, termination of pregnancy, miscarriage, antenatal booking, booked for antenatal,
            weeks pregnant, gestation
            """
        ),
        weight=1.8,
        lag=5,
    ),
    Kind(
        "on_the_way",
        "an incident on the way to or from school",
        listed(
            """
            taxi + escort, escort + {hit}, taxi + {hit}, escort + struck, escort + driver, transport + struck, transport
            + incident, school bus + incident, school bus + {hit}, minibus + {hit}, passenger assistant + {hit}
            """
        ),
        weight=2.8,
        lag=3,
    ),
    Kind(
        "missed_appointment",
        "an appointment not kept",
        listed(
            """
            dna, did not attend, was not brought, wnb, not brought, missed appointment, failed to attend,
            non-attendance, missed clinic, appointment missed, dnas, not attended, did not bring, no access, no access
            visit, clinic missed, not taken to + appointment, not taken to + clinic, failed appointment, cancelled
            appointment, appointments missed, non attendance, failed to bring
            """
        ),
        weight=2.0,
        lag=9,
        owners=frozenset({"hospital", "paeds", "camhs", "mental", "drugs", "gp", "hv", "midwife"}),
        focus=True,
    ),
    Kind(
        "closure",
        "a service ending its work",
        listed(
            """
            closed to, case closed, closed by, discharged from, non-engagement, closed due to, discharged after, have
            discharged, closed case, closure, stepped down, discharged due to, step down, discharged from caseload,
            case closure, discharged back to, closing summary
            """
        ),
        weight=2.2,
        lag=8,
        owners=frozenset({"camhs", "mental", "drugs", "paeds", "hospital", "earlyhelp"}),
    ),
    Kind(
        "handover",
        "a transfer of the case",
        listed(
            """
            transferred to, transfer of case, case transferred, transfer in, handover to, handed over, transferred in,
            transfer summary
            """
        ),
        weight=1.6,
        lag=8,
        routine=True,
    ),
    Kind(
        "referral",
        "a referral",
        listed(
            """
            referral to, referral from, referral made, referral received, referred to, referred by, referral by, cause
            for concern, safeguarding referral, referral, contact made with <csc>, marf, request for support, cp
            referral, inter-agency referral, section 47, joint enquiry, contacted mash, rcr, mash contact
            """
        ),
        weight=0.8,
        lag=4,
    ),
    Kind("liaison", "a conversation between professionals", (), weight=2.4, together=True, lag=2),
    Kind(
        "food",
        "want of food or money",
        listed(
            """
            food parcel, food bank, foodbank, no food, no electric, no electricity, no gas, section 17 payment,
            benefits stopped, hungry
            """
        ),
        weight=1.3,
        lag=3,
    ),
    Kind(
        "dirty_home",
        "conditions at home",
        listed(
            """
            home conditions, house dirty, house cluttered, unsanitary, squalid, deep clean, environmental health,
            rats, infestation
            """
        ),
        weight=0.8,
        lag=3,
    ),
    Kind(
        "possession",
        "action for possession of the home",
        listed(
            """
            notice seeking possession, possession order, rent arrears, arrears, possession action, tenancy at risk,
            nosp, tenancy breach
            """
        ),
        weight=1.4,
        lag=5,
        routine=True,
    ),
    Kind(
        "school_concern",
        "a concern at school",
        listed(
            """
            cpoms, concern log, concern form, cause for concern form, arrived late, unkempt, dirty clothes, withdrawn
            """
        ),
        weight=0.6,
        lag=2,
        routine=True,
    ),
    Kind(
        "absence",
        "an absence from school",
        listed(
            """
            absent, absence, attendance letter, truanting, not in school, school refusal, attendance meeting,
            persistent absence, penalty notice, attendance panel
            """
        ),
        weight=1.2,
        lag=3,
        routine=True,
    ),
    Kind(
        "clinic",
        "a clinic visit",
        listed(
            """
            baby clinic, clinic, outpatient, weighed, weight, audiology, review clinic, development check,
            developmental review, appointment kept, immunisation, immunisations, imms, booster, new birth visit
            """
        ),
        weight=0.8,
        lag=8,
        routine=True,
    ),
    Kind(
        "medication",
        "medication",
        listed(
            """
            medication review, prescription, sertraline, repeat prescription, medication, script pick up, methadone,
            missed doses
            """
        ),
        weight=0.8,
        lag=5,
        routine=True,
    ),
    Kind(
        "supervision",
        "supervision of the work",
        listed(
            """
            case supervision, safeguarding supervision, management oversight, supervision with, file audit
            """
        ),
        weight=0.4,
        routine=True,
    ),
    Kind(
        "programme",
        "a programme or session",
        listed(
            """
            parenting programme, session + of, key work, keywork, groupwork, supervision kept, attended supervision,
            direct work, parenting course, programme, 1:1 session
            """
        ),
        weight=0.4,
        routine=True,
    ),
    Kind(
        "assessment",
        "an assessment",
        listed(
            """
            single assessment, core assessment, initial assessment, assessment completed, parenting assessment,
            assessment
            """
        ),
        weight=0.7,
        lag=5,
        routine=True,
    ),
    Kind(
        "intelligence",
        "intelligence",
        listed(
            """
            intelligence, intel, stop searched, stop-searched, stop check, vehicle stop
            """
        ),
        weight=0.8,
        lag=3,
        routine=True,
    ),
    Kind(
        "repair",
        "a repair to the home",
        listed(
            """
            repair, repaired, gas safety, boiler, leak, damp, lift out of order
            """
        ),
        weight=0.4,
        routine=True,
    ),
)
