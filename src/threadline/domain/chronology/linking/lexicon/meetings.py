"""Meetings, conferences, panels, hearings and visits: those who write of them were there, or sent a report."""

from threadline.domain.chronology.linking.lexicon.kind import Kind
from threadline.domain.chronology.linking.lexicon.listing import listed

_CSC = frozenset({"csc"})  # of meetings, owners are those who call them
_ANY_MEETING = listed(
    """
    strategy, conference, core_group, cin, taf, lac_review, discharge_planning, exploitation_panel
    """
)

MEETINGS: tuple[Kind, ...] = (
    Kind(
        "strategy",
        "a strategy discussion",
        listed(
            """
            strategy {meeting}, strat {meeting}, strat held, strategy held, strategy discussion, s47 {meeting},
            section 47 {meeting}, sd held, sd with, strategy consultation, s.47 discussion, phone strategy, virtual
            strategy, strategy took place, strategy convened, stratey discussion, strategy review, strategy
            """
        ),
        weight=3.4,
        together=True,
        owners=_CSC,
    ),
    Kind(
        "conference",
        "a child protection conference",
        listed(
            """
            case conference, child protection conference, cp conference, cpc, icpc, rcpc, icpcc, initial conference,
            review conference, initial child protection, child protection review, pre-birth conference, pre-birth case
            conference, pre birth conference, icpc held, conference research, child protection meeting, conference
            reconvened, conference minutes, child protection case, to conference + report, safeguarding conference,
            conference held, conference attended, attended conference, report for conference, conference report,
            conference + !family group + !risk assessment conference, transfer in conference, cp review, conference
            chair, ccpc, rcpcc, review cpc
            """
        ),
        listed(
            """
            subject of plans, subject to a plan, made subject + plan, unanimous + plan, voted for plan, conference
            minutes, child protection plan + category, deregistered, child protection plan made, cp plan + category,
            minutes of conference
            """
        ),
        weight=3.6,
        together=True,
        owners=_CSC,
    ),
    Kind(
        "core_group",
        "a core group",
        listed(
            """
            core group, core grp, =cg, cg held, cg meeting, cgm, core group meeting, coregroup
            """
        ),
        weight=3.6,
        together=True,
        owners=_CSC,
    ),
    Kind(
        "cin",
        "a child in need meeting",
        listed(
            """
            child in need {sitting}, cin {sitting}, cin planning, cinm, child in need planning, children in need
            {sitting}, cin mtg, section 17 {sitting}
            """
        ),
        weight=3.4,
        together=True,
        owners=_CSC,
    ),
    Kind(
        "taf",
        "a team around the family meeting",
        listed(
            """
            team around the family, team around the child, team around the school, taf, tac, tac {sitting}, taf
            {sitting}, early help {sitting}, caf {sitting}, eha {sitting}, early help assessment meeting, family
            support meeting, tafm, caf
            """
        ),
        weight=3.2,
        together=True,
    ),
    Kind(
        "education_review",
        "a review of an education plan",
        listed(
            """
            annual review, ehcp review, ehc plan review, ehc plan + review, ehcp {sitting}, statement review, education
            health and care + review, education review, pep {sitting}, personal education plan, pep review
            """
        ),
        weight=3.0,
        together=True,
        owners=frozenset({"school", "nursery"}),
    ),
    Kind(
        "lac_review",
        "a looked after child review",
        listed(
            """
            lac review, looked after review, looked after child review, looked after children review, cla review,
            clar, cic review, child in care review, statutory review, cla reviewed, children looked after review
            """
        ),
        weight=3.4,
        together=True,
        owners=_CSC,
    ),
    Kind(
        "marac",
        "a MARAC",
        listed(
            """
            marac, multi agency risk assessment conference, dv risk assessment conference
            """
        ),
        weight=3.2,
        together=True,
    ),
    Kind("mappa", "a MAPPA meeting", ("mappa", "multi agency public protection"), weight=3.2, together=True),
    Kind(
        "exploitation_panel",
        "an exploitation panel",
        listed(
            """
            mace, mase, exploitation panel, child exploitation panel, cse panel, ce panel, exploitation meeting,
            vulnerable adolescents panel, missing and exploitation, mace panel, cse strategy, contextual safeguarding,
            multi agency child exploitation, msae
            """
        ),
        weight=3.2,
        together=True,
    ),
    Kind(
        "legal_planning",
        "a legal planning meeting",
        listed(
            """
            legal planning, legal gateway, lpm, legal gateway meeting, plo meeting, pre-proceedings meeting, legal
            gateway panel
            """
        ),
        weight=2.6,
        together=True,
        owners=_CSC,
    ),
    Kind(
        "court",
        "a court hearing",
        listed(
            """
            court hearing, family court, case management hearing, cmh, interim care order, ico, final hearing, issues
            resolution hearing, contested hearing, attended court, hearing + court, care proceedings, emergency
            protection order, epo, care order, court + order, supervision order, special guardianship, =hearing +
            !test + !screen + !loss + !aid + !voices, court today, at court, care order granted, ico granted, court
            directed, court made, order made, order granted, interim order
            """
        ),
        ("court", "magistrates", "crown court", "judge"),
        weight=3.0,
        together=True,
        lag=4,
    ),
    Kind(
        "fgc",
        "a family group conference",
        ("family group conference", "fgc", "family network meeting", "family meeting"),
        weight=2.8,
        together=True,
    ),
    Kind(
        "discharge_planning",
        "a discharge planning meeting",
        listed(
            """
            discharge planning, d/c planning, discharge meeting, pre-discharge meeting, discharge planning meeting
            """
        ),
        weight=3.4,
        together=True,
    ),
    Kind(
        "education_plan",
        "an education planning meeting",
        listed(
            """
            personal education plan, pep meeting, ehcp review, reintegration meeting, reintegration, pastoral support
            plan, managed move
            """
        ),
        weight=2.4,
        together=True,
    ),
    Kind(
        "child_death_meeting",
        "a rapid response meeting",
        listed(
            """
            rapid response meeting, joint agency response, child death review, cdop, sudi meeting
            """
        ),
        weight=3.2,
        together=True,
    ),
    Kind(
        "complex_case",
        "a case discussion between professionals",
        listed(
            """
            complex case, mapping meeting, escalation meeting, resolution meeting, professional difference
            """
        ),
        weight=2.6,
        together=True,
    ),
    Kind(
        "professionals",
        "a meeting of professionals",
        listed(
            """
            professionals meeting, professionals' meeting, multi-agency meeting, multi agency meeting, multi agency
            {sitting}, multidisciplinary meeting, meeting with professionals, meeting about the family, meeting +
            <other>, network meeting, joint agency meeting, interagency meeting, inter-agency meeting, meeting about
            @child, meeting at <school>, meeting regarding the family, meeting + about + @child, meeting + the family,
            meeting + about + family, meeting + unborn, meeting re @child, meeting + council offices, planning
            meeting, professionals mtg, meeting of professionals, partnership meeting, mdt with + <other>, meeting
            concerning + @child, meeting + about + @children, meeting + @children, meeting about + children, review
            meeting, meeting + about + twins, meeting + about + family's, meeting regarding @child, meeting + all
            there, case discussion
            """
        ),
        listed(
            """
            meeting + <csc>, attended meeting, meeting attended, invited + meeting, meeting held, took part + meeting,
            mtg held, joined meeting, meeting + <school>, attended a meeting, meeting + children, large meeting,
            meeting + household, went to + meeting, asked + meeting, joined + meeting, meeting + attended, meeting
            chaired, mtg, meeting + agencies, meeting + @mother, meeting + @child, invited to + meeting, meeting +
            discussed, meeting + shared, meeting + !team + !staff + !supervision + !group, round table, =conf
            """
        ),
        weight=3.2,
        together=True,
        fits=(*_ANY_MEETING, "legal_planning"),
    ),
    Kind(
        "joint_visit",
        "a visit made together",
        listed(
            """
            joint {visit}, joint home visit, joint unannounced visit, joint announced visit, visited together, visited
            jointly, jointly visited, joint contact, s47 visit, section 47 visit, joint visit, joint s47 visit, visit
            + jointly, joint home call, {visit} together with, joint + {visit}, {home} + jointly, went out together,
            both attended the home, visited the home with, saw the family with, went with + home, met at the home
            """
        ),
        weight=3.2,
        together=True,
    ),
    Kind(
        "welfare_check",
        "a welfare check",
        listed(
            """
            welfare check, safe and well, welfare visit, concern for welfare, welfare concern, welfare call, safe and
            well check, cfw
            """
        ),
        weight=2.4,
        lag=3,
    ),
    Kind(
        "medical",
        "a child protection medical",
        listed(
            """
            child protection medical, cp medical, safeguarding medical, forensic medical, medical examination,
            skeletal survey, forensic examination, paediatric medical, medical took place, section 47 medical, cp
            examination, safeguarding examination, examined at sarc, medical undertaken
            """
        ),
        ("medical",),
        weight=2.8,
        lag=3,
        fits=("child_injury",),
    ),
    Kind(
        "abe",
        "an interview of a child",
        ("abe interview", "abe", "achieving best evidence", "video interview"),
        weight=2.4,
        lag=3,
    ),
)
