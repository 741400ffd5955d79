"""The words that agencies' names are made of, and the words a file's name has that are no part of one."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TELLING = _words("""
    police constabulary nhs trust hospital hospitals infirmary ccg ambulance council school academy nursery preschool
    college surgery probation homes housing camhs cafcass yot yos mash refuge healthcare services service association
    recovery practice clinic hospice health foundation gp midwifery prison hmp crc mosque church barnardos nspcc
    university directorate department team csc hv
""")
"""One of these in a short text makes it an agency's name."""

ORDINARY = TELLING | _words("""
    icb schools primary medical centre social care childrens youth offending justice womens charity maternity education
    msp turnaround solicitors court fire rescue border immigration dwp jobcentre help early sure start authority
    partnership community mental drug alcohol substance safeguarding board county borough city metropolitan legal adult
    adults landlord
""")
"""A text of two words or more made of these alone is an agency's name too."""

_PAIRS = """
    social care; childrens services; adult services; early help; mental health; sure start; family support; womens aid;
    school nursing; health visiting; legal services; youth justice; youth offending; primary care; medical centre;
    health centre; health visitor; job centre; fire rescue; housing options; substance misuse; social work;
    social services
"""
PAIRS = frozenset(tuple(pair.split()) for pair in _PAIRS.split(";"))
"""Two words that tell an agency together though neither does alone."""

ABOUT_THE_FILE = _words("""
    chronology chronologies timeline timelines time line log export records record extract report final draft version
    copy v internal imr sair iimr agency combined merged integrated multi multiagency single significant events event
    history summary template completed signed updated revised amended redacted review scr cspr dhr sar lcspr case file
    doc document sheet tenancy notes data dates key submission return form appendix annex attachment new latest the of
    for to from by full partial table spreadsheet individual management information about re our involvement contact
    contacts with part period tabular narrative anonymised confidential restricted official sensitive word excel csv
    docx xlsx tracked clean
""")
"""Words of file names that say what the file is, not whose."""

WRITTEN_IN_CAPITALS = _words("gp nhs hv csc yot yos camhs mash")
